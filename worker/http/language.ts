import { parseAccept } from 'hono/utils/accept'
import { type Language, languages } from '../../schemas/index.ts'

/** The language a tag such as `en-GB` or `zh-Hans` stands for here, if any. */
function languageOf(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split('-')[0]
  return languages.find((language) => language.toLowerCase().split('-')[0] === primary)
}

/** The language a person chose by name; undefined for any other text. */
export function chosenLanguage(text: string | undefined): Language | undefined {
  return languages.find((language) => language === text)
}

/** The best language for an Accept-Language header; zh-CN where it names none of ours. */
export function acceptedLanguage(header: string | undefined): Language {
  const ranges = header ? parseAccept(header).toSorted((one, other) => other.q - one.q) : []
  for (const { type, q } of ranges) {
    const language = q > 0 ? languageOf(type) : undefined
    if (language) return language
  }
  return 'zh-CN'
}
