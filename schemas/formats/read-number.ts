/** Full-width digits, signs and stops, as Chinese input methods write them. */
const fullWidth = /[０-９．，－＋]/g
const plain = /^[+-]?(\d+\.?\d*|\.\d+)$/

/**
 * The number a text stands for; undefined where it is empty; the text itself where it is no number, so that the form
 * can say so and nothing typed is lost.
 */
export function readNumber(text: string): number | string | undefined {
  const written = text
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s,]/g, '')
  if (written === '') return undefined
  return plain.test(written) ? Number(written) : text.trim()
}
