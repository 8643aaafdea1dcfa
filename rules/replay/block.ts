/** Rows 32 a word, 512 words at a time: a block of one column stays in the processor's first cache. */
export const blockWords = 512
export const blockRows = blockWords * 32

/** A stretch of rows worked on together. `from` is a multiple of 32; `rows` may end inside the last word. */
export type Block = {
  readonly from: number
  readonly rows: number
  readonly words: number
}

export function* blocksOf(rows: number): Generator<Block, void> {
  for (let from = 0; from < rows; from += blockRows) {
    const size = Math.min(blockRows, rows - from)
    yield { from, rows: size, words: (size + 31) >> 5 }
  }
}

/** Writes one bit a row of `block` into `out`, the first row lowest. */
export type Fill = (block: Block, out: Int32Array) => void

/** One bit a row of a block; bits beyond its last row are 0. Valid until the next block. */
export type Bits = (block: Block) => Int32Array

/** Bits that are worked out once a block, however many conditions use them. */
export function remembered(fill: Fill): Bits {
  const out = new Int32Array(blockWords)
  let known: Block | undefined
  return (block) => {
    if (known !== block) {
      fill(block, out)
      const last = block.rows & 31
      if (last > 0) out[block.words - 1] = (out[block.words - 1] as number) & ((1 << last) - 1)
      known = block
    }
    return out
  }
}

export const noBits: Bits = remembered((_, out) => out.fill(0))
export const allBits: Bits = remembered((block, out) => out.fill(-1, 0, block.words))

export function both(all: readonly Bits[]): Bits {
  const [first = allBits, ...rest] = all
  if (rest.length === 0) return first
  return remembered((block, out) => {
    out.set(first(block))
    for (const bits of rest) {
      const other = bits(block)
      for (let word = 0; word < block.words; word++)
        out[word] = (out[word] as number) & (other[word] as number)
    }
  })
}

export function either(all: readonly Bits[]): Bits {
  const [first = noBits, ...rest] = all
  if (rest.length === 0) return first
  return remembered((block, out) => {
    out.set(first(block))
    for (const bits of rest) {
      const other = bits(block)
      for (let word = 0; word < block.words; word++)
        out[word] = (out[word] as number) | (other[word] as number)
    }
  })
}

export function opposite(bits: Bits): Bits {
  return remembered((block, out) => {
    const one = bits(block)
    for (let word = 0; word < block.words; word++) out[word] = ~(one[word] as number)
  })
}

/** Those of `bits` that are not in `other`. */
export function without(bits: Bits, other: Bits): Bits {
  return remembered((block, out) => {
    const [one, two] = [bits(block), other(block)]
    for (let word = 0; word < block.words; word++) out[word] = (one[word] as number) & ~(two[word] as number)
  })
}

/** For each of `all`, in their order, the rows that none before it has. */
export function exclusive(all: readonly Bits[]): Bits[] {
  const outs = all.map(() => new Int32Array(blockWords))
  const taken = new Int32Array(blockWords)
  let known: Block | undefined
  const settle = (block: Block): void => {
    taken.fill(0)
    all.forEach((bits, index) => {
      const one = bits(block)
      const out = outs[index] ?? taken
      for (let word = 0; word < block.words; word++) {
        out[word] = (one[word] as number) & ~(taken[word] as number)
        taken[word] = (taken[word] as number) | (one[word] as number)
      }
    })
    known = block
  }
  return outs.map((out) => (block) => {
    if (known !== block) settle(block)
    return out
  })
}

/** Rows that at least two of `all` have. */
export function severalOf(all: readonly Bits[]): Bits {
  const once = new Int32Array(blockWords)
  return remembered((block, out) => {
    once.fill(0)
    out.fill(0)
    for (const bits of all) {
      const one = bits(block)
      for (let word = 0; word < block.words; word++) {
        out[word] = (out[word] as number) | ((once[word] as number) & (one[word] as number))
        once[word] = (once[word] as number) | (one[word] as number)
      }
    }
  })
}

export function isSet(bits: Int32Array, block: Block, row: number): boolean {
  return (((bits[(row - block.from) >> 5] as number) >>> (row & 31)) & 1) === 1
}

export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Calls `visit` with every row of `block` whose bit is set, in order; stops where it returns false. */
export function eachRow(bits: Int32Array, block: Block, visit: (row: number) => unknown): void {
  for (let word = 0; word < block.words; word++) {
    let left = bits[word] as number
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left)
      if (visit(block.from + word * 32 + bit) === false) return
      left &= left - 1
    }
  }
}
