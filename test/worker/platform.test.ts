import { env } from 'cloudflare:test'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RecentlyUsed } from '../../worker/domain/recently-used.ts'
import { acceptedLanguage } from '../../worker/http/language.ts'
import { assetsOf, manifestAssets } from '../../worker/platform/assets.ts'
import { cloudflarePorts } from '../../worker/platform/cloudflare.ts'
import { consoleLog } from '../../worker/platform/log.ts'

describe('built files', () => {
  const manifest = {
    'portal/form/main.tsx': {
      file: 'assets/main.js',
      isEntry: true,
      css: ['assets/main.css'],
      imports: ['_shared.js'],
    },
    '_shared.js': { file: 'assets/shared.js', css: ['assets/shared.css'], imports: ['portal/form/main.tsx'] },
    'portal/styles/main.css': { file: 'assets/site.css', isEntry: true },
    'rules/explain.ts': { file: 'assets/explain.js' },
  }

  it('of an entry are its own first, then all it imports, each once', () => {
    expect(assetsOf(manifest)).toEqual({
      'portal/form/main.tsx': {
        scripts: ['/assets/main.js', '/assets/shared.js'],
        styles: ['/assets/main.css', '/assets/shared.css'],
      },
      'portal/styles/main.css': { scripts: [], styles: ['/assets/site.css'] },
    })
  })

  it('are read once, but a failure is tried again', async () => {
    const fetch = vi.fn(async () => Response.json(manifest))
    fetch.mockResolvedValueOnce(new Response(null, { status: 404 }))
    const source = manifestAssets({ fetch })
    await expect(source.assets()).rejects.toThrow('not built')
    await source.assets()
    await source.assets()
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})

describe('the log', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('names the error and its place, and quotes nobody’s answers', () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const cause = new Error(
      'D1_ERROR: UNIQUE constraint failed: cases.key: SQLITE_CONSTRAINT\nparams: 430321199001010016',
    )
    consoleLog.failure('urn:uuid:1', new TypeError('Failed query: insert … 430321199001010016', { cause }))
    const line = String(written.mock.calls[0]?.[0])
    expect(JSON.parse(line)).toMatchObject({
      instance: 'urn:uuid:1',
      name: 'TypeError',
      cause: { message: 'D1_ERROR: UNIQUE constraint failed: cases.key: SQLITE_CONSTRAINT' },
    })
    expect(line).not.toContain('430321199001010016')
  })
})

it('does not start with a region that is none', () => {
  const files = { fetch: async () => Response.json({}) }
  expect(() => cloudflarePorts({ DB: env.DB, ASSETS: files, REGION: '湘潭县' })).toThrow('REGION')
})

it('keeps in memory what was used last', () => {
  const kept = new RecentlyUsed<number>(2)
  kept.set('one', 1)
  kept.set('two', 2)
  kept.get('one')
  kept.set('three', 3)
  expect([kept.get('one'), kept.get('two'), kept.get('three')]).toEqual([1, undefined, 3])
})

it.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['zh-Hans-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-GB', 'en'],
  ['fr;q=0.9, en;q=0.1', 'en'],
  ['zh;q=0.2, en;q=0.7', 'en'],
  ['*', 'zh-CN'],
  ['en;q=0', 'zh-CN'],
  [';;;,q=,', 'zh-CN'],
])('for Accept-Language %j speaks %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})
