/** Stands in for @rjsf/utils' merging of `allOf`, which derived forms never hold. */
export default function shallowAllOfMerge(): never {
  throw new Error('a derived form holds no allOf')
}
