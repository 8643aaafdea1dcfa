import { isJsonObject } from '../../schemas/index.ts'

const prefix = '#/components/schemas/'

/**
 * Collects the schemas that have a name (`$id`), so that a description states each of them once, and gives schemas
 * back with references in their place.
 */
export class Components {
  readonly schemas: Record<string, unknown> = {}

  /** `schema` as OpenAPI 3.1 takes it, every named schema in it replaced by a reference. */
  describe(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map((part) => this.describe(part))
    if (!isJsonObject(schema)) return schema
    const { $id, $defs, ...rest } = schema
    if (isJsonObject($defs)) for (const definition of Object.values($defs)) this.describe(definition)
    if (typeof $id !== 'string' || typeof rest.$ref === 'string') return this.#withReferences(rest)
    if (!($id in this.schemas)) {
      this.schemas[$id] = {}
      this.schemas[$id] = this.#withReferences(rest)
    }
    return { $ref: prefix + $id }
  }

  #withReferences(schema: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) =>
        keyword === '$ref' && typeof value === 'string'
          ? [keyword, prefix + value]
          : [keyword, this.describe(value)],
      ),
    )
  }
}
