import { type BundleDocument, type Fault, type Field, pointerTo } from '../../schemas/index.ts'
import { checkPattern } from '../../schemas/validator/pattern.ts'
import { type ConditionContext, checkCondition } from '../conditions/check.ts'
import { factsOf, isReservedName } from '../conditions/vocabulary.ts'
import { dangling, fault, repeated } from './fault.ts'

const field = ['字段', 'field'] as const

function checkSteps(document: BundleDocument): Fault[] {
  const { steps, fields } = document.form
  const faults: Fault[] = []
  const placed = new Set<string>()
  steps.forEach((step, index) => {
    step.fields.forEach((id, position) => {
      const at = pointerTo('form', 'steps', index, 'fields', position)
      if (!Object.hasOwn(fields, id)) faults.push(dangling(at, field, id))
      else if (placed.has(id))
        faults.push(
          fault(
            'field-repeated',
            at,
            `字段“${id}”已在别的位置出现。`,
            `The field “${id}” already stands elsewhere.`,
          ),
        )
      placed.add(id)
    })
  })
  for (const { name, index } of repeated(steps.map(({ id }) => id))) {
    faults.push(
      fault(
        'step-repeated',
        pointerTo('form', 'steps', index, 'id'),
        `步骤编号“${name}”重复。`,
        `The step id “${name}” is used twice.`,
      ),
    )
  }
  for (const id of Object.keys(fields)) {
    if (!placed.has(id))
      faults.push(
        fault(
          'field-without-step',
          pointerTo('form', 'fields', id),
          `字段“${id}”不在任何步骤中。`,
          `The field “${id}” is in no step.`,
        ),
      )
  }
  return faults
}

/** Titles of choices: one for each value, none for others. */
function checkChoices(values: readonly string[], choices: Field['choices'], at: string): Fault[] {
  const titled = new Set(Object.keys(choices ?? {}))
  return [
    ...values
      .filter((value) => !titled.has(value))
      .map((value) =>
        fault(
          'choice-without-title',
          `${at}/choices`,
          `选项“${value}”没有名称。`,
          `The choice “${value}” has no title.`,
        ),
      ),
    ...[...titled]
      .filter((value) => !values.includes(value))
      .map((value) =>
        fault(
          'unknown-choice',
          at + pointerTo('choices', value),
          `没有名为“${value}”的选项。`,
          `There is no choice “${value}”.`,
        ),
      ),
  ]
}

function checkParts(definition: Field, properties: object, at: string): Fault[] {
  const parts = definition.parts ?? {}
  const faults = Object.keys(parts)
    .filter((id) => !Object.hasOwn(properties, id))
    .map((id) => dangling(at + pointerTo('parts', id), ['分项', 'part'], id))
  for (const [id, schema] of Object.entries(properties)) {
    const part = parts[id]
    if (!part)
      faults.push(
        fault('part-without-title', `${at}/parts`, `分项“${id}”没有名称。`, `The part “${id}” has no title.`),
      )
    else if ('enum' in schema)
      faults.push(...checkChoices(schema.enum, part.choices, at + pointerTo('parts', id)))
    if ('pattern' in schema)
      faults.push(...checkPatternAt(schema.pattern, `${at}/schema/properties/${id}/pattern`))
  }
  return faults
}

function checkPatternAt(pattern: string, pointer: string): Fault[] {
  return checkPattern(pattern).map((one) => ({ ...one, pointer }))
}

function checkShape(definition: Field, at: string): Fault[] {
  const { schema } = definition
  if (schema.type === 'object') return checkParts(definition, schema.properties, at)
  if (schema.type === 'array') {
    if (schema.items.type === 'object') return checkParts(definition, schema.items.properties, at)
    return checkChoices(schema.items.enum, definition.choices, at)
  }
  if (schema.type !== 'string') return checkChoices([], definition.choices, at)
  if ('enum' in schema) return checkChoices(schema.enum, definition.choices, at)
  return [
    ...checkChoices([], definition.choices, at),
    ...(schema.pattern ? checkPatternAt(schema.pattern, `${at}/schema/pattern`) : []),
  ]
}

function checkField(
  document: BundleDocument,
  id: string,
  definition: Field,
  context: ConditionContext,
): Fault[] {
  const at = pointerTo('form', 'fields', id)
  const faults = checkShape(definition, at)
  if (isReservedName(id))
    faults.push(fault('reserved-name', at, `“${id}”是保留名称。`, `“${id}” is a reserved name.`))
  const { derive, showWhen, requireWhen } = definition
  if (derive && !Object.hasOwn(document.form.fields, derive.from))
    faults.push(dangling(`${at}/derive/from`, field, derive.from))
  if (showWhen !== undefined) faults.push(...checkCondition(showWhen, `${at}/showWhen`, context))
  if (requireWhen !== undefined) faults.push(...checkCondition(requireWhen, `${at}/requireWhen`, context))
  return faults
}

/** Every fault of the form: steps, choices, parts, patterns, computed fields, and the conditions that show or require. */
export function checkForm(document: BundleDocument): Fault[] {
  const context: ConditionContext = {
    facts: factsOf(document),
    conditions: new Set(Object.keys(document.conditions)),
    derivedFacts: false,
  }
  const fields = Object.entries(document.form.fields)
  return [
    ...checkSteps(document),
    ...fields.flatMap(([id, definition]) => checkField(document, id, definition, context)),
  ]
}
