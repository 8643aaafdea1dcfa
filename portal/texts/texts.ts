import type { Language } from '../../schemas/index.ts'

/** The shape of a dictionary: the keys and parameters of one language, with any words for texts. */
export type Dictionary<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Dictionary<T[K]>
}

/** The dictionary of each language. Every language has every key. */
export type Dictionaries<T> = Readonly<Record<Language, Dictionary<T>>>
