/** Stands in for fast-uri, which @rjsf/utils needs to follow `$ref`; derived forms hold none. */
export default {
  resolve(): never {
    throw new Error('a derived form holds no $ref')
  },
}
