import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseEnv } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { ensureFree } from '../../tools/server/free-port.ts'
import { startGroup } from '../../tools/server/process-group.ts'
import { ensureSecrets, publishToken } from '../../tools/server/secrets.ts'
import { parseKeys } from '../../worker/platform/keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'yijianshi-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('local secrets', () => {
  const path = join(folder, '.dev.vars')

  it('are fresh, are what the worker takes, and are for the owner’s eyes only', () => {
    expect(ensureSecrets(path)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const keys = parseKeys(parseEnv(readFileSync(path, 'utf8')))
    expect(keys.answers).toHaveLength(32)
    expect(keys.receipts).toHaveLength(32)
    expect(keys.receipts).not.toEqual(keys.answers)
    expect(keys.publishToken).toBe(publishToken(path))
  })

  it('are never replaced', () => {
    const before = readFileSync(path, 'utf8')
    expect(ensureSecrets(path)).toBe(false)
    expect(readFileSync(path, 'utf8')).toBe(before)
  })
})

it('a port that is taken is refused, in words that help', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(ensureFree(port)).rejects.toThrow(`Port ${port} is taken.`)
  server.close()
  await once(server, 'close')
  await ensureFree(port)
})

describe('a process group', () => {
  const alive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  it('ends with everything it started, even what does not want to', async () => {
    const stubborn = join(folder, 'stubborn.mjs')
    writeFileSync(stubborn, `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`)
    const parent = join(folder, 'parent.mjs')
    writeFileSync(
      parent,
      `import { spawn } from 'node:child_process'
       const child = spawn(process.execPath, [${JSON.stringify(stubborn)}], { stdio: 'ignore' })
       console.log(child.pid)
       setInterval(() => {}, 1000)`,
    )
    const group = startGroup(parent, [], { output: 'pipe' })
    while (!group.printed().endsWith('\n')) await wait(20)
    const child = Number(group.printed())
    expect(alive(child)).toBe(true)
    await group.stop()
    while (alive(child)) await wait(20)
    expect(alive(child)).toBe(false)
  })

  it('tells how its program ended and what it printed', async () => {
    const failing = join(folder, 'failing.mjs')
    writeFileSync(failing, `console.error('no luck'); process.exit(3)`)
    const group = startGroup(failing, [], { output: 'pipe' })
    expect(await group.ended).toBe(3)
    expect(group.printed()).toContain('no luck')
  })
})
