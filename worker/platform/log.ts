import type { Log } from '../ports.ts'

/** Messages that say which statement or limit failed and carry no values. */
const safeMessage = /^D1_[A-Z_]*ERROR: [^\n]*/

/**
 * An error without what it was about: names and places in the code. Messages may quote answers or statements with
 * their values, so they stay out, but for those of the database.
 */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const message = safeMessage.exec(error.message)?.[0]
  return {
    name: error.name,
    ...(message ? { message } : {}),
    at: at.map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  }
}

/** Logs to the platform's console, one JSON line each. */
export const consoleLog: Log = {
  failure(instance, error) {
    console.error(JSON.stringify({ instance, ...describe(error) }))
  },
}
