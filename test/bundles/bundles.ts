import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BundleDocument, type Field, type PartSchema } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/validate.ts'

const directory = join(import.meta.dirname, '..', '..', 'bundles')

/** The county's bundles by file name (without `.json`), as they stand in the files. */
export const files: readonly (readonly [name: string, value: unknown])[] = readdirSync(directory)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(directory, file), 'utf8'))])

/** The same, parsed. */
export const bundles = (): BundleDocument[] => files.map(([, value]) => parse(BundleDocument, value))

/** A question, or one part of a group of questions. `values` are the choices it offers. */
export type Answerable = {
  readonly place: string
  readonly schema?: PartSchema
  readonly values: readonly string[]
  readonly choices: Field['choices']
  readonly sensitive: boolean
}

function partsOf(
  place: string,
  field: Field,
  properties: Readonly<Record<string, PartSchema>>,
): Answerable[] {
  return Object.entries(properties).map(([id, schema]) => ({
    place: `${place}.${id}`,
    schema,
    values: 'enum' in schema ? schema.enum : [],
    choices: field.parts?.[id]?.choices,
    sensitive: field.parts?.[id]?.sensitive ?? false,
  }))
}

function answerable(place: string, field: Field): Answerable[] {
  const { schema, choices, sensitive = false } = field
  if (schema.type === 'object') return partsOf(place, field, schema.properties)
  if (schema.type !== 'array') {
    return [{ place, schema, values: 'enum' in schema ? schema.enum : [], choices, sensitive }]
  }
  const { items } = schema
  if (items.type === 'object') return partsOf(place, field, items.properties)
  return [{ place, values: items.enum, choices, sensitive }]
}

/** Every question of a bundle with the parts of groups taken apart. */
export function answerables(bundle: BundleDocument): Answerable[] {
  return Object.entries(bundle.form.fields).flatMap(([id, field]) => answerable(`${bundle.id}.${id}`, field))
}
