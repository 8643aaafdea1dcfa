/** Fewer hidden characters than this would let a reader guess the rest. */
const fewestHidden = 4

/**
 * `text` with its middle hidden, such as 430***********0016. Text too short to hide enough is hidden whole, so that a
 * mistyped number gives no more away than a right one.
 */
export function maskMiddle(text: string, shownBefore: number, shownAfter: number): string {
  const characters = [...text]
  const hidden = characters.length - shownBefore - shownAfter
  if (hidden < fewestHidden) return '*'.repeat(characters.length)
  return [
    ...characters.slice(0, shownBefore),
    '*'.repeat(hidden),
    ...characters.slice(characters.length - shownAfter),
  ].join('')
}
