import type { BundleDocument, Language } from '../../../schemas/index.ts'
import type { Typing } from '../state/typing.ts'

/** What templates and controls know beside their own field. @rjsf/core hands it down as `registry.formContext`. */
export interface FieldContext {
  readonly language: Language
  readonly typing: Typing
  readonly document: BundleDocument
}

/** Id of the form's root for @rjsf/core; ids of answers are `answer/<field>/<index>/<part>`. */
export const idPrefix = 'answer'
export const idSeparator = '/'

/** The id of the control that asks for what a JSON Pointer into the answers leads to. */
export function idOfPointer(pointer: string): string {
  return `${idPrefix}${pointer}`
}

export const hintId = (id: string) => `${id}:hint`
export const faultId = (id: string) => `${id}:fault`

/** The ids for aria-describedby: what stands between the label and the control. */
export function describedBy(id: string, has: { hint: boolean; faults: boolean }): string | undefined {
  return [has.hint && hintId(id), has.faults && faultId(id)].filter(Boolean).join(' ') || undefined
}
