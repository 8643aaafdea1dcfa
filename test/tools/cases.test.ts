import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const restaurant = 'bundles/open-a-restaurant.json'
let folder: string
let draft: string
let cases: string

function bundle(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bundle/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'))
  const document = JSON.parse(readFileSync(join(root, restaurant), 'utf8'))
  document.parameters.smallCateringMaxArea.value = 80
  draft = file('draft.json', JSON.stringify(document))
  cases = file('cases.jsonl', bundle('generate', restaurant, '--cases', '200', '--seed', '4').stdout)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('bundle generate', () => {
  it('writes as many cases as asked for, one a line, the same for the same seed', () => {
    const text = readFileSync(cases, 'utf8')
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.length).toBe(200)
    expect(Object.keys(lines[0])).toEqual(['receivedOn', 'township', 'answers'])
    expect(bundle('generate', restaurant, '--cases', '200', '--seed', '4').stdout).toBe(text)
    expect(bundle('generate', restaurant, '--cases', '1', '--year', '2031').stdout).toMatch(
      /^\{"receivedOn":"2031-/,
    )
  })

  it('needs a number', () => {
    const { status, stderr } = bundle('generate', restaurant)
    expect(status).toBe(2)
    expect(stderr).toContain('--cases')
  })
})

describe('bundle replay', () => {
  it('prints what changes, in tables', () => {
    const { status, stdout } = bundle('replay', restaurant, draft, '--cases', cases, '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^\d+ of 200 cases change\.$/m)
    expect(stdout).toMatch(/^15 → 7 +\d+$/m)
    expect(stdout).toContain('Small food business licence (small catering) (CY03)')
    expect(stdout).toMatch(/^430321100 +\d+ +\d+$/m)
  })

  it('gives the numbers to machines, over made-up cases too', () => {
    const stored = JSON.parse(bundle('replay', restaurant, draft, '--cases', cases, '--json').stdout)
    const madeUp = JSON.parse(
      bundle('replay', restaurant, draft, '--cases', '200', '--seed', '4', '--json').stdout,
    )
    expect(stored).toMatchObject({ cases: 200, newQuestions: [], unreadable: [] })
    expect(stored).toEqual(madeUp)
    expect(stored.changed).toBeGreaterThan(0)
  })

  it('names the line and the place of what is no case', () => {
    const path = file(
      'bad.jsonl',
      '{"receivedOn":"2025-01-02","township":null,"answers":{}}\n{"receivedOn":"2025-02-30","township":null,"answers":{}}\n',
    )
    const { status, stderr } = bundle('replay', restaurant, draft, '--cases', path, '--lang', 'en')
    expect(status).toBe(1)
    expect(stderr).toContain(`${path}:2#/receivedOn: `)
  })

  it('says which file is not there', () => {
    const { status, stderr } = bundle('replay', restaurant, draft, '--cases', join(folder, 'none.jsonl'))
    expect(status).toBe(2)
    expect(stderr).toContain('none.jsonl: cannot be read')
  })
})

describe('bundle reductions', () => {
  it('sets what was decided beside what was announced, and says what is not known', () => {
    const { stdout } = bundle('reductions', restaurant, '--cases', cases, '--lang', 'en')
    expect(stdout).toMatch(/^Over \d+ cases; \d+ more were turned away\.$/m)
    expect(stdout).toMatch(/^Materials +35 +9 +\d+\.\d\d +\d+ +\d+$/m)
    expect(stdout).toMatch(/^Visits +8 +1 +- +- +-$/m)
  })

  it('goes by the decision that was made, where one is given', () => {
    const answers = JSON.parse(readFileSync(cases, 'utf8').split('\n')[0] ?? '').answers
    const decision = JSON.parse(
      bundle('decide', restaurant, file('answers.json', JSON.stringify(answers)), '--absent', '--json')
        .stdout,
    )
    const changed = {
      ...decision,
      eligibility: 'eligible',
      limit: { days: 99, rule: null, certainty: 'certain' },
    }
    const path = file(
      'decided.jsonl',
      JSON.stringify({ receivedOn: '2025-01-02', township: null, answers, decision: changed }),
    )
    const { reductions } = JSON.parse(bundle('reductions', restaurant, '--cases', path, '--json').stdout)
    expect(reductions[3]).toMatchObject({ figure: 'days', decided: { cases: 1, mean: 99 } })
  })
})

describe('bundle coverage', () => {
  it('says what no scenario shows, and how few would show it', () => {
    const { status, stdout } = bundle('coverage', restaurant, '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Choices {2}\d+\/\d+$/m)
    expect(stdout).toMatch(/^Boundaries {2}\d+\/\d+$/m)
  })
})

describe('bundle why', () => {
  const asked = (outcome: string, ...options: string[]) =>
    bundle(
      'why',
      restaurant,
      file('noodles.json', '{"businessArea":45}'),
      outcome,
      '--absent',
      '--lang',
      'en',
      ...options,
    )

  it('says why, and what would change it', () => {
    const { status, stdout } = asked('M06')
    expect(status).toBe(0)
    expect(stdout).toContain('“Usable area of the premises” is 45 ㎡')
    expect(stdout).toContain('If “Usable area of the premises” is more than 50 ㎡, the document')
  })

  it('knows outcomes by kind and name, and the limit as days', () => {
    expect(asked('material/M06').stdout).toBe(asked('M06').stdout)
    expect(asked('days').stdout).toContain('the promised time limit is 15 working days')
    expect(JSON.parse(asked('eligible', '--json').stdout)).toMatchObject({
      target: { kind: 'eligible' },
      state: 'fails',
    })
  })

  it('names the outcomes there are, where there is no such one', () => {
    const { status, stderr } = asked('M99')
    expect(status).toBe(2)
    expect(stderr).toContain('material/M06')
  })
})
