import { catalogueKey, compile, compileCatalogue, decide, decideAll } from '../../rules/index.ts'
import { allShared, documents, people, size } from './workload.ts'

type Work = ReturnType<typeof prepare>
let work: Work | undefined

function prepare(seed: number) {
  const bundles = documents(seed, allShared)
  return {
    compiled: bundles.map((document) => compile(document)),
    catalogue: compileCatalogue(bundles),
    people: people(bundles, catalogueKey, seed),
  }
}

function decideEach({ compiled, people }: Work): number {
  let complete = 0
  for (const person of people) {
    for (const [index, answers] of person.bundles.entries()) {
      const bundle = compiled[index]
      if (bundle && decide(bundle, answers, { unanswered: 'absent' }).complete) complete++
    }
  }
  return complete
}

/** The worker that test/bench/workerd.ts runs: `rounds` times what is asked for, then how much of it was complete. */
export default {
  fetch(request: Request): Response {
    const { searchParams } = new URL(request.url)
    const what = searchParams.get('what')
    if (what === 'sizes') return Response.json({ decisions: size.bundles * size.people, people: size.people })
    work ??= prepare(Number(searchParams.get('seed')))
    let complete = 0
    for (let round = 0; round < Number(searchParams.get('rounds')); round++) {
      if (what === 'decision') complete += decideEach(work)
      else for (const person of work.people) complete += decideAll(work.catalogue, person.catalogue).length
    }
    return Response.json({ complete })
  },
}
