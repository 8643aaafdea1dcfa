import { describe, expect, it } from 'vitest'
import {
  anonymous,
  type CompiledCatalogue,
  catalogueKey,
  compile,
  compileCatalogue,
  decide,
  interview,
} from '../../rules/index.ts'
import { parseDocument } from '../../rules/publishing.ts'
import type { Answers, BundleDocument } from '../../schemas/index.ts'
import { bundles } from '../bundles/bundles.ts'
import { smallDocument } from '../support/documents.ts'

/** The stall, and a second bundle that asks for the same area. */
function twoBundles(): CompiledCatalogue {
  const other = smallDocument({ id: 'open-a-kiosk', audience: ['6'] })
  return compileCatalogue([parseDocument(smallDocument()), parseDocument(other)])
}

describe('the interview', () => {
  it('asks what several bundles share first, once for all of them', () => {
    const [first] = interview(twoBundles(), {}).questions
    expect(first?.key).toBe('business-area')
    expect(first?.asked.map(({ bundle, field }) => `${bundle}.${field}`)).toEqual([
      'open-a-stall.area',
      'open-a-kiosk.area',
    ])
  })

  it('looks at eligibility alone', () => {
    const keys = interview(twoBundles(), {}).questions.map(({ key }) => key)
    expect(keys).toEqual(['business-area', 'open-a-stall.age', 'open-a-kiosk.age'])
  })

  it('decides every bundle it is asked about, and no other', () => {
    const catalogue = twoBundles()
    const known = { 'business-area': 6, 'open-a-stall.age': 30, 'open-a-kiosk.age': 17 }
    const both = interview(catalogue, known)
    expect(both.decisions.map(({ eligibility }) => eligibility)).toEqual(['eligible', 'rejected'])
    expect(both.questions).toEqual([])
    const [one] = catalogue.bundles
    expect(interview(catalogue, known, one ? [one] : []).decisions.map(({ bundle }) => bundle)).toEqual([
      'open-a-stall',
    ])
  })

  it('finishes one bundle before it begins another', () => {
    const catalogue = compileCatalogue(bundles())
    const answers: Record<string, unknown> = {}
    const order: string[] = []
    for (let next = interview(catalogue, answers).questions[0]; next; ) {
      const [asked] = next.asked
      if (order.at(-1) !== asked?.bundle) order.push(asked?.bundle ?? '')
      answers[next.key] = null
      if (next.key === 'newborn.birthDate') answers['newborn.ageDays'] = null
      next = interview(catalogue, answers).questions[0]
    }
    expect(order).toEqual([...new Set(order)])
  })

  it('comes to what deciding each bundle for itself comes to', () => {
    const documents = bundles()
    const catalogue = compileCatalogue(documents)
    const longest = Math.max(...documents.map(({ scenarios }) => scenarios.length))
    for (let person = 0; person < longest; person++) {
      const own = documents.map((document): Answers => {
        const stated = document.scenarios[person % document.scenarios.length]?.answers ?? {}
        return Object.fromEntries(Object.keys(document.form.fields).map((id) => [id, stated[id] ?? null]))
      })
      const all: Record<string, unknown> = {}
      for (const [index, document] of documents.entries())
        for (const [id, value] of Object.entries(own[index] ?? {})) all[catalogueKey(document, id)] ??= value
      const { decisions, questions } = interview(catalogue, all)
      expect(questions).toEqual([])
      for (const [index, document] of documents.entries()) {
        const fields = Object.keys(document.form.fields).map((id) => [id, all[catalogueKey(document, id)]])
        expect(decisions[index]?.eligibility).toBe(
          decide(compile(document), Object.fromEntries(fields)).eligibility,
        )
      }
    }
  })
})

describe('before anybody applies', () => {
  it('an age is asked itself, and not the identity number it would be worked out from', () => {
    const compiled = compile(parseDocument(smallDocument()))
    const asked = (one: typeof compiled) => decide(one, {}).ask.map(({ field }) => field)
    expect(asked(compiled)).toContain('idNumber')
    expect(asked(anonymous(compiled))).not.toContain('idNumber')
    expect(asked(anonymous(compiled))).toContain('age')
  })

  it('what follows from an answer that is not sensitive is still worked out', () => {
    const source = smallDocument().form.fields.idNumber
    const { form } = smallDocument()
    const document: BundleDocument = smallDocument({
      form: {
        ...form,
        fields: { ...form.fields, ...(source ? { idNumber: { ...source, sensitive: false } } : {}) },
      },
    })
    expect(anonymous(compile(parseDocument(document))).document).toEqual(document)
  })

  it('the same is decided', () => {
    const compiled = compile(parseDocument(smallDocument()))
    const answers = { age: 17, area: 6, hasSign: false }
    expect(decide(anonymous(compiled), answers, { unanswered: 'absent' })).toEqual(
      decide(compiled, answers, { unanswered: 'absent' }),
    )
  })
})
