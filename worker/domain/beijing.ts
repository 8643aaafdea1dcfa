/** Beijing is eight hours ahead of UTC all year round. */
const aheadOfUtc = 8 * 60 * 60 * 1000

/** The calendar date in Beijing at `instant`, `YYYY-MM-DD`. */
export function beijingDate(instant: Date): string {
  return new Date(instant.getTime() + aheadOfUtc).toISOString().slice(0, 10)
}
