import type { LocalText } from '../text.ts'

/** A kind of text that a schema asks for by `format`: what is right, how it is written, how it is hidden. */
export interface Format {
  /** The value of `format` in a schema. */
  readonly name: string
  /**
   * What is wrong with `text`, as one sentence that says what is expected and gives a made-up example; null where
   * nothing is wrong. Judges `normalise(text)`, so that a stray space or a full-width digit is no fault.
   */
  faultOf(text: string): LocalText | null
  /** The one spelling to store and to compare. Text it cannot read comes back tidied at most. */
  normalise(text: string): string
  /** The text as lists and logs may show it; only sensitive formats have one. Hides wrong input too. */
  mask?(text: string): string
}

/** Longer than any of our formats: text beyond it is wrong without a closer look. */
export const longestText = 320
