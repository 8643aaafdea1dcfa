import type { ChargeRule, CompiledBundle, CompiledCharge, CompiledRule } from '../compile/compiled.ts'
import { factsOf, parameterPrefix } from '../conditions/vocabulary.ts'
import { roundToCents } from '../formulas/formula.ts'
import { type Bits, type Block, either, exclusive, noBits, severalOf, without } from './block.ts'
import type { CaseTable } from './case-table.ts'
import type { Part } from './coded-rows.ts'
import { neverAsked } from './columns/never-asked.ts'
import { ConditionBits } from './condition-bits.ts'
import { type FormulaFact, RowFormula } from './row-formula.ts'
import { DerivedSource, FieldSource, type SharedComparisons, type Source } from './sources.ts'

/** One rule of a fee or estimate: where it counts, and what it then gives. */
export type ChargeBits = Part

/** Everything one version says about all cases, as bits to be read block by block. */
export type VersionBits = {
  /** Decides every rule in the document's order, so that long tables are not walked from their end. */
  readonly prime: (block: Block) => void
  readonly rejected: Bits
  readonly referred: Bits
  readonly items: ReadonlyMap<string, Bits>
  readonly materials: ReadonlyMap<string, Bits>
  readonly departments: ReadonlyMap<string, Bits>
  /** Each limit with the rows where it is the one that counts. */
  readonly limits: readonly { readonly rows: Bits; readonly days: number | null }[]
  readonly fees: ReadonlyMap<string, readonly ChargeBits[]>
  readonly estimates: ReadonlyMap<string, readonly ChargeBits[]>
}

type Holds = (rule: Pick<CompiledRule, 'id' | 'node'>) => Bits
type FactNamed = (name: string) => FormulaFact

/** The rules of a contested table count only where no other row of it holds; where two do, a person has to decide. */
function contestedBits({ contested }: CompiledBundle, plain: Holds) {
  const settled = new Map<string, Bits>()
  const referred: Bits[] = []
  for (const { rules } of contested) {
    const several = severalOf(rules.map(plain))
    for (const rule of rules) settled.set(rule.id, without(plain(rule), several))
    referred.push(several)
  }
  return { holds: (rule: Parameters<Holds>[0]) => settled.get(rule.id) ?? plain(rule), referred }
}

/** Where each of `rules` is the first that holds. */
function firstOf<R extends Parameters<Holds>[0]>(
  rules: readonly R[],
  holds: Holds,
): { rule: R; rows: Bits }[] {
  const rows = exclusive(rules.map(holds))
  return rules.map((rule, index) => ({ rule, rows: rows[index] ?? noBits }))
}

/** The amount; where there is none, the text that stands in for it. */
function partValue({ formula, certain }: ChargeRule, factNamed: FactNamed): Part['value'] {
  const standIn = certain.text?.['zh-CN'] ?? null
  if (!formula) return certain.amount ?? standIn
  const rows = new RowFormula(formula, factNamed)
  return (row, block) => {
    const amount = rows.at(row, block)
    return amount === null ? standIn : roundToCents(amount)
  }
}

function chargeBits(
  charges: readonly CompiledCharge[],
  holds: Holds,
  factNamed: FactNamed,
): Map<string, ChargeBits[]> {
  return new Map(
    charges.map(({ id, rules }) => [
      id,
      firstOf(rules, holds).map(({ rule, rows }) => ({ rows, value: partValue(rule, factNamed) })),
    ]),
  )
}

/** Lays a version's rules over the columns of `cases`. Nothing is worked out until a block is read. */
export function versionBits(
  compiled: CompiledBundle,
  cases: CaseTable,
  shared: SharedComparisons,
): VersionBits {
  const { document } = compiled
  const sources = new Map<string, Source>()
  const conditions = new ConditionBits(factsOf(document), sources)
  for (const { id, show } of compiled.fields) {
    // A question that is not among the columns was never asked: left empty in every case.
    const column = cases.columns.get(id) ?? neverAsked
    sources.set(id, new FieldSource(id, column, show ? conditions.of(show.node) : undefined, shared))
  }
  const factNamed: FactNamed = (name) => {
    if (name.startsWith(parameterPrefix))
      return { constant: document.parameters[name.slice(parameterPrefix.length)]?.value }
    const source = sources.get(name)
    return source ? { valueAt: (row, block) => source.valueAt(row, block) } : { constant: undefined }
  }
  for (const fact of compiled.facts)
    sources.set(fact.id, new DerivedSource(fact, (rule) => conditions.of(rule.node), factNamed))

  const { holds, referred } = contestedBits(compiled, (rule) => conditions.of(rule.node))
  const anyOf = (rules: readonly Parameters<Holds>[0][]): Bits => either(rules.map(holds))
  const departments = [...new Set(compiled.tasks.map(({ certain }) => certain.department))]
  const all = compiled.rules.map(({ node }) => conditions.of(node))
  return {
    prime: (block) => {
      for (const bits of all) bits(block)
    },
    rejected: anyOf(compiled.rejections),
    referred: either([anyOf(compiled.referrals), ...referred]),
    items: new Map(compiled.items.map(({ id, rules }) => [id, anyOf(rules)])),
    materials: new Map(
      compiled.materials.map(({ id, rules, waivers }) => [id, without(anyOf(rules), anyOf(waivers))]),
    ),
    departments: new Map(
      departments.map((code) => [
        code,
        anyOf(compiled.tasks.filter(({ certain }) => certain.department === code)),
      ]),
    ),
    limits: firstOf(compiled.limits, holds).map(({ rule, rows }) => ({ rows, days: rule.certain.days })),
    fees: chargeBits(compiled.fees, holds, factNamed),
    estimates: chargeBits(compiled.estimates, holds, factNamed),
  }
}
