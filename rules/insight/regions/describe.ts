import type { Field, LocalText } from '../../../schemas/index.ts'
import { fill, type Speaker, say } from '../../explain/speaker.ts'
import { type Box, boxesOf } from '../boxes/boxes.ts'
import { everywhere, type Node } from '../boxes/nodes.ts'
import type { Predicate } from '../cells/predicate.ts'
import type { Space } from '../cells/space.ts'
import { inadmissible } from './applicants.ts'
import { factPhrase, joinedBy } from './phrases.ts'
import type { Regions } from './regions.ts'
import { words } from './words.ts'

/** More boxes than this are not told one by one. */
const mostBoxes = 3

function comparisonName(predicate: Predicate): string {
  if (predicate.kind === 'two') return predicate.facts.join(' / ')
  return predicate.kind === 'one'
    ? `${predicate.fact} ${predicate.operator} ${JSON.stringify(predicate.constant)}`
    : ''
}

function boxPhrase(
  speaker: Speaker,
  space: Space,
  fields: Readonly<Record<string, Field>>,
  box: Box,
): string {
  const phrases = [...box]
    .sort(([a], [b]) => a - b)
    .flatMap(([level, cells]) => {
      const variable = space.variables[level]
      const field = variable && fields[variable.field]
      if (variable && field) return [factPhrase(speaker, field, variable, cells)]
      const opaque = space.opaque.find((one) => one.level === level)
      if (!opaque) return []
      const template = cells.has(1) ? words.unanalysed : words.unanalysedNot
      return [fill(speaker.text(template), { comparison: comparisonName(opaque.predicate) })]
    })
  return phrases.length === 0 ? speaker.text(words.everyone) : joinedBy(speaker, words.and, phrases)
}

/** A set of applicants in words: the facts that single them out, in both languages. */
export function describe(all: readonly Regions[], set: Node): Required<LocalText> {
  const space = all[0]?.space
  if (!space || set === everywhere) return words.everyone
  const fields = Object.assign({}, ...all.map(({ document }) => document.form.fields))
  const order = (level: number): readonly number[] => space.variables[level]?.order ?? [0, 1]
  const { boxes, complete } = boxesOf(space.diagram, set, inadmissible(all, set), mostBoxes, order)
  return say((speaker) => {
    const { text } = speaker
    const phrases = boxes.map((box) => boxPhrase(speaker, space, fields, box))
    const phrase = joinedBy(speaker, words.or, phrases)
    return complete ? phrase : fill(text(words.more), { first: phrase })
  })
}
