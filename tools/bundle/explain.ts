import { compile, explain } from '../../rules/index.ts'
import { textIn } from '../../schemas/index.ts'
import { reportingFaults } from './decide.ts'
import { type Options, print, readAnswers, readDocument } from './input.ts'

const marks = { holds: '✓', fails: '✗', open: '?' } as const

/** Prints why each outcome of the bundle in `file` stands (✓), falls (✗) or is open (?), with its legal basis. */
export function explainFile(file: string, answersFile: string, options: Options): number {
  return reportingFaults(options, () => {
    const compiled = compile(readDocument(file))
    const explanations = explain(compiled, readAnswers(answersFile, compiled, options), options)
    if (options.json) return print(explanations)
    for (const { rule, outcome, sentence, basis } of explanations) {
      print(
        `${marks[outcome.state]} ${rule}  ${textIn(sentence, options.language)}${basis ? ` [${basis}]` : ''}`,
      )
    }
  })
}
