const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A synthetic 公民身份号码 of somebody born on a date (`YYYYMMDD`), with its check digit (GB 11643). */
export function identityNumberOf(birthDate: string): string {
  const digits = `430321${birthDate}001`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return `${digits}${'10X98765432'[sum % 11]}`
}
