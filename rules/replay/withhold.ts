import type { Answers, BundleDocument, Field, FieldSchema, PartSchema } from '../../schemas/index.ts'
import { isJsonObject } from '../../schemas/index.ts'

/**
 * Stands in for what nobody needs to see to decide: given, but equal to no constant, no number and no list. A sealed
 * answer, as the store keeps it, is compared just the same.
 */
export const withheld: Readonly<Record<string, never>> = Object.freeze({})

/** Texts say who somebody is, whatever the author of a document remembered to mark; dates and choices do not. */
function isFreeText(schema: FieldSchema | PartSchema): boolean {
  return schema.type === 'string' && !('enum' in schema) && schema.format !== 'date'
}

type Group = Extract<FieldSchema, { type: 'object' }>

function groupOf({ schema }: Field): Group | undefined {
  if (schema.type === 'object') return schema
  return schema.type === 'array' && schema.items.type === 'object' ? schema.items : undefined
}

/** The parts of a group that may be looked at; undefined where the field is no group. */
export function openPartsOf(field: Field): string[] | undefined {
  const group = groupOf(field)
  if (!group) return undefined
  return Object.entries(group.properties)
    .filter(([id, schema]) => !field.parts?.[id]?.sensitive && !isFreeText(schema))
    .map(([id]) => id)
}

const withheldText = (value: unknown): unknown =>
  value === null || value === undefined || value === '' ? value : withheld

function inGroup(value: unknown, open: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => inGroup(entry, open))
  if (!isJsonObject(value)) return withheldText(value)
  return Object.fromEntries(
    Object.entries(value).map(([id, part]) => {
      const isOpen = open.has(id) && (typeof part !== 'object' || part === null)
      return [id, isOpen ? part : withheldText(part)]
    }),
  )
}

/** What a column may hold of each field. */
export type Withholding = {
  /** Fields of which only whether they were answered is kept. */
  readonly fields: ReadonlySet<string>
  /** The part of an answer that may be looked at. Fields no document has are withheld. */
  readonly readable: (field: string, value: unknown) => unknown
}

/**
 * What replaying may see: sensitive fields, and texts other than dates and choices, are left out in every document
 * that has them so much as in one. What remains of them is whether they were answered.
 */
export function withholding(documents: readonly BundleDocument[]): Withholding {
  const fields = new Set<string>()
  const groups = new Map<string, ReadonlySet<string>>()
  const known = new Set<string>()
  for (const { form } of documents) {
    for (const [id, field] of Object.entries(form.fields)) {
      known.add(id)
      const open = openPartsOf(field)
      if (field.sensitive || isFreeText(field.schema)) fields.add(id)
      if (!open) continue
      const before = groups.get(id)
      groups.set(id, new Set(open.filter((part) => before?.has(part) ?? true)))
    }
  }
  return {
    fields,
    readable: (id, value) => {
      if (fields.has(id) || !known.has(id)) return withheldText(value)
      const open = groups.get(id)
      return open ? inGroup(value, open) : value
    },
  }
}

/** Answers as replaying sees them. */
export function readableAnswers(documents: readonly BundleDocument[], answers: Answers): Answers {
  const { readable } = withholding(documents)
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, readable(id, value)]))
}
