import {
  anonymous,
  type CompiledBundle,
  type CompiledCatalogue,
  catalogueKey,
  fieldStates,
  interview,
} from '../../rules/index.ts'
import type { Answers, BundleDocument, Decision } from '../../schemas/index.ts'
import { isJsonObject } from '../../schemas/index.ts'
import { readFor } from './decide-all.ts'
import { askedFields, withDerived } from './kept-answers.ts'
import { type AskedQuestion, goOn, type Move, type Walk } from './walk.ts'

/** What the interview has found out about one bundle. */
export interface InterviewVerdict {
  document: BundleDocument
  decision: Decision
  /** By field of the bundle. */
  answers: Answers
  /** Fields on which eligibility still hangs. */
  dependsOn: string[]
}

/** Where the interview over all bundles stands. */
export interface InterviewTurn {
  audience: string[]
  /** By `catalogueKey`. */
  walk: Walk
  /** The question to show; null: the result. */
  question: AskedQuestion | null
  /** The bundles that the question is asked for. */
  askedFor: BundleDocument[]
  left: number
  verdicts: InterviewVerdict[]
  /** Bundles that are of no interest. */
  dismissed: BundleDocument[]
}

/** What was carried along from page to page; nothing about it is trusted. Keys are those of `catalogueKey`. */
export interface InterviewState {
  /** 服务对象 that were chosen; none: everybody. */
  audience: readonly string[]
  answers: unknown
  /** Keys dealt with, in order; those without an answer were skipped. */
  trail: readonly string[]
  /** Ids of bundles that are of no interest. */
  dismissed: readonly string[]
}

/** What one bundle makes of the answers. */
interface Reader {
  /** As it stands in the catalogue. */
  compiled: CompiledBundle
  document: BundleDocument
  /** By field, with what is worked out. */
  fields: Answers
  /** The same by key. */
  known: Answers
  /** The fields of its questions that apply, or may, by key. */
  asked: ReadonlyMap<string, string>
  /** It does not take an answer that another bundle took to the same question. */
  refuses: boolean
}

function byKey(document: BundleDocument, fields: Answers): Answers {
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [catalogueKey(document, id), value]))
}

function readerOf(compiled: CompiledBundle, answers: Answers, today: string): Reader {
  const own = anonymous(compiled)
  const { document } = own
  const { fields: taken, refused } = readFor(document, answers)
  const asked = askedFields(own, byKey(document, withDerived(document, taken, today)))
  const applying = Object.fromEntries(Object.entries(taken).filter(([id]) => asked.has(id)))
  const fields = withDerived(document, applying, today)
  return {
    compiled,
    document,
    fields,
    known: byKey(document, fields),
    asked: new Map([...asked].map((id) => [catalogueKey(document, id), id])),
    refuses: refused.size > 0,
  }
}

/** The interview of all bundles that take every answer, and of each that does not, where the question stays open. */
function interviewOf(catalogue: CompiledCatalogue, readers: readonly Reader[]) {
  const together = readers.filter(({ refuses }) => !refuses)
  const alone = readers.filter(({ refuses }) => refuses)
  const found = [together, ...alone.map((reader) => [reader])].map((group) => {
    const known: Answers = Object.assign({}, ...group.map((reader) => reader.known))
    return interview(
      catalogue,
      known,
      group.map(({ compiled }) => compiled),
    )
  })
  return {
    decisions: found.flatMap(({ decisions }) => decisions),
    questions: found.flatMap(({ questions }) => questions),
  }
}

/**
 * Goes on with the interview “what may I apply for?”: takes up what was done on the page before, and finds the next
 * question. Bundles for other people, and those of no interest, are left out.
 *
 * @param today Beijing date
 */
export function interviewTurn(
  catalogue: CompiledCatalogue,
  { audience, dismissed, ...carried }: InterviewState,
  move: Move,
  today: string,
): InterviewTurn {
  const forThem = catalogue.bundles.filter(
    ({ document }) => audience.length === 0 || document.audience.some((one) => audience.includes(one)),
  )
  const bundles = forThem.filter(({ document }) => !dismissed.includes(document.id))
  const read = ({ answers }: Walk) => bundles.map((compiled) => readerOf(compiled, answers, today))
  const questionsOf = (walk: Walk) => interviewOf(catalogue, read(walk)).questions.map(({ key }) => key)
  const waiting = (walk: Walk) => questionsOf(walk).filter((key) => !walk.trail.includes(key))

  const { walk, question } = goOn(
    {
      kept({ answers, trail }) {
        const readers = read({ answers, trail })
        const asked = new Set(readers.flatMap((reader) => [...reader.asked.keys()]))
        const known: Answers = Object.assign({}, ...readers.map((reader) => reader.known))
        const entries = Object.entries(known).filter(([key]) => asked.has(key) && Object.hasOwn(answers, key))
        const dealtWith = trail.filter((key) => asked.has(key))
        return {
          answers: Object.fromEntries(entries),
          trail: [...new Set([...dealtWith, ...entries.map(([key]) => key)])],
        }
      },
      find(now, key) {
        const reader = read(now).find(({ asked }) => asked.has(key))
        const id = reader?.asked.get(key) ?? ''
        const field = reader?.document.form.fields[id]
        if (!reader || !field) return null
        const state = fieldStates(reader.compiled, reader.known).find((one) => one.id === id)
        return { field, required: state?.required === true }
      },
      next: (now) => waiting(now)[0],
    },
    { answers: isJsonObject(carried.answers) ? carried.answers : {}, trail: [...carried.trail] },
    move,
  )

  const readers = read(walk)
  const { decisions, questions } = interviewOf(catalogue, readers)
  const open = questions.filter(({ key }) => !walk.trail.includes(key))
  const isAgain = question !== null && !open.some(({ key }) => key === question.id)
  return {
    audience: [...audience],
    walk,
    question,
    askedFor: readers.flatMap(({ document, asked }) =>
      question && asked.has(question.id) ? [document] : [],
    ),
    left: open.length + (isAgain ? 1 : 0),
    verdicts: readers.flatMap(({ document, fields }) => {
      const decision = decisions.find(({ bundle }) => bundle === document.id)
      const asked = questions.flatMap((one) => one.asked.filter(({ bundle }) => bundle === document.id))
      return decision
        ? [{ document, decision, answers: fields, dependsOn: asked.map(({ field }) => field) }]
        : []
    }),
    dismissed: forThem.filter((one) => !bundles.includes(one)).map(({ document }) => document),
  }
}
