import {
  type BundleDocument,
  type Effect,
  type EffectType,
  effectParameters,
  type Fault,
  pointerTo,
} from '../../schemas/index.ts'
import { validate } from '../../schemas/validator/validate.ts'
import { factsOf } from '../conditions/vocabulary.ts'
import { checkFormula, isFormula } from '../formulas/formula.ts'
import { dangling } from './fault.ts'

type Named = readonly [
  kind: readonly [zh: string, en: string],
  known: object,
  name: string | undefined,
  key: string,
]

function isEffect(type: EffectType, params: unknown, faults: readonly Fault[]): params is Effect['params'] {
  return type in effectParameters && typeof params === 'object' && faults.length === 0
}

/** Every name an effect's parameters hold. */
function namesIn(document: BundleDocument, params: Effect['params']): Named[] {
  const departments = Object.fromEntries(document.departments.map(({ code }) => [code, true]))
  const names: Named[] = []
  if ('item' in params) names.push([['事项', 'item'], document.items, params.item, 'item'])
  if ('material' in params)
    names.push([['材料', 'material'], document.materials, params.material, 'material'])
  if ('department' in params)
    names.push([['部门', 'department'], departments, params.department, 'department'])
  if ('fee' in params) names.push([['收费', 'fee'], document.fees, params.fee, 'fee'])
  if ('estimate' in params)
    names.push([['测算', 'estimate'], document.estimates, params.estimate, 'estimate'])
  if ('fact' in params) names.push([['派生事实', 'derived fact'], document.facts, params.fact, 'fact'])
  return names
}

/** Every fault of an effect: its parameters' shape, what they name, and its formula. */
export function checkEffect(
  document: BundleDocument,
  type: EffectType,
  params: unknown,
  pointer: string,
): Fault[] {
  const faults = validate(effectParameters[type], params).map((one) => ({
    ...one,
    pointer: pointer + one.pointer,
  }))
  if (!isEffect(type, params, faults)) return faults
  for (const [kind, known, name, key] of namesIn(document, params)) {
    if (name !== undefined && !Object.hasOwn(known, name))
      faults.push(dangling(pointer + pointerTo(key), kind, name))
  }
  const formula = 'amount' in params ? params.amount : 'value' in params ? params.value : null
  if (isFormula(formula)) {
    const facts = factsOf(document)
    faults.push(
      ...checkFormula(formula, `${pointer}/${'amount' in params ? 'amount' : 'value'}`, (fact) =>
        facts.has(fact),
      ),
    )
  }
  return faults
}
