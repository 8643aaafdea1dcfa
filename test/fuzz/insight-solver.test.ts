import Logic from 'logic-solver'
import { expect, it } from 'vitest'
import { nowhere } from '../../rules/insight/boxes/nodes.ts'
import { Space } from '../../rules/insight/cells/space.ts'
import { amongApplicants } from '../../rules/insight/regions/applicants.ts'
import { Regions } from '../../rules/insight/regions/regions.ts'
import { parseDocument } from '../../rules/publishing.ts'
import { randomFrom } from '../bench/random.ts'
import { randomDocument } from '../insight/support/random-document.ts'
import { SolverView } from '../insight/support/solver.ts'
import { fuzzSeed } from './seed.ts'

const documents = 60

it(`agrees with a SAT solver on which rules can hold, and which imply each other (FUZZ_SEED=${fuzzSeed})`, () => {
  let asked = 0
  let possible = 0
  for (let index = 0; asked < 1000 || index < documents; index++) {
    const seed = (fuzzSeed + index) | 0
    const document = parseDocument({ ...randomDocument(randomFrom(seed), 8), tables: [] })
    if (Object.keys(document.facts).length > 0) continue
    const view = new SolverView(document)
    const regions = new Regions(new Space([document]), 0)
    const { diagram } = regions.space
    const rules = view.rules.map((rule, place) => ({
      formula: view.formula(rule.conditions),
      node: regions.rule(regions.read.lowered.rules[place] ?? rule),
      id: rule.id,
    }))
    for (const a of rules)
      for (const b of rules) {
        const [formula, node] =
          a === b
            ? [a.formula, a.node]
            : [Logic.and(a.formula, Logic.not(b.formula)), diagram.and(a.node, diagram.not(b.node))]
        const ours = amongApplicants([regions], node) !== nowhere
        asked++
        if (ours) possible++
        expect(ours, `${a.id} and not ${b.id} in document ${seed}`).toBe(view.isPossible(formula))
      }
  }
  process.stdout.write(`${JSON.stringify({ seed: fuzzSeed, asked, possible })}\n`)
})
