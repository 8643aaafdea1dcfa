import {
  createErrorHandler,
  type ErrorSchema,
  ErrorSchemaBuilder,
  type RJSFSchema,
  type RJSFValidationError,
  unwrapErrorHandler,
  type ValidationData,
  type ValidatorType,
  validationDataMerge,
} from '@rjsf/utils'
import type { Fault } from '../fault.ts'
import { isJsonObject } from '../json.ts'
import { textIn } from '../language.ts'
import type { Language } from '../text.ts'
import { conforms } from './engine.ts'
import { segmentsOf } from './located.ts'
import { validate } from './validate.ts'

/** Answers by field id, as the form holds them. */
export type FormData = { [field: string]: unknown }

/** The title of what is at a place: its own, or that of the nearest group around it. */
function titleAt(schema: object, segments: readonly string[]): string | undefined {
  let title: string | undefined
  let here: unknown = schema
  for (const segment of segments) {
    if (!isJsonObject(here)) break
    const { properties, items } = here
    here = isJsonObject(properties) && Object.hasOwn(properties, segment) ? properties[segment] : items
    if (isJsonObject(here) && typeof here.title === 'string') title = here.title
  }
  return title
}

function inSummary(title: string, message: string, language: Language): string {
  return language === 'en' ? `${title}: ${message}` : `“${title}”：${message}`
}

function errorFor(fault: Fault, schema: object, language: Language): RJSFValidationError {
  const segments = segmentsOf(fault.pointer)
  const message = textIn(fault.message, language)
  const title = titleAt(schema, segments)
  return {
    name: fault.keyword,
    property: `.${segments.join('.')}`,
    // `property` is ambiguous where a field's id holds a dot; the pointer is not.
    params: { pointer: fault.pointer },
    message,
    stack: title === undefined ? message : inSummary(title, message, language),
    ...(title === undefined ? {} : { title }),
  }
}

function errorTree(errors: readonly RJSFValidationError[]): ErrorSchema<FormData> {
  const builder = new ErrorSchemaBuilder<FormData>()
  for (const { message, params, property = '' } of errors) {
    const pointer: unknown = params?.pointer
    if (message) builder.addErrors(message, typeof pointer === 'string' ? segmentsOf(pointer) : property)
  }
  return builder.ErrorSchema
}

function rawValidation<Result>(schema: RJSFSchema, formData?: FormData): { errors?: Result[] }
function rawValidation(schema: RJSFSchema, formData?: FormData): { errors?: unknown[] } {
  return { errors: validate(schema, formData) }
}

/**
 * The validator for @rjsf/core, with messages in `language`. Make one for each language and keep it: the form starts
 * over when it gets another one. `rawValidation` gives our faults. Schemas may hold no `$ref` (derived forms have none).
 */
export function rjsfValidator(language: Language): ValidatorType<FormData> {
  return {
    rawValidation,
    isValid: (schema, formData) => conforms(schema, formData),
    validateFormData(formData, schema, customValidate, transformErrors, uiSchema): ValidationData<FormData> {
      const found = validate(schema, formData).map((fault) => errorFor(fault, schema, language))
      const errors = transformErrors ? transformErrors(found, uiSchema) : found
      const result = { errors, errorSchema: errorTree(errors) }
      if (!customValidate) return result
      const handler = customValidate(
        formData,
        createErrorHandler(formData ?? {}),
        uiSchema,
        result.errorSchema,
      )
      return validationDataMerge(result, unwrapErrorHandler(handler))
    },
  }
}
