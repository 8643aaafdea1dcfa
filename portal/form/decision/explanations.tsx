import { createContext, useContext, useMemo } from 'react'
import { type CompiledBundle, explain } from '../../../rules/index.ts'
import type { Answers, Explanation, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { Basis } from './basis.tsx'

/** Explains on demand, once for the same answers: nobody asks why at every key. */
export type Explainer = () => readonly Explanation[]

export function useExplainer(compiled: CompiledBundle, answers: Answers): Explainer {
  return useMemo(() => {
    let explanations: readonly Explanation[] = []
    let asked = false
    return () => {
      if (!asked) explanations = explain(compiled, answers)
      asked = true
      return explanations
    }
  }, [compiled, answers])
}

export const ExplainerContext = createContext<Explainer>(() => [])

const marks = { true: 'becauseHolds', false: 'becauseFails', null: 'becauseOpen' } as const

/** Why an outcome stands or is open: a sentence for each rule about it, with the facts that decide and the basis. */
export function Why({ type, id, language }: { type: string; id: string; language: Language }) {
  const texts = formTexts[language]
  const about = useContext(ExplainerContext)().filter(
    ({ outcome }) => outcome.type === type && outcome.id === id && outcome.state !== 'fails',
  )
  if (about.length === 0) return <p className="hint">{texts.whyMissing}</p>
  return (
    <div className="why">
      {about.map(({ rule, sentence, because, basis, verified }) => (
        <div key={rule} className="why-rule">
          <p>{textIn(sentence, language)}</p>
          <ul className="because">
            {because.map((reason) => (
              <li key={reason.sentence['zh-CN']}>
                {textIn(reason.sentence, language)} <em>{texts[marks[`${reason.holds}`]]}</em>
              </li>
            ))}
          </ul>
          <Basis basis={basis} verified={verified} language={language} />
        </div>
      ))}
    </div>
  )
}
