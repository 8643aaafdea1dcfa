import type { BundleDocument, Condition, Table } from '../../../schemas/index.ts'
import type { LoweredRule } from '../../compile/lower.ts'
import { isFormula } from '../../formulas/formula.ts'
import { everywhere, type Node, nowhere } from '../boxes/diagram.ts'
import type { OnePredicate, Predicate, TwoPredicate } from '../cells/predicate.ts'
import type { ReadDocument, Space } from '../cells/space.ts'
import type { FieldVariable } from '../cells/variable.ts'
import { formulaKey } from './formulas.ts'
import { type TableRegion, tableRegion } from './tables.ts'

/** The result of a derived fact that a formula works out: what it comes to is not analysed. */
export type Worked = { readonly formula: string }
export const isWorked = (value: unknown): value is Worked => isFormula(value) && 'formula' in value

/**
 * One document's conditions as sets of applicants. An applicant is a raw answer to every question, asked or not; a
 * field that does not apply counts as absent, whatever was answered, just as `decide` has it.
 */
export class Regions {
  readonly space: Space
  readonly index: number
  readonly read: ReadDocument
  readonly document: BundleDocument
  private readonly named = new Map<string, Node>()
  private readonly byCondition = new Map<Condition, Node>()
  private readonly leaves = new Map<string, Node>()
  private readonly shownBy = new Map<string, Node>()
  private readonly facts = new Map<string, Node>()
  private readonly tables = new Map<Table, TableRegion>()
  private readonly rules = new Map<string, Node>()
  private readonly admissibleBy = new Map<string, Node>()

  constructor(space: Space, index: number) {
    const read = space.documents[index]
    if (!read) throw new Error('no such document')
    this.space = space
    this.index = index
    this.read = read
    this.document = read.document
  }

  /** Those for whom a condition holds. */
  condition(condition: Condition): Node {
    const known = this.byCondition.get(condition)
    if (known !== undefined) return known
    const node = this.conditionAnew(condition)
    this.byCondition.set(condition, node)
    return node
  }

  private conditionAnew(condition: Condition): Node {
    const { diagram } = this.space
    if ('all' in condition)
      return condition.all.reduce<Node>((node, child) => diagram.and(node, this.condition(child)), everywhere)
    if ('any' in condition)
      return condition.any.reduce<Node>((node, child) => diagram.or(node, this.condition(child)), nowhere)
    if ('not' in condition) return diagram.not(this.condition(condition.not))
    if ('condition' in condition) return this.namedCondition(condition.condition)
    const predicate = this.read.predicates.get(condition)
    return predicate ? this.predicate(predicate) : nowhere
  }

  private namedCondition(name: string): Node {
    let node = this.named.get(name)
    if (node === undefined) {
      const condition = this.read.lowered.conditions.get(name)
      node = condition ? this.condition(condition) : nowhere
      this.named.set(name, node)
    }
    return node
  }

  private predicate(predicate: Predicate): Node {
    if (predicate.kind === 'constant') return predicate.holds ? everywhere : nowhere
    if (predicate.kind === 'two') return this.opaque(predicate, predicate.facts)
    const variable = this.space.variableOf(this.index, predicate.fact)
    const key = `${predicate.fact} ${predicate.key}`
    let node = this.leaves.get(key)
    if (node === undefined) {
      node = variable ? this.ofField(variable, predicate) : this.ofDerived(predicate)
      this.leaves.set(key, node)
    }
    return node
  }

  private ofField(variable: FieldVariable, predicate: OnePredicate): Node {
    const { diagram } = this.space
    const whenAbsent = predicate.test(null) ? everywhere : nowhere
    const opaque = variable.isExact(predicate) ? undefined : this.opaque(predicate, [predicate.fact])
    const raw = diagram.node(variable.level, (cell) => {
      if (cell === variable.absent) return whenAbsent
      if (opaque !== undefined) return opaque
      return predicate.test(variable.atoms[variable.cells[cell]?.[0] ?? -1]?.value) ? everywhere : nowhere
    })
    return diagram.choose(this.shown(predicate.fact), raw, whenAbsent)
  }

  private ofDerived(predicate: OnePredicate): Node {
    const { diagram } = this.space
    let opaque: Node | undefined
    const value = this.fact(predicate.fact)
    let node = nowhere
    for (const terminal of diagram.terminals(value)) {
      const result = this.space.valueOf(terminal)
      const where = diagram.map(value, (one) => (one === terminal ? everywhere : nowhere))
      if (isWorked(result)) {
        opaque ??= this.opaque(predicate, [predicate.fact])
        node = diagram.or(node, diagram.and(where, opaque))
      } else if (predicate.test(result)) node = diagram.or(node, where)
    }
    return node
  }

  /** An unanalysed comparison of facts: the same one wherever the facts themselves are the same. */
  private opaque(predicate: OnePredicate | TwoPredicate, facts: readonly string[]): Node {
    const key = JSON.stringify([predicate.key, facts.map((fact) => this.identity(fact))])
    return this.space.opaqueNode(this.index, key, predicate)
  }

  /** What a fact is, beyond its name: equal in two versions where the fact always has the same value in both. */
  identity(fact: string): unknown {
    const variable = this.space.variableOf(this.index, fact)
    if (variable) return [variable.level, this.shown(fact)]
    const entry = this.read.entries.get(fact)
    return entry?.kind === 'parameter' ? [entry.value] : ['derived', this.fact(fact)]
  }

  /** Those whom a field is shown to. */
  shown(field: string): Node {
    let node = this.shownBy.get(field)
    if (node === undefined) {
      const condition = this.document.form.fields[field]?.showWhen
      node = condition ? this.condition(condition) : everywhere
      this.shownBy.set(field, node)
    }
    return node
  }

  /** Those who have to answer a field where it is shown. */
  required(field: string): Node {
    const { required, requireWhen } = this.document.form.fields[field] ?? {}
    if (required) return everywhere
    return requireWhen ? this.condition(requireWhen) : nowhere
  }

  /** Those whose answer to a field, or lack of one, the form lets pass. */
  admissible(field: string): Node {
    const known = this.admissibleBy.get(field)
    if (known !== undefined) return known
    const { diagram } = this.space
    const variable = this.space.variableOf(this.index, field)
    if (!variable) return everywhere
    const mayBeEmpty = diagram.not(this.required(field))
    const possible = variable.possible[this.index]
    const answered = diagram.node(variable.level, (cell) =>
      possible?.[cell] === true ? everywhere : nowhere,
    )
    const absent = diagram.node(variable.level, (cell) => (cell === variable.absent ? everywhere : nowhere))
    const empty = diagram.and(absent, mayBeEmpty)
    const node = diagram.choose(this.shown(field), diagram.or(answered, empty), everywhere)
    this.admissibleBy.set(field, node)
    return node
  }

  /** A derived fact as a function: its value as a terminal. */
  fact(fact: string): Node {
    let node = this.facts.get(fact)
    if (node === undefined) {
      node = this.factAnew(fact)
      this.facts.set(fact, node)
    }
    return node
  }

  private factAnew(fact: string): Node {
    const { space, read } = this
    const setters = read.lowered.rules
      .filter(({ effect }) => effect.type === 'set-fact' && effect.params.fact === fact)
      .sort((a, b) => b.priority - a.priority)
    let node = space.terminal(null)
    for (const setter of setters.toReversed()) {
      if (setter.effect.type !== 'set-fact') continue
      const { value } = setter.effect.params
      const result = isFormula(value) ? { formula: formulaKey(this, value) } : value
      node = space.diagram.choose(this.rule(setter), space.terminal(result), node)
    }
    return node
  }

  /** Those for whom a rule or a table's row counts: under `first` the first row that holds, under `unique` the only one. */
  rule(rule: LoweredRule): Node {
    let node = this.rules.get(rule.id)
    if (node === undefined) {
      node = this.ruleAnew(rule)
      this.rules.set(rule.id, node)
    }
    return node
  }

  private ruleAnew(rule: LoweredRule): Node {
    if (!rule.table || rule.table.hitPolicy === 'collect') return this.condition(rule.conditions)
    const { rows, node } = this.table(rule.table)
    const row = rows.get(rule.id)
    if (row === undefined) return nowhere
    return this.space.diagram.map(node, (terminal) => (terminal === row ? everywhere : nowhere))
  }

  /** A decision table as one function: which row counts. */
  table(table: Table): TableRegion {
    let region = this.tables.get(table)
    if (!region) {
      region = tableRegion(this, table)
      this.tables.set(table, region)
    }
    return region
  }
}
