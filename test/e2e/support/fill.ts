import type { Frame, Locator, Page } from 'playwright-core'
import type { Answers, BundleDocument, FieldSchema, PartSchema } from '../../../schemas/index.ts'
import { isJsonObject } from '../../../schemas/index.ts'
import { someAnswerTo } from './applicant.ts'

/** What the form stands in: a page, or a frame of another site's page. */
type Surface = Page | Frame

const byId = (page: Surface, id: string): Locator => page.locator(`[id="${id}"]`)

/** Gives one answer by the control that asks for it, found by its id. */
async function give(
  page: Surface,
  id: string,
  schema: FieldSchema | PartSchema,
  value: unknown,
): Promise<void> {
  if (schema.type === 'boolean') return byId(page, `${id}:${value === true ? 0 : 1}`).check()
  if (schema.type === 'object' && isJsonObject(value)) {
    for (const [part, partSchema] of Object.entries(schema.properties)) {
      if (value[part] !== undefined) await give(page, `${id}/${part}`, partSchema, value[part])
    }
    return
  }
  if (schema.type === 'array' && Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      if (schema.items.type === 'string') {
        await byId(page, `${id}:${schema.items.enum.indexOf(entry)}`).check()
      } else {
        await byId(page, id).locator('.list > button').click()
        await give(page, `${id}/${index}`, schema.items, entry)
      }
    }
    return
  }
  if ('enum' in schema && typeof value === 'string') {
    const index = schema.enum.indexOf(value)
    if ((await byId(page, id).evaluate((element) => element.tagName)) !== 'SELECT') {
      return byId(page, `${id}:${index}`).check()
    }
    await byId(page, id).selectOption(String(index))
    return
  }
  await byId(page, id).fill(String(value))
}

/** Whether the question wants an answer, as the form itself says. */
async function isRequired(page: Surface, id: string): Promise<boolean> {
  const words = await page
    .locator(`label[for="${id}"] .requirement, fieldset[id="${id}"] > legend .requirement`)
    .allTextContents()
  return words.some((word) => word === '必填' || word === 'required')
}

/**
 * Answers every question of the step that shows, also those that appear on the way: from `answers`, and where an answer
 * is required and not among them, with some right one.
 */
export async function fillStep(page: Surface, document: BundleDocument, answers: Answers): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const ids = await page
      .locator('#step-form .field [id^="answer/"], #step-form fieldset.field[id^="answer/"]')
      .evaluateAll((elements) => elements.map(({ id }) => id))
    const fields = [...new Set(ids.map((id) => id.split(/[/:]/)[1] ?? ''))]
    const next = fields.find((id) => !done.has(id))
    if (!next) return
    done.add(next)
    const field = document.form.fields[next]
    if (!field || field.derive) continue
    const id = `answer/${next}`
    const value = answers[next] ?? ((await isRequired(page, id)) ? someAnswerTo(field) : undefined)
    if (value !== undefined && value !== null) await give(page, id, field.schema, value)
  }
}

/** Fills in the form step by step up to the review. */
export async function fillForm(page: Surface, document: BundleDocument, answers: Answers): Promise<void> {
  await page.waitForSelector('#step-form')
  while ((await page.locator('#step-form').count()) > 0) {
    const heading = (await page.locator('.step-head h2').textContent()) ?? ''
    await fillStep(page, document, answers)
    await page.locator('button[form="step-form"]').click()
    const arrived = page.locator('.step-head h2').filter({ hasNotText: heading })
    await arrived.or(page.getByRole('alert')).first().waitFor()
    const faults = await page.locator('.fault-links li').allTextContents()
    if (faults.length > 0) throw new Error(`the step ${heading} was refused: ${faults.join(' ')}`)
  }
}
