import { join } from 'node:path'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

type Inside = { readonly decision: number; readonly all: number }

const few = 20
const many = 120
const repetitions = 5

/**
 * Microseconds a whole decision, and one person against all bundles, take inside workerd. Its clocks stand still
 * without input and output, so that it is timed from outside: many rounds less few rounds, the rest cancels out.
 */
export async function workerdMicroseconds(seed: number): Promise<Inside> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'workerd-entry.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    write: false,
    logLevel: 'error',
  })
  const server = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-07-30',
  })
  try {
    const time = async (what: string, rounds: number): Promise<number> => {
      const start = performance.now()
      const response = await server.dispatchFetch(`http://bench/?what=${what}&rounds=${rounds}&seed=${seed}`)
      if (!response.ok) throw new Error(await response.text())
      await response.text()
      return performance.now() - start
    }
    const microseconds = async (what: string): Promise<number> => {
      await time(what, few)
      const found: number[] = []
      for (let count = 0; count < repetitions; count++) {
        const less = await time(what, few)
        found.push(((await time(what, many)) - less) / (many - few))
      }
      return (found.toSorted((a, b) => a - b)[repetitions >> 1] ?? 0) * 1000
    }
    const perRound = { decision: await microseconds('decision'), all: await microseconds('all') }
    const { decisions, people } = JSON.parse(
      await (await server.dispatchFetch('http://bench/?what=sizes')).text(),
    )
    return { decision: perRound.decision / decisions, all: perRound.all / people }
  } finally {
    await server.dispose()
  }
}
