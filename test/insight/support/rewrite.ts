import type { BundleDocument, Condition } from '../../../schemas/index.ts'
import type { Random } from '../../bench/random.ts'

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}

/** The same condition in other words. */
function otherWords(random: Random, condition: Condition): Condition {
  if (random.chance(0.1)) return { not: { not: otherWords(random, condition) } }
  if ('all' in condition) {
    const all = shuffled(
      random,
      condition.all.map((child) => otherWords(random, child)),
    )
    if (all.length > 0 && random.chance(0.3)) return { not: { any: all.map((child) => ({ not: child })) } }
    return random.chance(0.2) ? { all: [...all, ...all.slice(0, 1)] } : { all }
  }
  if ('any' in condition) {
    const any = shuffled(
      random,
      condition.any.map((child) => otherWords(random, child)),
    )
    return random.chance(0.3) ? { not: { all: any.map((child) => ({ not: child })) } } : { any }
  }
  if ('not' in condition) return { not: otherWords(random, condition.not) }
  if ('condition' in condition) return condition
  const { operator, value, fact } = condition
  if (operator === 'in' && Array.isArray(value) && value.length > 0 && random.chance(0.5))
    return { any: value.map((one: unknown) => ({ fact, operator: 'equal', value: one })) }
  if (operator === 'notEqual' && random.chance(0.5)) return { fact, operator: 'not:equal', value }
  return condition
}

const rooted = (condition: Condition): Condition =>
  'operator' in condition ? { all: [condition] } : condition

/** The same bundle written differently: every applicant is decided as before. Rules that are cumulative change places. */
export function rewritten(random: Random, document: BundleDocument): BundleDocument {
  const ordered = new Set(['set-limit', 'charge-fee', 'estimate'])
  const first = document.rules.filter(({ event }) => ordered.has(event.type))
  const others = document.rules.filter(({ event }) => !ordered.has(event.type))
  return {
    ...document,
    conditions: Object.fromEntries(
      Object.entries(document.conditions)
        .toReversed()
        .map(([name, { title, when }]) => [name, { title, when: rooted(otherWords(random, when)) }]),
    ),
    form: {
      ...document.form,
      fields: Object.fromEntries(
        Object.entries(document.form.fields).map(([id, field]) => [
          id,
          field.showWhen ? { ...field, showWhen: otherWords(random, field.showWhen) } : field,
        ]),
      ),
    },
    rules: [...shuffled(random, others), ...first].map((rule) => ({
      ...rule,
      conditions: rooted(otherWords(random, rule.conditions)),
    })),
  }
}

function editedCondition(random: Random, condition: Condition): Condition {
  const child = <T>(list: readonly T[]): number => random.between(0, list.length - 1)
  if ('all' in condition) {
    const place = child(condition.all)
    if (condition.all.length > 1 && random.chance(0.3)) return { all: condition.all.toSpliced(place, 1) }
    return { all: condition.all.map((one, index) => (index === place ? editedCondition(random, one) : one)) }
  }
  if ('any' in condition) {
    const place = child(condition.any)
    if (condition.any.length > 1 && random.chance(0.3)) return { any: condition.any.toSpliced(place, 1) }
    return { any: condition.any.map((one, index) => (index === place ? editedCondition(random, one) : one)) }
  }
  if ('not' in condition) return { not: editedCondition(random, condition.not) }
  if ('condition' in condition) return { not: condition }
  if (typeof condition.value === 'number')
    return { ...condition, value: condition.value + random.between(1, 3) }
  return { ...condition, operator: `not:${condition.operator}` }
}

/** The document with one or two small changes of policy. It may turn out to mean the same. */
export function edited(random: Random, document: BundleDocument): BundleDocument {
  const copy = structuredClone(document)
  const times = random.between(1, 2)
  for (let time = 0; time < times; time++) {
    const rule = copy.rules[random.between(0, copy.rules.length - 1)]
    const fields = Object.values(copy.form.fields)
    const field = fields[random.between(0, fields.length - 1)]
    const row = copy.tables[0]?.rows[0]
    switch (random.between(0, 9)) {
      case 0:
        copy.parameters.low = { title: { 'zh-CN': 'low', en: 'low' }, value: random.between(0, 9) }
        break
      case 1:
        if (field) field.required = !field.required
        break
      case 2:
        if (field?.showWhen) delete field.showWhen
        break
      case 3:
        if (field?.schema.type === 'integer')
          field.schema.maximum = (field.schema.maximum ?? 5) + random.between(-2, 3)
        else if (field?.schema.type === 'string' && 'enum' in field.schema && field.choices) {
          field.schema.enum.push('e')
          field.choices = { ...field.choices, e: { 'zh-CN': 'e', en: 'e' } }
        }
        break
      case 4:
        if (rule?.event.type === 'set-limit') rule.event.params.days += 5
        else if (rule) rule.disabled = true
        break
      case 5:
        if (row) row.cells = row.cells.map(() => null)
        break
      case 6:
        if (copy.tables[0]?.event.type !== 'set-fact' && copy.tables[0])
          copy.tables[0].hitPolicy = random.pick(['first', 'unique', 'collect'])
        break
      default:
        if (rule) rule.conditions = rooted(editedCondition(random, rule.conditions))
    }
  }
  return copy
}
