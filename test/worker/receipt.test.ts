import { describe, expect, it } from 'vitest'
import { receiptSecret, tidySecret } from '../../worker/domain/receipt.ts'

const key = new Uint8Array(32).fill(7)

describe('the secret of a receipt', () => {
  it('is four groups of four, the same for the same case and another for another', async () => {
    const secret = await receiptSecret(key, 'key', 'body')
    expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(await receiptSecret(key, 'key', 'body')).toBe(secret)
    expect(await receiptSecret(key, 'key', 'other')).not.toBe(secret)
  })

  it('is read as a person copies it: small letters, spaces, full width, O for 0 and l for 1', () => {
    const secret = 'A0B1-C2D3-E4F5-G6H7'
    for (const typed of [
      'a0b1c2d3e4f5g6h7',
      ' AOBl c2d3 E4F5-G6H7 ',
      'Ａ０Ｂ１－Ｃ２Ｄ３－Ｅ４Ｆ５－Ｇ６Ｈ７',
    ]) {
      expect(tidySecret(typed)).toBe(secret)
    }
  })
})
