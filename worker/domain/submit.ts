import { type CompiledBundle, decide, deriveForm } from '../../rules/index.ts'
import type { Answers, CaseSubmission, Decision, Fault, Receipt } from '../../schemas/index.ts'
import { pointerTo } from '../../schemas/index.ts'
import { validate } from '../../schemas/validator/index.ts'
import type { Ports, StoredCase } from '../ports.ts'
import { givenAnswers } from './answers.ts'
import { beijingDate } from './beijing.ts'
import { canonicalJson } from './canonical.ts'
import { keyedHash, sha256Hex, toHex } from './crypto.ts'
import { readAnswers } from './decide.ts'
import { refuseIneligible } from './ineligible.ts'
import type { Library } from './library.ts'
import { receiptOf, receiptSecret } from './receipt.ts'
import { Refusal } from './refusal.ts'
import { sealAnswers } from './seal.ts'
import { townshipOf } from './township.ts'

type SubmitPorts = Pick<Ports, 'bundles' | 'cases' | 'clock' | 'keys' | 'region'>

/**
 * Takes an application in: once, whole, decided on the version the applicant saw, under the next receipt number.
 * The same key with the same content gives the same receipt again.
 *
 * @throws Refusal `not-configured`, `idempotency-key-reused`, `unknown-bundle`, `unknown-version`, `stale-version`,
 * `invalid-input` or `not-eligible`; then nothing was stored.
 */
export async function submit(
  ports: SubmitPorts,
  library: Library,
  submission: CaseSubmission,
  idempotencyKey: string,
): Promise<{ receipt: Receipt; replayed: boolean }> {
  const { receipts, answers: answersKey } = ports.keys
  if (!receipts || !answersKey) throw new Refusal('not-configured')
  const key = toHex(await keyedHash(receipts, 'idempotency-key', idempotencyKey))
  const body = toHex(await keyedHash(receipts, 'submission', canonicalJson(submission)))
  const secret = await receiptSecret(receipts, key, body)

  function answer(stored: StoredCase, replayed: boolean) {
    if (stored.body !== body) throw new Refusal('idempotency-key-reused')
    return { receipt: receiptOf(stored, secret), replayed }
  }

  const earlier = await ports.cases.byKey(key)
  if (earlier) return answer(earlier, true)

  const { version, compiled } = await openCurrent(ports, library, submission)
  const now = ports.clock.now()
  const { answers, decision } = checkWhole(compiled, submission.answers, now)
  refuseIneligible(compiled.document, decision)
  const { stored, added } = await ports.cases.add(
    {
      key,
      body,
      secretHash: await sha256Hex(secret),
      bundle: version.bundle,
      version: version.number,
      hash: version.hash,
      answers: await sealAnswers(compiled.document, answers, answersKey, key),
      decision,
      region: ports.region,
      township: townshipOf(compiled.document, answers),
      receivedAt: now.toISOString(),
    },
    beijingDate(now).replaceAll('-', ''),
  )
  return answer(stored, !added)
}

async function openCurrent({ bundles }: SubmitPorts, library: Library, { bundle, version }: CaseSubmission) {
  const current = await bundles.current(bundle)
  if (!current) throw new Refusal('unknown-bundle')
  if (current.number === version) return library.open(bundle, version)
  const known = await bundles.version(bundle, version)
  throw new Refusal(known ? 'stale-version' : 'unknown-version', { currentVersion: current.number })
}

/**
 * Checks an application's answers as a whole and decides on them. Fields without an answer count as left empty.
 *
 * @throws Refusal `invalid-input` naming everything missing, wrong, or sent although it does not apply.
 */
function checkWhole(
  compiled: CompiledBundle,
  sent: Answers,
  now: Date,
): { answers: Answers; decision: Decision } {
  const { document } = compiled
  const read = readAnswers(compiled, sent, now, 'absent')
  const answers = givenAnswers(read.answers)
  const form = deriveForm(compiled, answers, 'zh-CN', 'absent')
  const errors = [
    ...read.dropped.map((id) => hiddenField(document, id)),
    ...validate(form.schema, answers).map((fault) => ({ ...fault, pointer: `/answers${fault.pointer}` })),
  ]
  if (errors.length > 0) throw new Refusal('invalid-input', { errors })
  return { answers, decision: decide(compiled, answers, { unanswered: 'absent' }) }
}

function hiddenField({ form }: CompiledBundle['document'], id: string): Fault {
  const title = form.fields[id]?.title
  return {
    pointer: pointerTo('answers', id),
    keyword: 'hiddenField',
    message: {
      'zh-CN': `按照其他回答,“${title?.['zh-CN'] ?? id}”不适用,不能填写。`,
      en: `Given the other answers, “${title?.en || (title?.['zh-CN'] ?? id)}” does not apply and must be left out.`,
    },
  }
}
