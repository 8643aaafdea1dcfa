export { checkJson } from './check-json.ts'
export { InvalidInputError, MalformedJsonError } from './invalid-input-error.ts'
export { type JsonLimits, parseJson } from './json.ts'
export { parse, validate } from './validate.ts'
