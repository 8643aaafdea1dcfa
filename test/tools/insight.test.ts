import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const restaurant = 'bundles/open-a-restaurant.json'
const folder = mkdtempSync(join(tmpdir(), 'insight-'))
afterAll(() => rmSync(folder, { recursive: true }))

function bundle(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['tools/bundle/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout }
}

/** The restaurant with something changed, as a file. */
function variant(name: string, change: (document: ReturnType<typeof JSON.parse>) => void): string {
  const document = JSON.parse(readFileSync(join(root, restaurant), 'utf8'))
  change(document)
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(document))
  return path
}

describe('bundle check', () => {
  it('fails on a finding that is certainly wrong, and names its place', () => {
    const path = variant('choice.json', ({ rules }) => {
      rules[0].conditions.all[1].value.push('market')
    })
    const { status, stdout } = bundle('check', path, '--lang', 'en')
    expect(stdout).toContain(`${path}#/rules/0/conditions/all/1/value/3: error: `)
    expect(stdout).toContain('has no choice “market”. (unknown-choice)')
    expect(status).toBe(1)
  })

  it('does not fail on a warning, and lists everything for machines', () => {
    const path = variant('warning.json', ({ items }) => {
      items.CY01.name = { 'zh-CN': '营业执照' }
    })
    const { status, stdout } = bundle('check', path, '--json')
    expect(status).toBe(0)
    const [report] = JSON.parse(stdout)
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'missing-translation',
        severity: 'warning',
        pointer: '/items/CY01/name',
      }),
    )
  })
})

describe('bundle diff', () => {
  it('says for whom a threshold makes a difference', () => {
    const path = variant('larger.json', ({ parameters }) => {
      parameters.smallCateringMaxArea.value = 60
    })
    const { status, stdout } = bundle('diff', restaurant, path)
    expect(status).toBe(0)
    expect(stdout).toContain('/parameters/smallCateringMaxArea/value')
    expect(stdout).toContain(
      '“承诺时限”：仅“经营场所使用面积”大于 50 ㎡且不超过 60 ㎡的申请人由 15 个工作日变为 7 个工作日。',
    )
  })

  it('says that a reworded document decides everyone alike', () => {
    const path = variant('reworded.json', (document) => {
      document.summary = { 'zh-CN': '改写的说明。', en: 'Reworded.' }
    })
    const { status, stdout } = bundle('diff', restaurant, path, '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout).toContain('Both versions decide alike for every applicant (proved).')
  })
})
