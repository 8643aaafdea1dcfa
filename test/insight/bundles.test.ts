import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, diff } from '../../rules/insight/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import { isShown } from './support/shows.ts'

const folder = join(import.meta.dirname, '..', '..', 'bundles')
const bundles = readdirSync(folder).map((name) =>
  parseDocument(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
)

describe.each(bundles.map((bundle) => [bundle.id, bundle] as const))('the bundle %s', (_, bundle) => {
  const findings = check(bundle)

  it('has no finding that is neither fixed nor accepted with a reason, and accepts none it does not have', () => {
    const open = findings.filter(({ accepted }) => accepted === undefined)
    expect(open.map(({ code, place, message }) => `${code} ${place} ${message['zh-CN']}`)).toEqual([])
  })

  it('shows every finding that has a witness on that witness', () => {
    expect(
      findings.filter((one) => !isShown(bundle, one)).map(({ code, place }) => `${code} ${place}`),
    ).toEqual([])
  })

  it('is the same for everyone as a copy with its rules turned round', () => {
    const ordered = new Set(['set-limit', 'charge-fee', 'estimate', 'set-fact'])
    const rules = bundle.rules.toSorted(
      (a, b) =>
        Number(ordered.has(a.event.type)) - Number(ordered.has(b.event.type)) || (a.id < b.id ? 1 : -1),
    )
    expect(diff(bundle, { ...bundle, rules }).verdict).toBe('same')
  })
})
