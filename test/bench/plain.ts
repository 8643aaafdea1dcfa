import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BundleDocument, Condition } from '../../schemas/index.ts'

/** Plain code over one bundle's answers: the ids of the rules that hold. */
export type PlainRules = (answers: Readonly<Record<string, unknown>>) => string[]

const symbols: Readonly<Record<string, string>> = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
}

/** A condition as a programmer would write it. */
function expression(condition: Condition): string {
  if ('all' in condition) return `(${condition.all.map(expression).join(' && ')})`
  if ('any' in condition) return `(${condition.any.map(expression).join(' || ')})`
  if ('not' in condition) return `!${expression(condition.not)}`
  if ('condition' in condition) throw new Error('the bench has no named conditions')
  const { fact, operator, value } = condition
  if (operator === 'in' && Array.isArray(value)) {
    const values = value.map((one) => `answers.${fact} === ${JSON.stringify(one)}`)
    return `(${values.join(' || ') || 'false'})`
  }
  return `answers.${fact} ${symbols[operator]} ${JSON.stringify(value)}`.replace(
    /^.*$/,
    (text) => `(${text})`,
  )
}

function functionOf(document: BundleDocument): string {
  const lines = document.rules.map(
    (rule) => `  if ${expression(rule.conditions)} fired.push(${JSON.stringify(rule.id)})`,
  )
  return `(answers) => {\n  const fired = []\n${lines.join('\n')}\n  return fired\n}`
}

/** Writes the bundles' rules as `if` statements into `folder` and loads them: the limit no evaluator can beat. */
export async function plainRules(
  documents: readonly BundleDocument[],
  folder: string,
): Promise<readonly PlainRules[]> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'plain.js')
  writeFileSync(file, `export const bundles = [\n${documents.map(functionOf).join(',\n')},\n]\n`)
  const { bundles }: { bundles: readonly PlainRules[] } = await import(pathToFileURL(file).href)
  return bundles
}
