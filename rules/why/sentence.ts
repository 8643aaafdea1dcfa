import type { LocalText } from '../../schemas/index.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import { dateOf } from '../days.ts'
import type { Context } from '../explain/context.ts'
import { fill, type Speaker, say } from '../explain/speaker.ts'
import { factIn, subjectOf, titleIn } from '../explain/subject.ts'
import { valueIn } from '../explain/value.ts'
import type { Step } from './steps.ts'
import type { KnownTarget } from './target.ts'
import { textsFor } from './texts.ts'

/** What one answer would have to be, in words. */
function stepIn(speaker: Speaker, context: Context, { field, to, side, bound }: Step): string {
  const texts = textsFor(speaker)
  const subject = subjectOf(context, field)
  const fact = factIn(speaker, subject)
  if (to === null) return fill(texts.empty, { fact })
  const isSided = side !== undefined && bound !== undefined
  const value = !isSided ? to : typeof to === 'string' ? dateOf(bound) : bound
  const template = !isSided ? texts.is : typeof to === 'string' ? texts.dates[side] : texts.numbers[side]
  return fill(template, { fact, value: valueIn(speaker, value, subject, speaker.and) })
}

function titleOf(speaker: Speaker, { document }: CompiledBundle, { target, title }: KnownTarget): string {
  const charge =
    target.kind === 'fee'
      ? document.fees[target.id]
      : target.kind === 'estimate'
        ? document.estimates[target.id]
        : undefined
  // A message ends its own sentence; here it stands inside another.
  return titleIn(speaker, title, charge?.unit).replace(/[。.！!；;]+$/, '')
}

/** The nearest change as one sentence. `holds`: what the target then does; `days`: the limit then promised. */
export function changeSentence(
  context: Context,
  target: KnownTarget,
  steps: readonly Step[],
  holds: boolean,
  days: number | null,
): Required<LocalText> {
  return say((speaker) => {
    const texts = textsFor(speaker)
    const [first = '', ...others] = steps.map((step) => stepIn(speaker, context, step))
    const change = others.reduce((before, next) => fill(texts.and, { first: before, next }), first)
    const { kind } = target.target
    if (kind === 'days')
      return days === null
        ? fill(texts.noDays, { change })
        : fill(texts.days, { change, days: speaker.workingDays(days) })
    const title = titleOf(speaker, context.compiled, target)
    return fill(texts.targets[kind][holds ? 'holds' : 'fails'], { change, title })
  })
}

export function noChangeSentence(outcome: 'impossible' | 'gave-up'): Required<LocalText> {
  return say((speaker) => textsFor(speaker)[outcome === 'impossible' ? 'impossible' : 'gaveUp'])
}

/** An answer that mattered, in words; a sensitive one is only said to be given. */
export function answerSentence(context: Context, field: string): Required<LocalText> {
  const subject = subjectOf(context, field)
  return say((speaker) => {
    const { texts } = speaker
    const actual =
      subject.sensitive && subject.value !== null
        ? texts.given
        : valueIn(speaker, subject.value, subject, speaker.and)
    return fill(texts.is, { fact: factIn(speaker, subject), actual })
  })
}
