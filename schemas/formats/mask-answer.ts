import { maskMiddle } from './mask.ts'
import { formatNamed } from './registry.ts'

/** A sensitive answer as lists and logs may show it: by its format, or all but the first and last character hidden. */
export function maskAnswer(text: string, format?: string): string {
  return formatNamed(format)?.mask?.(text) ?? maskMiddle(text, 1, 1)
}
