import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Of all scripts the form's page loads before anyone asks for more. The issue allows 140 kB; we aim lower. */
const mostScript = 85_000
const mostStyle = 8_000

interface Chunk {
  file: string
  imports?: string[]
}

let folder: string
let manifest: Record<string, Chunk>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'))
  await build({ root, logLevel: 'silent', build: { outDir: folder } })
  manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A chunk and all it imports, each once. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(key)) {
    seen.add(key)
    for (const imported of manifest[key]?.imports ?? []) closure(imported, seen)
  }
  return seen
}

const content = (file: string) => readFileSync(join(folder, file))
const scripts = () => readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))

describe('what browsers load', () => {
  it(`is at most ${mostScript / 1000} kB of compressed script for the form`, () => {
    const files = [...closure('portal/form/main.tsx')].flatMap((key) => manifest[key]?.file ?? [])
    expect(files.length).toBeGreaterThan(0)
    const bytes = files.map((file) => gzipSync(content(file), { level: 9 }).length).reduce((a, b) => a + b)
    expect(bytes).toBeLessThanOrEqual(mostScript)
  })

  it(`is at most ${mostStyle / 1000} kB of compressed style`, () => {
    const file = manifest['portal/styles/main.css']?.file ?? ''
    expect(gzipSync(content(file), { level: 9 }).length).toBeLessThanOrEqual(mostStyle)
  })

  it('has names that change with the content', () => {
    for (const { file } of Object.values(manifest)) expect(file).toMatch(/^assets\/.+-[\w-]{8}\.(js|css)$/)
  })

  it.each([
    ['generates code', /\beval\s*\(|\bnew Function\b|\bFunction\s*\(/],
    ['carries AJV', /\bajv\b|schemaCompil|Ajv/],
    ['carries React itself', /react\.dev\/errors|__SECRET_INTERNALS|__CLIENT_INTERNALS/],
    ['names another host', /https?:\/\/(?!www\.w3\.org\/|json-schema\.org\/)/],
    ['keeps answers in the browser', /\b(localStorage|sessionStorage|indexedDB)\b/],
  ])('never %s', (_, pattern) => {
    expect(scripts().length).toBeGreaterThan(0)
    const wrong = scripts().filter((name) => pattern.test(content(join('assets', name)).toString()))
    expect(wrong).toEqual([])
  })
})
