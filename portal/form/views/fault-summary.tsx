import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { BundleDocument, Fault, Language } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { idOfPointer } from '../rjsf/context.ts'
import { focusAnswer } from './focus.ts'
import { faultIn } from './messages.ts'

/** A box that takes the focus when it appears, and again whenever `attempt` grows, so that nobody misses it. */
export function Alert({
  title,
  attempt,
  children,
}: {
  title: string
  attempt: number
  children?: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every further attempt asks for attention again
  useLayoutEffect(() => box.current?.focus(), [attempt])
  return (
    <div ref={box} className="notice notice-error" role="alert" tabIndex={-1}>
      <h2 className="notice-title">{title}</h2>
      {children}
    </div>
  )
}

/** All faults on top, each a link to the answer it is about. */
export function FaultSummary({
  faults,
  attempt,
  document,
  language,
}: {
  faults: readonly Fault[]
  attempt: number
  document: BundleDocument
  language: Language
}) {
  const texts = formTexts[language]
  if (faults.length === 0) return null
  return (
    <Alert title={texts.faultsTitle} attempt={attempt}>
      <p>{texts.faultCount(faults.length)}</p>
      <ul className="fault-links">
        {faults.map((fault) => {
          const id = idOfPointer(fault.pointer)
          return (
            <li key={`${fault.pointer} ${fault.keyword}`}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusAnswer(id)
                }}
              >
                {faultIn(document, fault, language)}
              </a>
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
