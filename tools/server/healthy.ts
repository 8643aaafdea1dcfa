import { setTimeout as wait } from 'node:timers/promises'
import type { ProcessGroup } from './process-group.ts'

const patience = 60_000

async function answers(server: string): Promise<boolean> {
  try {
    return (await fetch(`${server}/api/health`, { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

/**
 * Waits until the server and its database answer.
 *
 * @throws Error where the program ends first, or takes more than a minute.
 */
export async function untilHealthy(server: string, program: ProcessGroup): Promise<void> {
  const ended = program.ended.then((code) => {
    throw new Error(
      `wrangler dev ended before the server answered (exit ${code}). Is the port free?\n${program.printed()}`,
    )
  })
  const deadline = Date.now() + patience
  async function poll(): Promise<void> {
    while (Date.now() < deadline) {
      if (await answers(server)) return
      await wait(200)
    }
    throw new Error(`${server} did not answer within ${patience / 1000} seconds.`)
  }
  await Promise.race([poll(), ended])
}
