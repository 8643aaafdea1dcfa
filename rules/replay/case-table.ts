import type { BundleDocument, FieldSchema } from '../../schemas/index.ts'
import type { Block } from './block.ts'
import type { ReplayCase } from './case.ts'
import { ChoiceColumn } from './columns/choice-column.ts'
import type { Column } from './columns/column.ts'
import { dates, numbers, OrderedColumn } from './columns/ordered-column.ts'
import { PlainColumn } from './columns/plain-column.ts'
import { RowBits } from './columns/row-bits.ts'
import { SetColumn } from './columns/set-column.ts'
import { type Withholding, withholding } from './withhold.ts'

type Kind = 'choice' | 'number' | 'date' | 'set' | 'plain'

function kindOf(schema: FieldSchema): Kind {
  if (schema.type === 'number' || schema.type === 'integer') return 'number'
  if (schema.type === 'string') return 'format' in schema && schema.format === 'date' ? 'date' : 'choice'
  if (schema.type === 'array' && schema.items.type === 'string') return 'set'
  return schema.type === 'boolean' ? 'choice' : 'plain'
}

const choicesOf = (schema: FieldSchema): readonly string[] =>
  schema.type === 'array' && schema.items.type === 'string' ? schema.items.enum : []

function columnFor(id: string, schemas: readonly FieldSchema[], { fields }: Withholding): Column {
  if (fields.has(id)) return new ChoiceColumn()
  const [kind = 'plain', ...others] = new Set(schemas.map(kindOf))
  if (others.length > 0) return new PlainColumn()
  switch (kind) {
    case 'choice':
      return new ChoiceColumn()
    case 'number':
      return new OrderedColumn(numbers)
    case 'date':
      return new OrderedColumn(dates)
    case 'set':
      return new SetColumn([...new Set(schemas.flatMap(choicesOf))])
    default:
      return new PlainColumn()
  }
}

/** Few distinct texts, such as townships and months: a bit a row for each. */
export class Labels {
  readonly names: string[] = []
  readonly counts: number[] = []
  private readonly placeOf = new Map<string, number>()
  private readonly rowsOf: RowBits[] = []

  add(row: number, name: string): void {
    let place = this.placeOf.get(name)
    if (place === undefined) {
      place = this.names.length
      this.placeOf.set(name, place)
      this.names.push(name)
      this.counts.push(0)
      this.rowsOf.push(new RowBits())
    }
    this.rowsOf[place]?.add(row)
    this.counts[place] = (this.counts[place] ?? 0) + 1
  }

  /** How many of the rows marked in `bits` have the label at `place`. */
  countAmong(place: number, bits: Int32Array, block: Block): number {
    return this.rowsOf[place]?.countIn(block, bits) ?? 0
  }
}

/**
 * Stored cases as columns, one for each question: codes for choices, numbers, dates, a bit for each choice of several.
 * Sensitive answers and texts are not in it, by construction: of those it knows whether they were answered. Fill it
 * with `add`, a page of cases at a time; any version whose private questions are among those of `documents` can then
 * be replayed on it, again and again.
 */
export class CaseTable {
  readonly withheld: ReadonlySet<string>
  readonly townships = new Labels()
  /** `YYYY-MM`. */
  readonly months = new Labels()
  readonly columns: ReadonlyMap<string, Column>
  private readonly readable: Withholding['readable']
  private count = 0

  constructor(documents: readonly BundleDocument[]) {
    const rule = withholding(documents)
    this.withheld = rule.fields
    this.readable = rule.readable
    const ids = new Set(documents.flatMap(({ form }) => Object.keys(form.fields)))
    this.columns = new Map(
      [...ids].map((id) => {
        const schemas = documents.flatMap(({ form }) => form.fields[id]?.schema ?? [])
        return [id, columnFor(id, schemas, rule)] as const
      }),
    )
  }

  /** Number of cases. */
  get size(): number {
    return this.count
  }

  add({ answers, receivedOn, township }: ReplayCase): void {
    for (const [id, column] of this.columns) column.add(this.readable(id, answers[id]))
    this.townships.add(this.count, township ?? '')
    this.months.add(this.count, receivedOn.slice(0, 7))
    this.count++
  }
}
