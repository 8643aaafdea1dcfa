import { fieldSchema } from '../../rules/index.ts'
import { normaliseAnswer } from '../../schemas/formats/index.ts'
import type { Answers, BundleDocument, Fault, Field } from '../../schemas/index.ts'
import { pointerTo } from '../../schemas/index.ts'
import { validate } from '../../schemas/validator/index.ts'

function unknownField(pointer: string, key: string): Fault {
  return {
    pointer,
    keyword: 'additionalProperties',
    message: {
      'zh-CN': `表单中没有名为“${key}”的字段。`,
      en: `The form has no field called “${key}”.`,
    },
  }
}

/** What is wrong with one answer, with pointers below `pointer`. Null (left empty) is always right. */
export function checkAnswer(field: Field, value: unknown, pointer: string): Fault[] {
  if (value === null) return []
  return validate(fieldSchema(field, 'zh-CN'), value).map((fault) => ({
    ...fault,
    pointer: pointer + fault.pointer,
  }))
}

/** Answers in their one spelling: identity numbers with a capital X, telephone numbers without spaces. */
export function normaliseAnswers({ form }: BundleDocument, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => {
      const field = Object.hasOwn(form.fields, id) ? form.fields[id] : undefined
      return [id, field ? normaliseAnswer(field.schema, value) : value]
    }),
  )
}

/**
 * What is wrong with answers that need not be whole: fields the document does not have, and values of the wrong
 * shape. Pointers start at `/answers`.
 */
export function checkAnswers({ form }: BundleDocument, answers: Answers): Fault[] {
  return Object.entries(answers).flatMap(([id, value]) => {
    const pointer = pointerTo('answers', id)
    const field = Object.hasOwn(form.fields, id) ? form.fields[id] : undefined
    return field ? checkAnswer(field, value, pointer) : [unknownField(pointer, id)]
  })
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

/** Answers without those that were left empty. A text of nothing but spaces is empty, as it is in the form. */
export function givenAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isEmpty(value)))
}
