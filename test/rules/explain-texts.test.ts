import { describe, expect, test } from 'vitest'
import { en } from '../../rules/explain/texts/en.ts'
import type { SentenceKind, Texts } from '../../rules/explain/texts/texts.ts'
import { zhCN } from '../../rules/explain/texts/zh-CN.ts'
import { operatorNames } from '../../rules/operators/resolve.ts'
import { type EffectType, effectTypes } from '../../schemas/index.ts'

/** Every template with the path to it. */
function templates(value: object, path = ''): (readonly [path: string, template: string])[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${path}${key}`, inner] as const] : templates(inner, `${path}${key}.`),
  )
}

const placeholders = (template: string): string[] => (template.match(/\{\w+\}/g) ?? []).toSorted()

const languages: readonly (readonly [string, Texts])[] = [
  ['zh-CN', zhCN],
  ['en', en],
]

describe.each(languages)('the texts of %s', (_, texts) => {
  test('have a sentence for every operator in every state', () => {
    expect(Object.keys(texts.operators).toSorted()).toEqual(operatorNames.toSorted())
    for (const words of Object.values(texts.operators))
      expect(Object.keys(words).toSorted()).toEqual(['fails', 'holds', 'open'])
  })

  test('have a sentence for every effect in every state', () => {
    const explained = effectTypes.filter((type) => type !== 'set-fact')
    expect(Object.keys(texts.rules)).toEqual(expect.arrayContaining(explained))
    for (const words of Object.values(texts.rules))
      expect(Object.keys(words).toSorted()).toEqual(['always', 'fails', 'holds', 'open'])
  })

  test('are nowhere empty', () => {
    for (const [path, template] of templates(texts)) expect(template.trim(), path).not.toBe('')
  })

  test('name the fact in every clause, and the reasons in every sentence that has some', () => {
    for (const [path, template] of templates(texts.operators)) expect(template, path).toContain('{fact}')
    for (const [path, template] of templates(texts.rules))
      expect(placeholders(template).includes('{reasons}'), path).toBe(!path.endsWith('.always'))
  })

  test('end sentences, and not clauses', () => {
    for (const [path, template] of templates(texts.rules)) expect(template, path).toMatch(/[。.]$/)
    for (const [path, template] of templates(texts.operators)) expect(template, path).not.toMatch(/[。.]$/)
  })
})

test('both languages fill the same places', () => {
  const english = new Map(templates(en))
  for (const [path, template] of templates(zhCN)) {
    expect(placeholders(english.get(path) ?? ''), path).toEqual(placeholders(template))
  }
})

test('Chinese sentences use Chinese punctuation', () => {
  for (const [path, template] of templates(zhCN)) expect(template, path).not.toMatch(/[,;:()"]/)
})

test('an effect without its words does not compile', () => {
  const isEveryEffect: Exclude<EffectType, 'set-fact'> extends SentenceKind ? true : false = true
  expect(isEveryEffect).toBe(true)
})
