import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { CompiledBundle } from '../../../rules/index.ts'
import type { Answers, Explanation, Language } from '../../../schemas/index.ts'
import { textIn } from '../../../schemas/index.ts'
import { formTexts } from '../../texts/form/index.ts'
import { Basis } from './basis.tsx'

/** Explains on demand, once for the same answers: nobody asks why at every key. */
export type Explainer = () => Promise<readonly Explanation[]>

/** Explaining is loaded when somebody first asks why; the form is sooner there for it. */
const loadExplain = () => import('../../../rules/explain/explain.ts')

export function useExplainer(compiled: CompiledBundle, answers: Answers): Explainer {
  return useMemo(() => {
    let explanations: Promise<readonly Explanation[]> | undefined
    return () => {
      explanations ??= loadExplain().then(({ explain }) => explain(compiled, answers))
      return explanations
    }
  }, [compiled, answers])
}

export const ExplainerContext = createContext<Explainer>(async () => [])

/** The explanations; undefined until they are there, and null where they could not be loaded. */
function useExplanations(): readonly Explanation[] | null | undefined {
  const explain = useContext(ExplainerContext)
  const [explanations, setExplanations] = useState<readonly Explanation[] | null>()
  useEffect(() => {
    let current = true
    const show = (made: readonly Explanation[] | null) => {
      if (current) setExplanations(made)
    }
    explain().then(show, () => show(null))
    return () => {
      current = false
    }
  }, [explain])
  return explanations
}

const marks = { true: 'becauseHolds', false: 'becauseFails', null: 'becauseOpen' } as const

/** Which explanations are about an outcome: by the kind of effect, and what it is about or which rules it comes from. */
export interface About {
  type: string
  id?: string
  rules?: readonly string[]
}

function isAbout({ type, id, rules }: About, { outcome, rule }: Explanation): boolean {
  if (outcome.type !== type || outcome.state === 'fails') return false
  return (id === undefined || outcome.id === id) && (rules === undefined || rules.includes(rule))
}

/** Why an outcome stands or is open: a sentence for each rule about it, with the facts that decide and the basis. */
export function Why({ about, language }: { about: About; language: Language }) {
  const texts = formTexts[language]
  const explanations = useExplanations()
  if (explanations === undefined) return <p className="hint">{texts.whyLoading}</p>
  if (explanations === null) return <p className="hint">{texts.whyFailed}</p>
  const found = explanations.filter((explanation) => isAbout(about, explanation))
  if (found.length === 0) return <p className="hint">{texts.whyMissing}</p>
  return (
    <div className="why">
      {found.map(({ rule, sentence, because, basis, verified }) => (
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
