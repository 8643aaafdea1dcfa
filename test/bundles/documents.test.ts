import { describe, expect, test } from 'vitest'
import { BundleDocument, isJsonObject } from '../../schemas/index.ts'
import { validate } from '../../schemas/validator/validate.ts'
import { bundles, files } from './bundles.ts'

/** Places of texts that lack one of the two languages. */
function halfTranslated(value: unknown, place: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => halfTranslated(one, `${place}/${index}`))
  if (!isJsonObject(value)) return []
  if ('zh-CN' in value || 'en' in value) return value['zh-CN'] && value.en ? [] : [place]
  return Object.entries(value).flatMap(([key, one]) => halfTranslated(one, `${place}/${key}`))
}

describe.each(files)('the bundle %s', (name, value) => {
  test('is a bundle document', () => {
    expect(validate(BundleDocument, value)).toEqual([])
  })

  test('has the id of its file', () => {
    expect(value).toMatchObject({ id: name })
  })

  test('says everything in Chinese and English', () => {
    expect(halfTranslated(value, '')).toEqual([])
  })
})

test('every bundle has a code and a title of its own', () => {
  const all = bundles()
  expect(all.length).toBeGreaterThan(0)
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
  expect(new Set(all.map(({ title }) => title['zh-CN'])).size).toBe(all.length)
})

test('a category has one title', () => {
  const titles = new Map<string, string>()
  for (const { category } of bundles()) {
    const title = JSON.stringify(category.title)
    expect(titles.get(category.id) ?? title).toBe(title)
    titles.set(category.id, title)
  }
})

test('a department has one name and level in all bundles', () => {
  const known = new Map<string, string>()
  for (const { departments } of bundles()) {
    for (const department of departments) {
      const described = JSON.stringify(department)
      expect(known.get(department.code) ?? described).toBe(described)
      known.set(department.code, described)
    }
  }
})

test('a citizen finds each bundle by several words', () => {
  for (const { id, keywords } of bundles()) {
    expect(keywords.length, id).toBeGreaterThanOrEqual(8)
    expect(new Set(keywords).size, id).toBe(keywords.length)
  }
})
