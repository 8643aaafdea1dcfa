/** The shape of a catalogue of texts: the keys of one language, with any words. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
