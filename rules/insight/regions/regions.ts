import type { BundleDocument, Condition, Table } from '../../../schemas/index.ts'
import type { LoweredRule } from '../../compile/lower.ts'
import { isFormula } from '../../formulas/formula.ts'
import { everywhere, type Node, nowhere } from '../boxes/nodes.ts'
import type { OnePredicate, Predicate, TwoPredicate } from '../cells/predicate.ts'
import type { ReadDocument, Space } from '../cells/space.ts'
import type { FieldVariable } from '../cells/variable.ts'
import { formulaKey } from './formulas.ts'
import { Memo } from './memo.ts'
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
  private readonly conditions = new Memo<Condition, Node>()
  private readonly leaves = new Memo<string, Node>()
  private readonly visibility = new Memo<string, Node>()
  private readonly passing = new Memo<string, Node>()
  private readonly facts = new Memo<string, Node>()
  private readonly rules = new Memo<string, Node>()
  private readonly tables = new Memo<Table, TableRegion>()
  private readonly outcomes = new Memo<string, Node>()

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
    return this.conditions.of(condition, () => this.conditionAnew(condition))
  }

  private conditionAnew(condition: Condition): Node {
    const { diagram } = this.space
    if ('all' in condition)
      return condition.all.reduce<Node>((node, child) => diagram.and(node, this.condition(child)), everywhere)
    if ('any' in condition)
      return condition.any.reduce<Node>((node, child) => diagram.or(node, this.condition(child)), nowhere)
    if ('not' in condition) return diagram.not(this.condition(condition.not))
    if ('condition' in condition) {
      const named = this.read.lowered.conditions.get(condition.condition)
      return named ? this.condition(named) : nowhere
    }
    const predicate = this.read.predicates.get(condition)
    return predicate ? this.predicate(predicate) : nowhere
  }

  private predicate(predicate: Predicate): Node {
    if (predicate.kind === 'constant') return predicate.holds ? everywhere : nowhere
    if (predicate.kind === 'two') return this.opaque(predicate, predicate.facts)
    return this.leaves.of(`${predicate.fact} ${predicate.key}`, () => {
      const variable = this.space.variableOf(this.index, predicate.fact)
      return variable ? this.ofField(variable, predicate) : this.ofDerived(predicate)
    })
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
    return this.visibility.of(field, () => {
      const condition = this.document.form.fields[field]?.showWhen
      return condition ? this.condition(condition) : everywhere
    })
  }

  /** Those who have to answer a field where it is shown. */
  required(field: string): Node {
    const { required, requireWhen } = this.document.form.fields[field] ?? {}
    if (required) return everywhere
    return requireWhen ? this.condition(requireWhen) : nowhere
  }

  /** Those whose answer to a field, or lack of one, the form lets pass. */
  admissible(field: string): Node {
    return this.passing.of(field, () => this.admissibleAnew(field))
  }

  private admissibleAnew(field: string): Node {
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
    return diagram.choose(this.shown(field), diagram.or(answered, empty), everywhere)
  }

  /** A derived fact as a function: its value as a terminal. */
  fact(fact: string): Node {
    return this.facts.of(fact, () => this.factAnew(fact))
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
    return this.rules.of(rule.id, () => this.ruleAnew(rule))
  }

  private ruleAnew(rule: LoweredRule): Node {
    if (!rule.table || rule.table.hitPolicy === 'collect') return this.condition(rule.conditions)
    const { rows, node } = this.table(rule.table)
    const row = rows.get(rule.id)
    if (row === undefined) return nowhere
    return this.space.diagram.map(node, (terminal) => (terminal === row ? everywhere : nowhere))
  }

  /** A decision table as one function: which row counts. @throws TooLarge */
  table(table: Table): TableRegion {
    return this.tables.of(table, () => tableRegion(this, table))
  }

  /** An outcome, which several checks ask for, worked out once. */
  outcome(key: string, work: () => Node): Node {
    return this.outcomes.of(key, work)
  }
}
