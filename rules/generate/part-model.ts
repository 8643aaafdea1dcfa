import type { Field, PartSchema } from '../../schemas/index.ts'
import type { Random } from '../random.ts'
import { madeUp } from './identifiers.ts'
import { numberModel } from './number-model.ts'
import { textMatching } from './pattern.ts'

/** Left empty so often where a question is optional, until calibration knows better. */
export const shareLeftEmpty = 0.15

/** What a number's schema says of it. */
export function shapeOf(schema: { type: string; minimum?: number; maximum?: number; multipleOf?: number }) {
  const { minimum, maximum, multipleOf } = schema
  return { integer: schema.type === 'integer', minimum, maximum, multipleOf }
}

function freeText(random: Random, title: string, schema: { minLength?: number; maxLength?: number }): string {
  const { minLength = 1, maxLength = 40 } = schema
  const text = `示例${title}${random.between(1, 9999)}`
  return text.slice(0, maxLength).padEnd(minLength, '例')
}

/** A text that fits its schema; null where its pattern is beyond us. */
export function textOf(
  random: Random,
  schema: Extract<PartSchema, { type: 'string' }>,
  title: string,
  day: number,
): unknown {
  if ('enum' in schema) return random.pick(schema.enum)
  if (schema.format) return madeUp(random, schema.format, day)
  if (schema.pattern === undefined) return freeText(random, title, schema)
  return textMatching(schema.pattern, random) ?? null
}

export type Draw = (random: Random, day: number) => unknown

function partModel(schema: PartSchema, title: string): Draw {
  if (schema.type === 'boolean') return (random) => random.chance(0.5)
  if (schema.type === 'string') return (random, day) => textOf(random, schema, title, day)
  const model = numberModel({ ...shapeOf(schema), anchors: [] })
  return (random) => model.draw(random, random.weighted(model.weights))
}

type Group = Extract<Field['schema'], { type: 'object' }>

/** How a group of questions is answered, its optional parts empty now and then. */
export function groupModel(group: Group, parts: Field['parts']): Draw {
  const models = Object.entries(group.properties).map(([id, schema]) => ({
    id,
    isRequired: group.required?.includes(id) ?? false,
    draw: partModel(schema, parts?.[id]?.title['zh-CN'] ?? id),
  }))
  return (random, day) => {
    const entries = models.flatMap(({ id, isRequired, draw }) =>
      isRequired || !random.chance(shareLeftEmpty) ? [[id, draw(random, day)] as const] : [],
    )
    return Object.fromEntries(entries.filter(([, value]) => value !== null))
  }
}
