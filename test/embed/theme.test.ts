import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelsOf, contrast } from '../../portal/embed/frame/colour.ts'
import { readTheme } from '../../portal/embed/frame/theme.ts'

const sheet = readFileSync(new URL('../../portal/styles/tokens.css', import.meta.url), 'utf8')
const token = (name: string) => new RegExp(`${name}: (.+);`).exec(sheet)?.[1] ?? ''
const read = (theme: object) => readTheme(JSON.stringify(theme), token)

const colour = fc
  .tuple(...([0, 1, 2] as const).map(() => fc.integer({ min: 0, max: 255 })))
  .map((channels) => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`)

function ratio(one: string, other: string): number {
  const [first, second] = [channelsOf(one), channelsOf(other)]
  if (!first || !second) throw new Error(`${one} or ${other} is no colour`)
  return contrast(first, second)
}

describe('a theme', () => {
  it('changes the accent with what belongs to it, the ground and the corners', () => {
    const { tokens, refused } = read({ accent: '#7a1f5c', ground: '#fff', radius: '12px' })
    expect(refused).toEqual([])
    expect(tokens).toMatchObject({ '--blue': '#7a1f5c', '--ground': '#ffffff', '--radius': '12px' })
    expect(Object.keys(tokens).sort()).toEqual([
      '--blue',
      '--blue-deep',
      '--blue-tint',
      '--ground',
      '--radius',
    ])
  })

  it.each([
    ['accent', 'red'],
    ['accent', 'url(https://elsewhere.example/)'],
    ['accent', '#7a1f5c;background:url(//elsewhere.example)'],
    ['accent', 'var(--red)'],
    ['accent', 7],
    ['ground', 'transparent'],
    ['radius', '25px'],
    ['radius', '1em'],
    ['radius', 'calc(1px)'],
  ])('is refused as invalid: %s %j', (name, value) => {
    expect(read({ [name]: value })).toEqual({ tokens: {}, refused: [{ name, reason: 'invalid' }] })
  })

  it.each(['font', '--blue', '__proto__', 'toString'])('has no %s', (name) => {
    const { tokens, refused } = readTheme(`{${JSON.stringify(name)}: "#000"}`, token)
    expect(tokens).toEqual({})
    expect(refused).toEqual([{ name: '', reason: 'unknown' }])
  })

  it('leaves every text readable, whatever colours are wished for', () => {
    fc.assert(
      fc.property(colour, colour, (accent, ground) => {
        const { tokens } = read({ accent, ground })
        const shown = (name: string) => tokens[name] ?? token(name)
        for (const text of ['--ink', '--ink-soft', '--red', '--green', '--amber', '--blue']) {
          expect(ratio(shown(text), shown('--ground'))).toBeGreaterThanOrEqual(4.5)
        }
        expect(ratio(shown('--blue'), token('--paper'))).toBeGreaterThanOrEqual(4.5)
        expect(ratio(shown('--blue'), shown('--blue-tint'))).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it.each(['', '[]', 'null', '{', '"#fff"'])('is nothing where it is %j', (text) => {
    expect(readTheme(text, token)).toEqual({ tokens: {}, refused: [{ name: '', reason: 'malformed' }] })
  })
})
