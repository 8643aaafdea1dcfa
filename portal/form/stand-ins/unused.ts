function refuse(): never {
  throw new Error('a derived form holds no allOf, no unions and no dependencies')
}

/**
 * Stands in for what @rjsf/utils has for `allOf`, `oneOf`, `anyOf`, dependencies and leaving out extra data. Derived
 * forms (rules/form) hold none of these, and which answers are left out is decided there.
 */
export default refuse
export const getUsedFormData = refuse
export const getFieldNames = refuse
export const isValueEmpty = refuse
