import { contains } from './differences.ts'
import type { Dossier, DossierField, DossierPart } from './dossier.ts'

const formats: Record<string, string> = {
  'cn-id': 'cn-resident-identity-number',
  'cn-uscc': 'cn-unified-social-credit-code',
  'cn-real-estate-unit': 'cn-real-estate-unit-number',
}
/** Formats that already say what the dossier's pattern says. */
const patternInFormat = ['cn-mobile', 'cn-real-estate-unit']
const sources: Record<string, string> = {
  FORM: 'generated',
  SELF: 'applicant',
  GOV: 'government-issued',
  SHARE: 'shared',
  INT: 'intermediary',
}
const statuses: Record<string, string> = {
  'source found': 'source-found',
  'general knowledge, verify': 'general-knowledge-verify',
  'design assumption for seed data': 'design-assumption',
}
const effects: Record<string, string> = { block: 'reject', warn: 'warn', info: 'inform' }
const media: Record<string, string> = { 电子: 'electronic', 纸质: 'paper', 纸质或电子: 'paper-or-electronic' }
const handlings: Record<string, string> = { 即办件: '1', 承诺件: '2' }
const necessities: Record<string, string> = { 必要: '1', 非必要: '2', 容缺后补: '3' }

const byKey = <T, V>(list: readonly T[], key: (one: T) => string, value: (one: T) => V): Record<string, V> =>
  Object.fromEntries(list.map((one) => [key(one), value(one)]))
const mapValues = <T, V>(record: Readonly<Record<string, T>>, value: (one: T) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([key, one]) => [key, value(one)]))

function partSchema(part: DossierPart): object {
  const { type, format, pattern, minLength, maxLength, minimum, maximum } = part
  return {
    type,
    ...(format === undefined ? {} : { format: formats[format] ?? format }),
    ...(pattern === undefined || (format && patternInFormat.includes(format)) ? {} : { pattern }),
    ...Object.fromEntries(
      Object.entries({ minLength, maxLength, minimum, maximum, enum: part.enum }).filter(
        ([, one]) => one !== undefined,
      ),
    ),
  }
}

function fieldOf(field: DossierField): object {
  const { items } = field
  const group = items?.properties ?? field.properties
  const titles = items?.['x-enumTitles'] ?? field['x-enumTitles']
  const properties = group && { type: 'object', properties: mapValues(group, partSchema) }
  const shapeOfItems = properties ?? { type: items?.type, enum: items?.enum }
  return {
    title: field.title,
    schema: {
      ...partSchema(field),
      ...(field.uniqueItems ? { uniqueItems: true } : {}),
      ...(items ? { items: shapeOfItems } : properties),
    },
    ...(titles ? { choices: titles } : {}),
    ...(group ? { parts: mapValues(group, ({ title }) => ({ title })) } : {}),
    shownAlways: field['x-visibleWhen'] === undefined,
  }
}

/** A basis that ends in `,verify` is carried over without the mark, which moves to the note. */
function basisOf(basis: string | null | undefined): object {
  if (!basis) return {}
  const verify = /^(.*),verify$/.exec(basis)
  return verify ? { basis: verify[1], note: contains('verify') } : { basis }
}

const noteOf = (note: string | undefined): object => (note === undefined ? {} : { note: contains(note) })

/** A parameter of several numbers becomes one parameter for each, such as areaLimit.farmland → areaLimitFarmland. */
function parametersOf(dossier: Dossier): object {
  return Object.fromEntries(
    Object.entries(dossier.parameters ?? {}).flatMap(([id, { value, note }]) =>
      typeof value === 'number'
        ? [[id, { value, ...noteOf(note) }]]
        : Object.entries(value).map(([key, one]) => [
            `${id}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
            { value: one, ...noteOf(note) },
          ]),
    ),
  )
}

function expectationOf({ expect }: Dossier['scenarios'][number], dossier: Dossier): object {
  const { failed, warns, infos, routesRecorded, fees, calc, ...same } = expect
  const calculator = dossier.calculators?.[0]
  return {
    ...same,
    routes: routesRecorded,
    ...(failed ? { rejected: failed } : {}),
    ...(warns ? { warned: warns } : {}),
    ...(infos ? { informed: infos } : {}),
    ...(fees ? { fees: Object.fromEntries(fees.map((fee, index) => [dossier.fees[index]?.name, fee])) } : {}),
    ...(calc !== undefined && calculator ? { estimates: { [calculator.name]: calc } } : {}),
  }
}

function catalogueOf(dossier: Dossier): object {
  return {
    items: byKey(
      dossier.items,
      ({ code }) => code,
      (item) => ({
        name: item.name,
        type: item.taskType.slice(0, 2),
        department: item.department,
        level: item.level,
        handling: handlings[item.projectType],
        legalDays: item.legalDays,
        promisedDays: item.promisedDays,
        stage: item.stage,
        parallelGroup: item.parallelGroup,
        dependsOn: item.dependsOn,
        ...(item.result ? { result: item.result } : {}),
        specialProcedures: item.specialProcedures,
        commitment: item.commitmentSystem,
        ...basisOf(item.basis),
      }),
    ),
    materials: byKey(
      dossier.materials,
      ({ id }) => id,
      (material) => ({
        name: material.name,
        source: sources[material.noSubmission ? 'SHARE' : material.source.kind],
        sourceCode: material.source.code,
        issuer: material.issuer,
        usedByItems: material.usedByItems,
        type: material.materialType.slice(0, 1),
        medium: media[material.form],
        originals: material.original,
        copies: material.copies,
        necessity: necessities[material.necessity],
        deferrable: material.tolerable,
        ...(material.eLicence ? { electronicLicence: material.eLicence } : {}),
        ...(material.clearGuide ? { guidance: material.clearGuide } : {}),
        ...basisOf(material.basis),
      }),
    ),
    fees: byKey(
      dossier.fees,
      ({ name }) => name,
      ({ unit, basis, note }) => ({ ...(unit ? { unit } : {}), ...basisOf(basis), ...noteOf(note) }),
    ),
    estimates: byKey(
      dossier.calculators ?? [],
      ({ name }) => name,
      ({ note }) => noteOf(note),
    ),
  }
}

/** What has to be found in the bundle for everything in the dossier to be carried over; what rules mean is compared apart. */
export function carriedOver(dossier: Dossier): object {
  const { reductions: r, timeLimit } = dossier
  const figures = (when: 'before' | 'after'): object => mapValues(r, (change) => change[when])
  return {
    code: dossier.code,
    title: dossier.name,
    titleInEnglish: dossier.nameEn,
    citizenTitle: dossier.citizenTitle,
    category: dossier.block,
    hallZone: dossier.hallZone,
    audience: dossier.audience.map((one) => one.slice(0, 1)),
    lead: dossier.leadDepartment,
    level: dossier.level.slice(0, 1),
    ...(dossier.jointMeeting ? { jointMeeting: dossier.jointMeeting } : {}),
    departments: byKey(
      dossier.departments,
      (code) => code,
      () => true,
    ),
    fields: mapValues(dossier.form.properties, fieldOf),
    required: byKey(
      dossier.form.required,
      (id) => id,
      () => true,
    ),
    parameters: parametersOf(dossier),
    ...catalogueOf(dossier),
    eligibility: byKey(
      dossier.eligibility,
      ({ id }) => id,
      ({ severity, message, basis }) => ({ effect: effects[severity], message, ...basisOf(basis) }),
    ),
    routes: byKey(
      dossier.routing,
      ({ id }) => id,
      ({ to, level, stage, mode }) => ({ department: to, level, stage, mode }),
    ),
    stages: timeLimit.stages ?? [],
    days: {
      before: timeLimit.before,
      after: timeLimit.after,
      ...(timeLimit.legal ? { legal: timeLimit.legal } : {}),
    },
    baseline: figures('before'),
    announced: figures('after'),
    faq: dossier.faq,
    provenance: dossier.provenance.map((one) => ({ ...one, status: statuses[one.status] })),
    scenarios: byKey(
      dossier.scenarios,
      ({ name }) => name,
      (scenario) => ({
        origin: 'hand-written',
        answers: scenario.input,
        expect: expectationOf(scenario, dossier),
      }),
    ),
  }
}
