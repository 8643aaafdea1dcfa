import type { Random } from '../random.ts'

const digits = '0123456789'
const letters = 'ABCDEFGHJKLMNPQRTUWXYabcdefghjkmnpqrstuvwxyz'
const classes: Readonly<Record<string, string>> = { d: digits, w: `${digits}${letters}_`, s: ' ' }
/** How often an open-ended quantifier repeats at most. */
const mostRepeats = 6

class Reader {
  private position = 0
  private readonly pattern: string
  private readonly random: Random

  constructor(pattern: string, random: Random) {
    this.pattern = pattern
    this.random = random
  }

  private take(): string {
    return this.pattern.charAt(this.position++)
  }

  private accept(text: string): boolean {
    if (!this.pattern.startsWith(text, this.position)) return false
    this.position += text.length
    return true
  }

  /** One of the alternatives up to a closing bracket or the end. */
  alternatives(): string {
    const found = [this.sequence()]
    while (this.accept('|')) found.push(this.sequence())
    return this.random.pick(found) ?? ''
  }

  private sequence(): string {
    let text = ''
    while (this.position < this.pattern.length && !['|', ')'].includes(this.pattern.charAt(this.position))) {
      const start = this.position
      let piece = this.atom()
      const [low, high] = this.quantifier()
      const end = this.position
      const count = this.random.between(low, high)
      text += count > 0 ? piece : ''
      for (let repeat = 1; repeat < count; repeat++) {
        this.position = start
        piece = this.atom()
        text += piece
      }
      this.position = end
    }
    return text
  }

  private atom(): string {
    if (this.accept('^') || this.accept('$')) return ''
    if (this.accept('(')) {
      this.accept('?:')
      const text = this.alternatives()
      this.accept(')')
      return text
    }
    if (this.accept('[')) return this.random.pick([...this.members()]) ?? ''
    if (this.accept('\\')) return this.escaped()
    return this.accept('.') ? this.one(letters) : this.take()
  }

  private one(members: string): string {
    return members.charAt(this.random.between(0, members.length - 1))
  }

  private escaped(): string {
    const character = this.take()
    const members = classes[character]
    return members ? this.one(members) : character
  }

  private members(): string {
    const negated = this.accept('^')
    let members = ''
    while (this.position < this.pattern.length && !this.accept(']')) {
      const first = this.take()
      if (first === '\\') {
        const escaped = this.take()
        members += classes[escaped] ?? escaped
      } else if (this.pattern.charAt(this.position + 1) !== ']' && this.accept('-')) {
        const [from, to] = [first.charCodeAt(0), this.take().charCodeAt(0)]
        for (let code = from; code <= to; code++) members += String.fromCharCode(code)
      } else members += first
    }
    return negated ? [...digits, ...letters].filter((one) => !members.includes(one)).join('') : members
  }

  private quantifier(): [low: number, high: number] {
    if (this.accept('?')) return [0, 1]
    if (this.accept('*')) return [0, mostRepeats]
    if (this.accept('+')) return [1, mostRepeats]
    const [whole, low, comma, high] = /^\{(\d+)(,?)(\d*)\}/.exec(this.pattern.slice(this.position)) ?? []
    if (whole === undefined) return [1, 1]
    this.position += whole.length
    const least = Number(low)
    return [least, comma ? (high ? Number(high) : least + mostRepeats) : least]
  }
}

/** A text that fits a regular expression of the plain kind; undefined where this reader does not understand it. */
export function textMatching(pattern: string, random: Random): string | undefined {
  const whole = new RegExp(pattern, 'u')
  for (let attempt = 0; attempt < 20; attempt++) {
    const text = new Reader(pattern, random).alternatives()
    if (whole.test(text)) return text
  }
  return undefined
}
