import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

/** How long a process group may take to end by itself. */
const patience = 5000

/** How much of what a program printed is worth telling. */
const longestTail = 20_000

/** A program with everything it starts. wrangler leaves workerd behind when it alone is ended. */
export interface ProcessGroup {
  /** Settles with the exit code when the program ends. */
  readonly ended: Promise<number>
  /** The last of what it printed, where its output is piped. */
  printed(): string
  /** Ends the program and everything it started. */
  stop(): Promise<void>
}

/** Starts a Node program in a process group of its own. `output` says what becomes of what it prints. */
export function startGroup(
  script: string,
  arguments_: readonly string[],
  options: { environment?: Record<string, string>; output: 'inherit' | 'pipe' },
): ProcessGroup {
  const child = spawn(process.execPath, [script, ...arguments_], {
    detached: true,
    stdio: ['ignore', options.output, options.output],
    env: { ...process.env, ...options.environment },
  })
  let tail = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      tail = (tail + String(chunk)).slice(-longestTail)
    })
  }
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })

  function signal(name: NodeJS.Signals): void {
    if (child.pid === undefined) return
    try {
      process.kill(-child.pid, name)
    } catch {
      // The group has ended already.
    }
  }

  // Whatever ends this process, nothing of the group outlives it.
  const endWithUs = (): void => signal('SIGKILL')
  process.once('exit', endWithUs)
  void ended.then(() => process.off('exit', endWithUs))

  return {
    ended,
    printed: () => tail,
    async stop() {
      signal('SIGTERM')
      await Promise.race([ended, wait(patience, undefined, { ref: false })])
      signal('SIGKILL')
      await ended
    },
  }
}
