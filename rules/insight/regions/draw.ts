import type { Answers } from '../../../schemas/index.ts'
import { fieldStates } from '../../form/visible.ts'
import { everywhere } from '../boxes/nodes.ts'
import type { FieldVariable } from '../cells/variable.ts'
import type { Regions } from './regions.ts'
import { compiledOf } from './true-for.ts'

type Random = () => number

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

/** How often a question one may leave empty is left empty. */
const emptiness = 0.2

function drawAnswer(variable: FieldVariable, all: readonly Regions[], random: Random): unknown {
  const asking = all.filter(
    (one) => one.space.variableOf(one.index, variable.field)?.level === variable.level,
  )
  const mustAnswer = asking.some((one) => one.required(variable.field) === everywhere)
  if (variable.absent >= 0 && random() < (mustAnswer ? 0.02 : emptiness)) return null
  const cells = variable.cells.flatMap((atoms, cell) =>
    asking.every(({ index }) => variable.possible[index]?.[cell] === true) ? [atoms] : [],
  )
  const atoms = random() < 0.5 ? (pick(cells, random) ?? []) : cells.flat()
  const atom = variable.atoms[pick(atoms, random) ?? -1]
  return atom?.draw && random() < 0.8 ? atom.draw(random) : (atom?.value ?? null)
}

/** Whether the form lets these answers pass: whatever is shown and has to be answered is. */
export function isAdmissible(regions: Regions, answers: Answers): boolean {
  return fieldStates(compiledOf(regions), answers, 'absent').every(
    ({ id, shown, required }) => shown !== true || !required || (answers[id] ?? null) !== null,
  )
}

/**
 * Answers at random, drawn so that every cell and every boundary turns up. Questions that do not apply may be answered
 * too; what has to be answered may be left out where `isAdmissible` is not asked.
 */
export function drawAnswers(all: readonly Regions[], random: Random): Answers {
  const answers: Answers = {}
  for (const variable of all[0]?.space.variables ?? []) {
    const value = drawAnswer(variable, all, random)
    if (value !== null) answers[variable.field] = value
  }
  return answers
}
