import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** Fresh secrets in the form of a .dev.vars file. */
export function freshSecrets(): string {
  return [
    `ANSWERS_KEY="${randomBytes(32).toString('base64')}"`,
    `RECEIPT_KEY="${randomBytes(32).toString('base64')}"`,
    `PUBLISH_TOKEN="${randomBytes(32).toString('base64url')}"`,
    '',
  ].join('\n')
}

/** Writes fresh secrets where there are none yet, for the owner's eyes only. True: it did. */
export function ensureSecrets(path: string): boolean {
  if (existsSync(path)) return false
  writeFileSync(path, freshSecrets(), { mode: 0o600 })
  return true
}

/**
 * The publish token of a .dev.vars file.
 *
 * @throws Error where it has none.
 */
export function publishToken(path: string): string {
  const token = parseEnv(readFileSync(path, 'utf8')).PUBLISH_TOKEN
  if (!token) throw new Error(`${path} has no PUBLISH_TOKEN.`)
  return token
}
