import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formTexts } from '../../portal/texts/form/index.ts'
import { pageTexts } from '../../portal/texts/pages/index.ts'
import { sharedTexts } from '../../portal/texts/shared/index.ts'

const portal = join(import.meta.dirname, '..', '..', 'portal')
const dictionaries = { formTexts, pageTexts, sharedTexts }

/** Every text of a dictionary with its place; functions are called with numbers and words of their own. */
function leaves(value: unknown, place: string[] = []): [string, string][] {
  if (typeof value === 'function') {
    const given = Array.from({ length: value.length }, (_, index) => index + 2)
    return [[place.join('.'), String(value(...given))]]
  }
  if (typeof value === 'string') return [[place.join('.'), value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...place, key]))
}

describe.each(Object.entries(dictionaries))('%s', (_, dictionary) => {
  it('says the same things in both languages', () => {
    const places = (language: 'zh-CN' | 'en') => leaves(dictionary[language]).map(([place]) => place)
    expect(places('en')).toEqual(places('zh-CN'))
  })

  it('leaves no text empty, and takes up everything it is given', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      for (const [place, text] of leaves(dictionary[language])) {
        expect(text.trim(), place).not.toBe('')
        expect(text, place).not.toContain('undefined')
      }
    }
  })

  it('writes Chinese with Chinese punctuation', () => {
    const wrong = leaves(dictionary['zh-CN']).filter(([, text]) => /[\u4e00-\u9fff”][,:;?!]/.test(text))
    expect(wrong).toEqual([])
  })

  it('has no text that nothing shows', () => {
    const sources = readdirSync(portal, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('texts'))
      .map((file) => readFileSync(join(portal, file), 'utf8'))
      .join('\n')
    const unused = Object.keys(dictionary['zh-CN']).filter((key) => !new RegExp(`\\b${key}\\b`).test(sources))
    expect(unused).toEqual([])
  })
})

it('counts in English as English does', () => {
  expect(sharedTexts.en.workingDays(1)).toBe('1 working day')
  expect(sharedTexts.en.workingDays(7)).toBe('7 working days')
  expect(pageTexts.en.results(1)).toBe('1 matter')
})
