/** Marks without width or ink, which copying from chats and address books leaves in numbers. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** Full-width ASCII, as Chinese input methods write it; the offset to plain ASCII is fixed by Unicode. */
const fullWidth = /[\uFF01-\uFF5E]/gu
const fullWidthOffset = 0xfee0

/** Plain half-width text without spaces around it and without invisible marks. */
export function tidy(text: string): string {
  return text
    .replace(invisible, '')
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - fullWidthOffset))
    .trim()
}

/** `tidy` for codes: no spaces at all, capital letters. */
export function tidyCode(text: string): string {
  return tidy(text).replace(/\s/gu, '').toUpperCase()
}
