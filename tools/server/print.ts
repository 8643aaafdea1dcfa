/** One line on the terminal. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What went wrong, on the terminal's error stream. */
export function printError(error: unknown): void {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
}
