/** Whether an If-None-Match header names this tag (RFC 9110 section 13.1.2; the weak comparison). */
export function namesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.match(/"[^"]*"/g)?.some((named) => named === tag) === true
}
