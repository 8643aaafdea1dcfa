import type { BundleDocument, LocalText } from '../../schemas/index.ts'

/** At most this many words count, to keep one search one small query. */
const maxWords = 10

/** Text as it is searched: full and half width, upper and lower case are alike. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The words of a search. */
export function wordsOf(query: string): string[] {
  const words = normalise(query).split(/\s+/).filter(Boolean)
  return [...new Set(words)].slice(0, maxWords)
}

function joined(...texts: (LocalText | string | undefined)[]): string {
  return normalise(
    texts.flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text ?? {}))).join('\n'),
  )
}

/** What a search for a bundle looks at. `text` holds the title too. */
export function searchTexts(document: BundleDocument): { title: string; text: string } {
  const title = joined(document.title, document.citizenTitle)
  const rest = joined(
    document.id,
    document.code,
    document.summary,
    document.category.title,
    ...document.keywords,
    ...Object.values(document.items).map(({ name }) => name),
    ...document.departments.map(({ name }) => name),
  )
  return { title, text: `${title}\n${rest}` }
}
