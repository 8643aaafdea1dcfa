import type { BundleDocument, Field, FieldSchema, LocalText } from '../../../schemas/index.ts'

/** What sort of value a fact has, as far as comparing it goes. `group`: several values in one. */
export type FactKind = 'boolean' | 'choice' | 'choices' | 'number' | 'date' | 'text' | 'group'

/** Something a condition may read: an answer, a part of one, a derived fact or a parameter. */
export type Fact = {
  /** How controls tell facts apart: the fact's name, and its path behind `#`. */
  readonly key: string
  readonly fact: string
  readonly path?: string
  readonly kind: FactKind
  readonly title: LocalText
  readonly part?: LocalText
  readonly unit?: LocalText
  /** Titles of the choices by value, in order. */
  readonly choices: readonly { readonly value: string; readonly title: LocalText }[]
  readonly source: 'field' | 'derived' | 'parameter'
}

/** Facts that belong together, such as the questions of one step. */
export type FactGroup = {
  readonly key: string
  readonly kind: 'step' | 'derived' | 'parameters'
  readonly title?: LocalText
  readonly facts: readonly Fact[]
}

export const factKey = (fact: string, path?: string): string => (path ? `${fact}#${path}` : fact)

function kindOf(schema: FieldSchema): FactKind {
  switch (schema.type) {
    case 'string':
      if ('enum' in schema) return 'choice'
      return schema.format === 'date' ? 'date' : 'text'
    case 'boolean':
      return 'boolean'
    case 'array':
      return schema.items.type === 'string' ? 'choices' : 'group'
    case 'object':
      return 'group'
    default:
      return 'number'
  }
}

function choicesOf(schema: FieldSchema, titles: Readonly<Record<string, LocalText>> = {}): Fact['choices'] {
  const listed = schema.type === 'array' && 'enum' in schema.items ? schema.items : schema
  const values = 'enum' in listed ? listed.enum : []
  return values.map((value) => ({ value, title: titles[value] ?? { 'zh-CN': value } }))
}

function factsOfField(id: string, field: Field): Fact[] {
  const { schema, title, unit, choices, parts } = field
  const whole: Fact = {
    key: id,
    fact: id,
    kind: kindOf(schema),
    title,
    ...(unit ? { unit } : {}),
    choices: choicesOf(schema, choices),
    source: 'field',
  }
  if (schema.type !== 'object') return [whole]
  const inside = Object.entries(schema.properties).map(([name, part]): Fact => {
    const described = parts?.[name]
    return {
      key: factKey(id, name),
      fact: id,
      path: name,
      kind: kindOf(part),
      title,
      part: described?.title ?? { 'zh-CN': name },
      choices: choicesOf(part, described?.choices),
      source: 'field',
    }
  })
  return [whole, ...inside]
}

function parameterKind(value: unknown): FactKind {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (Array.isArray(value)) return 'choices'
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text'
}

/**
 * Every fact of a document, questions by step first, then derived facts, then parameters. Questions that stand in no
 * step come last among the questions. The document may be a half-finished draft.
 */
export function factGroups(document: BundleDocument): FactGroup[] {
  const { steps, fields } = document.form
  const placed = new Set(steps.flatMap((step) => step.fields))
  const ofFields = (ids: readonly string[]): Fact[] =>
    ids.flatMap((id) => (fields[id] ? factsOfField(id, fields[id]) : []))
  const groups: FactGroup[] = steps.map(({ id, title, fields: ids }) => ({
    key: `step:${id}`,
    kind: 'step',
    title,
    facts: ofFields(ids),
  }))
  groups.push({
    key: 'unplaced',
    kind: 'step',
    facts: ofFields(Object.keys(fields).filter((id) => !placed.has(id))),
  })
  groups.push({
    key: 'derived',
    kind: 'derived',
    facts: Object.entries(document.facts).map(([id, { title, type, choices = {} }]) => ({
      key: id,
      fact: id,
      kind: type === 'string' ? (Object.keys(choices).length > 0 ? 'choice' : 'text') : type,
      title,
      choices: Object.entries(choices).map(([value, text]) => ({ value, title: text })),
      source: 'derived',
    })),
  })
  groups.push({
    key: 'parameters',
    kind: 'parameters',
    facts: Object.entries(document.parameters).map(([id, { title, value, unit }]) => ({
      key: `param.${id}`,
      fact: `param.${id}`,
      kind: parameterKind(value),
      title,
      ...(unit ? { unit } : {}),
      choices: [],
      source: 'parameter',
    })),
  })
  return groups.filter(({ facts }) => facts.length > 0)
}

/** Facts by key. */
export function factsByKey(groups: readonly FactGroup[]): ReadonlyMap<string, Fact> {
  return new Map(groups.flatMap(({ facts }) => facts).map((fact) => [fact.key, fact]))
}
