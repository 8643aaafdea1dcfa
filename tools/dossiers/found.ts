import type { BundleDocument, Field, LocalText, Scenario } from '../../schemas/index.ts'

const zh = (text: LocalText | undefined): string | undefined => text?.['zh-CN']
const mapValues = <T, V>(record: Readonly<Record<string, T>>, value: (one: T) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([key, one]) => [key, value(one)]))

function fieldOf(field: Field): object {
  return {
    title: zh(field.title),
    schema: field.schema,
    choices: mapValues(field.choices ?? {}, zh),
    parts: mapValues(field.parts ?? {}, ({ title }) => ({ title: zh(title) })),
    shownAlways: field.showWhen === undefined,
  }
}

function rulesOf(document: BundleDocument): object {
  const eligibility: Record<string, object> = {}
  const routes: Record<string, object> = {}
  for (const { id, event, basis, note } of document.rules) {
    if ('message' in event.params)
      eligibility[id] = { effect: event.type, message: zh(event.params.message), basis, note }
    if (event.type === 'route-task') routes[id] = { ...event.params, mode: zh(event.params.mode) }
  }
  return { eligibility, routes }
}

/** Fees and estimates by their zh-CN title, as dossiers name them. */
function byTitle<T extends { title: LocalText }, V>(
  record: Readonly<Record<string, T>>,
  value: (id: string, one: T) => V,
) {
  return Object.fromEntries(Object.entries(record).map(([id, one]) => [one.title['zh-CN'], value(id, one)]))
}

function scenarioOf(document: BundleDocument, { origin, answers, expect }: Scenario): object {
  return {
    origin,
    answers,
    expect: {
      ...expect,
      ...(expect.fees ? { fees: byTitle(document.fees, (id) => expect.fees?.[id]) } : {}),
      ...(expect.estimates ? { estimates: byTitle(document.estimates, (id) => expect.estimates?.[id]) } : {}),
    },
  }
}

/** What a bundle says, in the shape of `carriedOver`. */
export function foundIn(document: BundleDocument): object {
  return {
    code: document.code,
    title: zh(document.title),
    titleInEnglish: document.title.en,
    citizenTitle: zh(document.citizenTitle),
    category: zh(document.category.title),
    hallZone: zh(document.hallZone),
    audience: document.audience,
    lead: document.lead,
    level: document.level,
    jointMeeting: zh(document.jointMeeting),
    departments: Object.fromEntries(document.departments.map(({ code }) => [code, true])),
    fields: mapValues(document.form.fields, fieldOf),
    required: mapValues(document.form.fields, ({ required }) => required),
    parameters: document.parameters,
    items: mapValues(document.items, (item) => ({
      ...item,
      name: zh(item.name),
      result: zh(item.result),
      specialProcedures: item.specialProcedures.map(zh),
    })),
    materials: mapValues(document.materials, (material) => ({
      ...material,
      name: zh(material.name),
      issuer: zh(material.issuer),
      guidance: zh(material.guidance),
    })),
    fees: byTitle(document.fees, (_, fee) => ({ ...fee, unit: zh(fee.unit) })),
    estimates: byTitle(document.estimates, (_, estimate) => estimate),
    ...rulesOf(document),
    stages: document.stages.map(({ title, ...stage }) => ({ ...stage, name: zh(title) })),
    days: { before: document.baseline.days, after: document.announced.days, legal: document.legalDays },
    baseline: document.baseline,
    announced: document.announced,
    faq: document.faq.map(({ question, answer }) => ({ q: zh(question), a: zh(answer) })),
    provenance: document.provenance,
    scenarios: Object.fromEntries(document.scenarios.map((one) => [one.name, scenarioOf(document, one)])),
  }
}
