/** 128 random bits in hexadecimal. crypto.randomUUID would need a secure context, which not every host page has. */
export function randomIdentifier(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
