import { type BundleDocument, isJsonObject } from '../../schemas/index.ts'
import { parameterPrefix } from '../conditions/vocabulary.ts'
import { fill, type Speaker } from './speaker.ts'
import { titleIn } from './subject.ts'

const signs: Readonly<Record<string, string>> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' }

const functions: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  min: { 'zh-CN': '最小值（{list}）', en: 'least of ({list})' },
  max: { 'zh-CN': '最大值（{list}）', en: 'greatest of ({list})' },
  round: { 'zh-CN': '四舍五入到分（{list}）', en: 'rounded to two decimals ({list})' },
  floor: { 'zh-CN': '向下取整（{list}）', en: 'rounded down ({list})' },
  ceil: { 'zh-CN': '向上取整（{list}）', en: 'rounded up ({list})' },
}

function titleOf(document: BundleDocument, speaker: Speaker, name: string): string {
  const entry = name.startsWith(parameterPrefix)
    ? document.parameters[name.slice(parameterPrefix.length)]
    : (document.form.fields[name] ?? document.facts[name])
  const unit = entry && 'unit' in entry ? entry.unit : undefined
  return fill(speaker.texts.fact, { title: entry ? titleIn(speaker, entry.title, unit) : name })
}

/** A formula as it would be written on paper: titles for facts, the usual signs, brackets where they are needed. */
export function formulaIn(
  document: BundleDocument,
  speaker: Speaker,
  formula: unknown,
  inner = false,
): string {
  if (typeof formula === 'number') return speaker.number(formula)
  if (!isJsonObject(formula)) return '…'
  const [operation, operands] = Object.entries(formula)[0] ?? ['', []]
  if (operation === 'var') return titleOf(document, speaker, String(operands))
  const list: readonly unknown[] = Array.isArray(operands) ? operands : [operands]
  if (operation === 'number') return formulaIn(document, speaker, list[0], inner)
  const sign = signs[operation]
  if (sign) {
    const joined = list.map((one) => formulaIn(document, speaker, one, true)).join(sign)
    return inner && list.length > 1 ? `(${joined})` : joined
  }
  const template = functions[operation]
  const members = list.map((one) => formulaIn(document, speaker, one)).join(', ')
  return template ? fill(speaker.text(template), { list: members }) : '…'
}
