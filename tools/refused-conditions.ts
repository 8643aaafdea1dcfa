import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refused, refusedInRules } from '../rules/conditions/refused.ts'

const cell = (text: string): string => text.replaceAll('{name}', '…').replaceAll('|', '\\|')

/** docs/refused-conditions.md, from the tables in rules/conditions/refused.ts. */
export function refusedConditions(): string {
  const conditions = Object.entries(refused).map(
    ([keyword, { 'zh-CN': zh, en, why }]) => `| \`${keyword}\` | ${cell(en)} | ${cell(zh)} | ${cell(why)} |`,
  )
  const rules = Object.entries(refusedInRules).map(
    ([keyword, { en, why }]) => `| \`${keyword}\` | ${cell(en)} | ${cell(why)} |`,
  )
  return `# What conditions may not say

Made by \`node tools/refused-conditions.ts\` from rules/conditions/refused.ts; every row has a test in
test/rules/refused.test.ts. A document with any of this is refused before it is published, each fault with its keyword and
a JSON Pointer to its place. Everything else that json-rules-engine 7.3.1 accepts, it and our own evaluator decide alike.

| keyword | message | 提示 | why |
|---|---|---|---|
${conditions.join('\n')}

## What rules may not have

| | refused | why |
|---|---|---|
${rules.join('\n')}
`
}

if (import.meta.main)
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'refused-conditions.md'), refusedConditions())
