import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const rooms = ['schemas', 'rules', 'worker', 'portal', 'editor'] as const
type Room = (typeof rooms)[number]

/** What each room may import besides itself. */
const mayImport: Record<Room, readonly string[]> = {
  schemas: [],
  rules: ['schemas'],
  worker: ['schemas', 'rules'],
  portal: ['schemas', 'rules'],
  editor: ['schemas', 'rules'],
}

/** The composition root alone puts the rendered pages into the worker. */
const exceptions = [{ file: 'worker/main.ts', imports: 'portal/pages/' }]

type Import = { readonly file: string; readonly target: string }

/** Files below a folder; a room that is not built yet has none. */
function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path]
  })
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const pattern =
    /(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm
  return [...source.matchAll(pattern)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? ''
    const isRelative = specifier.startsWith('.')
    const target = isRelative
      ? normalize(join(dirname(file), specifier))
          .split(sep)
          .join('/')
      : specifier
    return { file: file.split(sep).join('/'), target }
  })
}

const sources = (room: string): string[] => filesBelow(room).filter((file) => /\.tsx?$/.test(file))
const isRoom = (name: string): name is Room => rooms.some((room) => room === name)

describe('rooms', () => {
  it.each(rooms)('%s imports only what it may', (room) => {
    const wrong = sources(room)
      .flatMap(importsOf)
      .filter(({ file, target }) => {
        const other = target.split('/')[0] ?? ''
        if (!isRoom(other) || other === room || mayImport[room].includes(other)) return false
        return !exceptions.some(
          (exception) => exception.file === file && target.startsWith(exception.imports),
        )
      })
    expect(wrong).toEqual([])
  })

  it('keeps schemas and rules free of frameworks, input and output, and clocks', () => {
    const allowed =
      /^(typebox|typebox\/.*|json-logic-engine|json-rules-engine|canonicalize|redos-detector|@rjsf\/utils)$/
    const files = [...sources('schemas'), ...sources('rules')]
    const wrong = files
      .flatMap(importsOf)
      .filter(({ target }) => !/^(schemas|rules)\//.test(target) && !allowed.test(target))
    expect(wrong).toEqual([])
    const clocks = sources('rules').filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
    expect(clocks).toEqual([])
  })

  it('imports json-rules-engine and the pattern checker only where they cannot reach the browser', () => {
    const users = (name: string): string[] =>
      rooms
        .flatMap(sources)
        .flatMap(importsOf)
        .filter(({ target }) => target === name)
        .map(({ file }) => dirname(file))
    expect([...new Set(users('json-rules-engine'))]).toEqual(['rules/verify'])
    const portal = sources('portal')
      .flatMap(importsOf)
      .map(({ target }) => target)
    expect(
      portal.filter((target) => /rules\/(verify|document|export|coverage|insight|publishing)/.test(target)),
    ).toEqual([])
  })

  it('lets the domain know neither Hono nor Cloudflare nor the database library', () => {
    const files = sources('worker').filter(
      (file) => file.startsWith(join('worker', 'domain')) || file === join('worker', 'ports.ts'),
    )
    const wrong = files
      .flatMap(importsOf)
      .filter(
        ({ target }) =>
          /^(hono|@cloudflare|drizzle-orm|cloudflare:)/.test(target) ||
          /^worker\/(routes|platform|http|db)\//.test(target),
      )
    expect(wrong).toEqual([])
  })

  it('names nothing that exists only on one machine', () => {
    const files = [...rooms, 'bundles', 'test', 'tools', 'docs'].flatMap(filesBelow)
    const hosts = /https?:\/\/registry\.|(?:^|["'`\s(])\/(?:home|root|Users|work)\//m
    expect(files.filter((file) => hosts.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })
})
