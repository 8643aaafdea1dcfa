import { compile } from '../../rules/index.ts'
import { CaseTable } from '../../rules/replay/case-table.ts'
import { finish, replay } from '../../rules/replay/replay.ts'
import type { ReplayResult } from '../../rules/replay/result.ts'
import { type BundleDocument, type LocalText, textIn } from '../../schemas/index.ts'
import { type CasesOptions, readCases } from './cases.ts'
import { type Options, print, readDocument } from './input.ts'
import { replayTexts } from './replay-texts.ts'
import { reportingFaultsOf } from './reporting.ts'
import { table } from './table.ts'

type Row = readonly (string | number)[]

const signed = (number: number): string => (number > 0 ? `+${number}` : String(number))
const mean = ({ cases, sum }: { cases: number; sum: number }): string =>
  cases === 0 ? '-' : (sum / cases).toFixed(2)

/** The names of a bundle's things, in either version. */
function namesIn(documents: readonly BundleDocument[], { language }: Options) {
  const first = (name: (document: BundleDocument) => LocalText | undefined, id: string): string => {
    const text = documents.map(name).find((one) => one !== undefined)
    return text ? `${textIn(text, language)} (${id})` : id
  }
  return {
    item: (id: string) => first(({ items }) => items[id]?.name, id),
    material: (id: string) => first(({ materials }) => materials[id]?.name, id),
    department: (id: string) =>
      first(({ departments }) => departments.find(({ code }) => code === id)?.name, id),
    fee: (id: string) => first(({ fees }) => fees[id]?.title, id),
    estimate: (id: string) => first(({ estimates }) => estimates[id]?.title, id),
    field: (id: string) => first(({ form }) => form.fields[id]?.title, id),
  }
}

/** The result as tables, for people. Only what changes is listed. */
function lines(result: ReplayResult, documents: readonly BundleDocument[], options: Options): string[] {
  const texts = replayTexts[options.language]
  const names = namesIn(documents, options)
  const { eligibility, days } = result
  const section = (title: string, head: Row, rows: readonly Row[]): string[] =>
    rows.length === 0 ? [] : ['', ...table([[title, ...head], ...rows])]
  const inclusions = (title: string, list: ReplayResult['items'], name: (id: string) => string): string[] =>
    section(
      title,
      [texts.before, texts.after, texts.gained, texts.lost],
      list
        .filter(({ gained, lost }) => gained + lost > 0)
        .map(({ id, before, after, gained, lost }) => [
          name(id),
          before,
          after,
          signed(gained),
          signed(-lost),
        ]),
    )
  const charges = (title: string, list: ReplayResult['fees'], name: (id: string) => string): string[] =>
    section(
      title,
      [texts.changed, texts.raised, texts.lowered, texts.sumBefore, texts.sumAfter],
      list
        .filter(({ changed }) => changed > 0)
        .map(({ id, changed, raised, lowered, before, after }) => [
          name(id),
          changed,
          raised,
          lowered,
          before.sum,
          after.sum,
        ]),
    )
  const breakdown = (title: string, list: ReplayResult['byMonth']): string[] =>
    section(
      title,
      [texts.cases, texts.changed],
      list
        .filter(({ changed }) => changed > 0)
        .map(({ key, cases, changed }) => [key || '-', cases, changed]),
    )
  return [
    texts.summary.replace('{cases}', String(result.cases)).replace('{changed}', String(result.changed)),
    ...result.newQuestions.map((id) => texts.newQuestion.replace('{question}', names.field(id))),
    ...result.unreadable.map(({ field, neededBy }) =>
      texts.unreadable.replace('{question}', names.field(field)).replace('{rules}', neededBy.join(' ')),
    ),
    ...section(
      texts.eligibility,
      [texts.cases],
      eligibility.moves.map(({ from, to, cases }) => [`${texts.states[from]} → ${texts.states[to]}`, cases]),
    ),
    ...inclusions(texts.items, result.items, names.item),
    ...inclusions(texts.materials, result.materials, names.material),
    ...inclusions(texts.departments, result.departments, names.department),
    ...section(
      texts.days,
      [texts.cases],
      days.moves.map(({ from, to, cases }) => [`${from ?? texts.none} → ${to ?? texts.none}`, cases]),
    ),
    ...(days.moves.length > 0
      ? [texts.meanDays.replace('{before}', mean(days.before)).replace('{after}', mean(days.after))]
      : []),
    ...charges(texts.fees, result.fees, names.fee),
    ...charges(texts.estimates, result.estimates, names.estimate),
    ...breakdown(texts.townships, result.byTownship),
    ...breakdown(texts.months, result.byMonth),
  ]
}

/** Decides stored or made-up cases by two versions of a bundle and prints what changes. */
export function replayFiles(
  before: string,
  after: string,
  cases: CasesOptions,
  options: Options,
): Promise<number> {
  return reportingFaultsOf(options, async () => {
    const documents = [readDocument(before), readDocument(after)] as const
    const cases_ = new CaseTable(documents)
    for await (const one of readCases(documents[0], cases)) cases_.add(one)
    const result = finish(replay(compile(documents[0]), compile(documents[1]), cases_))
    print(options.json ? result : lines(result, documents, options).join('\n'))
  })
}
