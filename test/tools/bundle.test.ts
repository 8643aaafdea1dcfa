import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const restaurant = 'bundles/open-a-restaurant.json'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function bundle(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bundle/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** The restaurant's document with something wrong, as a file. */
function broken(name: string, change: (document: ReturnType<typeof JSON.parse>) => void): string {
  const document = JSON.parse(readFileSync(join(root, restaurant), 'utf8'))
  change(document)
  return file(name, JSON.stringify(document))
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('bundle check', () => {
  it('passes a bundle and says what it did', () => {
    const { status, stdout } = bundle('check', restaurant, '--lang', 'en')
    expect(stdout).toMatch(/ok — \d+ scenarios on both evaluators, rule coverage (\d+)\/\1/)
    expect(status).toBe(0)
  })

  it('names the exact place of a dangling reference', () => {
    const path = broken('dangling.json', (document) => {
      document.rules[0].event = { type: 'include-item', params: { item: 'NOPE' } }
    })
    const { status, stdout } = bundle('check', path, '--lang', 'en')
    expect(stdout).toContain(
      `${path}#/rules/0/event/params/item: There is no item called “NOPE”. (dangling-reference)`,
    )
    expect(status).toBe(1)
  })

  it('reports a scenario that is decided otherwise, for machines too', () => {
    const path = broken('failing.json', (document) => {
      document.scenarios[0].expect.days = 99
    })
    const { status, stdout } = bundle('check', path, '--json')
    const [report] = JSON.parse(stdout)
    expect(report.ok).toBe(false)
    expect(report.failures[0].differences[0]).toMatchObject({ what: 'days', expected: 99, decided: 7 })
    expect(status).toBe(1)
  })

  it('fails where a rule never fires in any scenario', () => {
    const path = broken('uncovered.json', (document) => {
      document.scenarios = document.scenarios.slice(0, 1)
    })
    const { status, stdout } = bundle('check', path, '--lang', 'en')
    expect(stdout).toContain('rule include-CY10 holds in no scenario')
    expect(status).toBe(1)
  })

  it('says where a file is not JSON', () => {
    const { status, stdout } = bundle('check', file('not.json', '{\n  "id": oops\n}'), '--lang', 'en')
    expect(stdout).toMatch(/line 2/i)
    expect(status).toBe(1)
  })
})

describe('bundle decide, explain, export, propose', () => {
  it('decides what is certain and what to ask next', () => {
    const { status, stdout } = bundle('decide', restaurant, file('area.json', '{"businessArea":45}'))
    expect(stdout).toContain('limit        7 working days')
    expect(stdout).toMatch(/ask +inSealPeriod /)
    expect(status).toBe(0)
  })

  it('takes answers as the server does: no wrong values, no unknown fields, each named in the file it is in', () => {
    const path = file('wrong.json', '{"businessArea":"45","nope":1}')
    for (const command of ['decide', 'explain']) {
      const { status, stdout, stderr } = bundle(command, restaurant, path, '--lang', 'en')
      expect(stderr).toContain(`${path}#/businessArea: This must be a number. (type)`)
      expect(stderr).toContain(`${path}#/nope: The form has no field called “nope”. (additionalProperties)`)
      expect(stdout).toBe('')
      expect(status).toBe(1)
    }
    const { stdout } = bundle('decide', restaurant, file('cut.json', '{'), '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      file: join(folder, 'cut.json'),
      faults: [{ keyword: 'json' }],
    })
  })

  it('works out what follows from the answers', () => {
    const path = file('old.json', '{"idNo":"11010519491231002X"}')
    const { stdout } = bundle('decide', 'bundles/flexible-employment-insurance.json', path, '--json')
    const { rejections } = JSON.parse(stdout)
    expect(rejections).toContainEqual(expect.objectContaining({ rule: 'E2', certainty: 'certain' }))
  })

  it('explains with reasons', () => {
    const { stdout } = bundle('explain', restaurant, file('area.json', '{"businessArea":45}'), '--lang', 'en')
    expect(stdout).toMatch(/✓ require-M07 .*45 ㎡.*50 ㎡/)
  })

  it('exports rules that json-rules-engine takes as they are', async () => {
    const { rules, conditions, facts } = JSON.parse(bundle('export', restaurant).stdout)
    const { Engine } = await import('json-rules-engine')
    const engine = new Engine(rules, { allowUndefinedFacts: true })
    for (const [name, condition] of Object.entries(conditions)) engine.setCondition(name, Object(condition))
    const { results } = await engine.run({ ...facts, businessArea: 45 })
    expect(results.map(({ name }: { name: string }) => name)).toContain('include-CY03')
  })

  it('proposes scenarios that cover every rule of a bundle that had one scenario', () => {
    const keepOne = (document: ReturnType<typeof JSON.parse>) => {
      document.scenarios = document.scenarios.slice(0, 1)
    }
    const { scenarios, unreached } = JSON.parse(bundle('propose', broken('one.json', keepOne)).stdout)
    expect(unreached).toEqual([])
    const completed = broken('completed.json', (document) => {
      keepOne(document)
      document.scenarios.push(...scenarios)
    })
    expect(bundle('check', completed, '--lang', 'en').stdout).toMatch(/rule coverage (\d+)\/\1/)
  })

  it('refuses a wrong call with the usage and exit code 2', () => {
    const { status, stderr } = bundle('frobnicate')
    expect(stderr).toContain('check FILE')
    expect(status).toBe(2)
    expect(bundle('export', restaurant, '--lang', 'de').status).toBe(2)
    expect(bundle('--help').status).toBe(0)
  })
})
