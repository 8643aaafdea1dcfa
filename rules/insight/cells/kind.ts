import type { FieldSchema } from '../../../schemas/index.ts'

/** What the answers to a field can be, as far as comparisons can tell them apart. */
export type FactKind =
  | { readonly name: 'boolean' }
  | { readonly name: 'choice'; readonly choices: readonly string[] }
  | {
      readonly name: 'number'
      readonly integer: boolean
      readonly minimum: number
      readonly maximum: number
      /** 0: any number. */
      readonly step: number
    }
  | { readonly name: 'date' }
  | { readonly name: 'text'; readonly schema: FieldSchema }
  | {
      readonly name: 'list'
      readonly choices: readonly string[]
      readonly fewest: number
      readonly most: number
    }
  | { readonly name: 'group' }
  | { readonly name: 'groups'; readonly fewest: number; readonly most: number }

export type KindName = FactKind['name']

export function kindOf(schema: FieldSchema): FactKind {
  switch (schema.type) {
    case 'boolean':
      return { name: 'boolean' }
    case 'object':
      return { name: 'group' }
    case 'number':
    case 'integer':
      return {
        name: 'number',
        integer: schema.type === 'integer',
        minimum: schema.minimum ?? -Infinity,
        maximum: schema.maximum ?? Infinity,
        step: schema.multipleOf ?? (schema.type === 'integer' ? 1 : 0),
      }
    case 'string':
      if ('enum' in schema) return { name: 'choice', choices: schema.enum }
      return schema.format === 'date' ? { name: 'date' } : { name: 'text', schema }
    default: {
      const fewest = schema.minItems ?? 0
      if (schema.items.type === 'object') return { name: 'groups', fewest, most: schema.maxItems ?? Infinity }
      const choices = schema.items.enum
      return { name: 'list', choices, fewest, most: Math.min(schema.maxItems ?? Infinity, choices.length) }
    }
  }
}
