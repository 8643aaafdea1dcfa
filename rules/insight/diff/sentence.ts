import type { LocalText } from '../../../schemas/index.ts'
import { fill, type Speaker, say } from '../../explain/speaker.ts'
import { quantityIn } from '../../explain/value.ts'
import { words } from '../regions/words.ts'
import type { Versions } from './compare.ts'
import type { OutcomeName } from './outcome.ts'
import { results, sentences } from './words.ts'

function unitOf({ after, before }: Versions, { type, id }: OutcomeName): LocalText | undefined {
  const entry = (one: Versions['after']) =>
    (type === 'estimate' ? one.document.estimates : one.document.fees)[id]
  return (entry(after) ?? entry(before))?.unit
}

function resultIn(speaker: Speaker, versions: Versions, outcome: OutcomeName, result: unknown): string {
  const { text } = speaker
  if (result === null || result === undefined) return text(results.none)
  if (typeof result === 'boolean') return text(result ? results.yes : results.no)
  // Figures bring the space that belongs between them and a Chinese character; `fill` drops it elsewhere.
  if (typeof result === 'number') return ` ${speaker.workingDays(result)}`
  if (Array.isArray(result)) {
    const [amount, said] = result
    if (typeof amount === 'number') return quantityIn(speaker, amount, unitOf(versions, outcome))
    return typeof said === 'string' ? said : text(results.none)
  }
  const known = Object.entries(results).find(([name]) => name === result)
  return known ? text(known[1]) : String(result)
}

/** A difference in one sentence. `region` is left out where only an example is known. */
export function sentenceOf(
  versions: Versions,
  outcome: OutcomeName,
  before: unknown,
  after: unknown,
  region: LocalText | undefined,
): Required<LocalText> {
  const extent =
    region === undefined ? 'example' : region['zh-CN'] === words.everyone['zh-CN'] ? 'everyone' : 'some'
  const kind =
    before === false && after === true ? 'gains' : before === true && after === false ? 'loses' : 'changes'
  return say((speaker) =>
    fill(speaker.text(sentences[extent][kind]), {
      title: speaker.text(outcome.title),
      region: region ? speaker.text(region) : '',
      before: resultIn(speaker, versions, outcome, before),
      after: resultIn(speaker, versions, outcome, after),
    }),
  )
}
