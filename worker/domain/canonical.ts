import canonicalize from 'canonicalize'

/** The canonical JSON (RFC 8785) of a value that `parseJson` accepted. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('There is no JSON for this value.')
  return text
}
