import { type Answers, type BundleDocument, type Scenario, textIn } from '../../schemas/index.ts'

const longest = 200

/** A value as a Chinese sentence names it. */
function spoken(document: BundleDocument, field: string, value: unknown): string {
  if (value === null) return '未填'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map((one) => spoken(document, field, one)).join('、') || '无'
  const choice = document.form.fields[field]?.choices?.[String(value)]
  return choice ? textIn(choice, 'zh-CN') : String(value)
}

/** Names a scenario by what sets it apart from the one it was made from; numbered where the name is `taken`. */
export function nameOf(
  document: BundleDocument,
  base: Scenario,
  answers: Answers,
  taken: ReadonlySet<string>,
): string {
  const changes = Object.entries(answers)
    .filter(([id, value]) => JSON.stringify(base.answers[id] ?? null) !== JSON.stringify(value))
    .map(([id, value]) => {
      const field = document.form.fields[id]
      return `${field ? textIn(field.title, 'zh-CN') : id}=${spoken(document, id, value)}`
    })
  const name = [base.name, ...changes].join(';').slice(0, longest)
  for (let number = 2, numbered = name; ; number++) {
    if (!taken.has(numbered)) return numbered
    numbered = `${name.slice(0, longest - 6)} (${number})`
  }
}
