import { formatNamed } from '../../../schemas/formats/registry.ts'
import { type Atom, scalarsIn, valueAtom } from './atom.ts'
import type { FactKind } from './kind.ts'

export type TextKind = Extract<FactKind, { name: 'text' }>

/** Made-up answers in the formats a field may ask for. */
const samples: Readonly<Record<string, readonly string[]>> = {
  email: ['a@example.com', 'b@example.com'],
  'cn-resident-identity-number': ['11010519491231002X', '430321199001010016'],
  'cn-mobile': ['13800138000', '13900139000'],
  'cn-phone': ['13800138000', '13900139000'],
}
const plain = ['示例', '样例', '例', 'x', '1', '11']

/** Whether `text` is a possible answer; where the schema has a pattern, as far as that can be told. */
export function textFits({ schema }: TextKind, text: string): boolean {
  if (schema.type !== 'string' || 'enum' in schema) return false
  const length = [...text].length
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity)) return false
  const format = formatNamed(schema.format)
  if (format && format.faultOf(text) !== null) return false
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text)
}

/** The texts that conditions compare with, the empty text, and any other: only equality is told apart. */
export function textAtoms(kinds: readonly TextKind[], constants: readonly unknown[]): Atom[] {
  const texts = new Set(constants.flatMap(scalarsIn).filter((one) => typeof one === 'string'))
  texts.add('')
  const known = [...texts].filter((text) => kinds.some((kind) => textFits(kind, text)))
  const formats = kinds.flatMap(({ schema }) => ('format' in schema && schema.format ? [schema.format] : []))
  const candidates = [...formats.flatMap((format) => samples[format] ?? []), ...plain].filter(
    (one) => !texts.has(one),
  )
  const fitting = candidates.find((one) => kinds.every((kind) => textFits(kind, one)))
  let other = fitting ?? candidates[0] ?? plain.join('')
  while (texts.has(other)) other += 'x'
  return [...known.map(valueAtom), { kind: 'other', value: other }]
}
