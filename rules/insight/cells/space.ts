import type { BundleDocument, Condition, Field } from '../../../schemas/index.ts'
import { factsThrough } from '../../compile/compile.ts'
import { type LoweredDocument, lower } from '../../compile/lower.ts'
import { orderByNeed } from '../../compile/order.ts'
import { type FactEntry, factsOf } from '../../conditions/vocabulary.ts'
import { Diagram } from '../boxes/diagram.ts'
import type { Node } from '../boxes/nodes.ts'
import { isPossible } from './atoms.ts'
import { kindOf } from './kind.ts'
import { type OnePredicate, type Predicate, predicateOf } from './predicate.ts'
import { type FieldVariable, variableOf } from './variable.ts'

/** A document with what its conditions read. */
export type ReadDocument = {
  readonly document: BundleDocument
  readonly lowered: LoweredDocument
  readonly entries: ReadonlyMap<string, FactEntry>
  readonly predicates: ReadonlyMap<Condition, Predicate>
}

/** A comparison that is not analysed: taken as a question of its own that may be true or false. */
export type OpaqueVariable = {
  readonly level: number
  /** The document it was first met in, which can tell whether it really holds. */
  readonly document: number
  readonly predicate: Predicate
}

function predicatesIn(
  condition: Condition,
  entries: ReadonlyMap<string, FactEntry>,
  found: Map<Condition, Predicate>,
): void {
  if ('all' in condition) for (const child of condition.all) predicatesIn(child, entries, found)
  else if ('any' in condition) for (const child of condition.any) predicatesIn(child, entries, found)
  else if ('not' in condition) predicatesIn(condition.not, entries, found)
  else if ('operator' in condition) found.set(condition, predicateOf(condition, entries))
}

function read(document: BundleDocument): ReadDocument {
  const lowered = lower(document)
  const entries = factsOf(document)
  const predicates = new Map<Condition, Predicate>()
  const visit = (condition: Condition | undefined): void => {
    if (condition) predicatesIn(condition, entries, predicates)
  }
  for (const condition of lowered.conditions.values()) visit(condition)
  for (const { conditions } of lowered.rules) visit(conditions)
  for (const { showWhen, requireWhen } of Object.values(document.form.fields)) {
    visit(showWhen)
    visit(requireWhen)
  }
  return { document, lowered, entries, predicates }
}

/** Whether both questions can have the same answer: of one kind, with an answer in common. */
function isSameQuestion(a: Field, b: Field): boolean {
  const kinds = [kindOf(a.schema), kindOf(b.schema)] as const
  if (kinds[0].name !== kinds[1].name) return false
  const variable = variableOf('', 0, [a, b], [])
  return variable.atoms.some((atom) => kinds.every((kind) => isPossible(kind, atom)))
}

/**
 * The space in which applicants of one document, or of two versions of it, differ: a level for each field (its raw
 * answer, shown or not) and, after those, one for each comparison that is not analysed.
 */
export class Space {
  readonly documents: readonly ReadDocument[]
  readonly diagram: Diagram
  readonly variables: readonly FieldVariable[]
  readonly opaque: OpaqueVariable[] = []
  /** Fields of two versions that are not the same question any more. */
  readonly reshaped: ReadonlySet<string>
  private readonly byField: readonly ReadonlyMap<string, FieldVariable>[]
  private readonly opaqueByKey = new Map<string, OpaqueVariable>()
  private readonly terminals = new Map<string, Node>()
  private readonly values: unknown[] = [false, true]

  constructor(documents: readonly BundleDocument[]) {
    this.documents = documents.map(read)
    const reshaped = new Set<string>()
    const predicates = this.documents.map(predicatesByFact)
    const variables: FieldVariable[] = []
    const byField = documents.map(() => new Map<string, FieldVariable>())
    for (const id of fieldOrder(this.documents)) {
      const fields = documents.map((document) => document.form.fields[id])
      const [before, after] = fields
      const isOne = !before || !after || isSameQuestion(before, after)
      if (!isOne) reshaped.add(id)
      const groups = isOne ? [documents.map((_, index) => index)] : documents.map((_, index) => [index])
      for (const group of groups) {
        const read = new Map(group.flatMap((index) => [...(predicates[index]?.get(id) ?? [])]))
        const kept = fields.map((field, index) => (group.includes(index) ? field : undefined))
        const variable = variableOf(id, variables.length, kept, [...read.values()])
        variables.push(variable)
        for (const index of group) if (fields[index]) byField[index]?.set(id, variable)
      }
    }
    this.reshaped = reshaped
    this.variables = variables
    this.byField = byField
    this.diagram = new Diagram(variables.map(({ cells }) => cells.length))
  }

  variableOf(document: number, field: string): FieldVariable | undefined {
    return this.byField[document]?.get(field)
  }

  /** The set of those for whom an unanalysed comparison holds. Equal keys are the same comparison. */
  opaqueNode(document: number, key: string, predicate: Predicate): Node {
    let variable = this.opaqueByKey.get(key)
    if (!variable) {
      variable = { level: this.diagram.widths.push(2) - 1, document, predicate }
      this.opaqueByKey.set(key, variable)
      this.opaque.push(variable)
    }
    return this.diagram.node(variable.level, (cell) => (cell === 1 ? -2 : -1))
  }

  /** The terminal for a result. */
  terminal(value: unknown): Node {
    const key = JSON.stringify(value)
    let node = this.terminals.get(key)
    if (node === undefined) {
      node = -(this.values.push(value) - 1) - 1
      this.terminals.set(key, node)
    }
    return node
  }

  valueOf(terminal: Node): unknown {
    return this.values[-terminal - 1]
  }
}

function predicatesByFact({ predicates }: ReadDocument): Map<string, Map<string, OnePredicate>> {
  const byFact = new Map<string, Map<string, OnePredicate>>()
  for (const predicate of predicates.values()) {
    if (predicate.kind !== 'one') continue
    const known = byFact.get(predicate.fact) ?? new Map<string, OnePredicate>()
    byFact.set(predicate.fact, known.set(predicate.key, predicate))
  }
  return byFact
}

/** All fields, each after those that decide whether it is shown, otherwise as the form has them. */
function fieldOrder(documents: readonly ReadDocument[]): readonly string[] {
  const names = documents
    .toReversed()
    .flatMap(({ document }) => [
      ...document.form.steps.flatMap(({ fields }) => fields),
      ...Object.keys(document.form.fields),
    ])
    .filter((id) => documents.some(({ document }) => Object.hasOwn(document.form.fields, id)))
  return orderByNeed(names, (id) =>
    documents.flatMap(({ document, lowered }) => {
      const show = document.form.fields[id]?.showWhen
      return show ? [...factsThrough(show, lowered.conditions)] : []
    }),
  ).order
}
