import type { Answers, BundleDocument, Field, PartSchema } from '../../../schemas/index.ts'
import { identityNumberOf } from '../../support/identity-number.ts'

const byFormat: Record<string, string> = {
  date: '2020-01-01',
  email: 'zhang@example.com',
  'cn-resident-identity-number': '430321199001010016',
  'cn-unified-social-credit-code': '11430524MB1E20807P',
  'cn-mobile': '13800138000',
  'cn-phone': '0731-57881234',
  'cn-real-estate-unit-number': '430321001001GB00001F00010001',
}

/** Some right answer to a question, for what the scenario leaves out. */
function someAnswer(schema: PartSchema): unknown {
  if (schema.type === 'boolean') return false
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 1
  if ('enum' in schema) return schema.enum[0]
  return ('format' in schema && schema.format && byFormat[schema.format]) || '湘潭示例'
}

/** Some right answer to any field, as it would be given by hand. */
export function someAnswerTo({ schema }: Field): unknown {
  if (schema.type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties).map(([id, part]) => [id, someAnswer(part)]))
  }
  if (schema.type !== 'array') return someAnswer(schema)
  if (schema.items.type === 'string') return [schema.items.enum[0]]
  return [
    Object.fromEntries(Object.entries(schema.items.properties).map(([id, part]) => [id, someAnswer(part)])),
  ]
}

function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
}

/** What has to be typed for derived answers to come out as a scenario states them: an identity number for an age. */
function sourcesOf({ form }: BundleDocument, stated: Answers, today: string): Answers {
  const sources: Answers = {}
  for (const [id, { derive }] of Object.entries(form.fields)) {
    const value = stated[id]
    if (!derive || typeof value !== 'number') continue
    if (derive.as === 'days-since') sources[derive.from] = daysBefore(today, value)
    if (derive.as === 'age-in-years') {
      const born = `${Number(today.slice(0, 4)) - value}0101`
      sources[derive.from] = identityNumberOf(born)
    }
  }
  return sources
}

/** The answers of the document's first scenario that may apply, as an applicant would type them on `today`. */
export function applicantOf(document: BundleDocument, today: string): Answers {
  const scenario = document.scenarios.find(({ expect }) => expect.eligible === true)
  if (!scenario) throw new Error(`${document.id} has no scenario in which one may apply`)
  return { ...scenario.answers, ...sourcesOf(document, scenario.answers, today) }
}
