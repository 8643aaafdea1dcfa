/** How many cases a fuzz test compares, and from where: repeat a run with FUZZ_SEED and FUZZ_COUNT. */
export const fuzzCount = Number(process.env.FUZZ_COUNT ?? 20_000)
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
