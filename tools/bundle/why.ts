import { type CompiledBundle, compile, decide } from '../../rules/index.ts'
import { nameOfTarget, type Target, targetsOf } from '../../rules/why/target.ts'
import { type Why, why } from '../../rules/why/why.ts'
import { type Answers, textIn } from '../../schemas/index.ts'
import { reportingFaults } from './decide.ts'
import { type Options, print, readAnswers, readDocument, UsageError } from './input.ts'

const texts = {
  en: {
    because: 'because',
    rules: 'rules',
    change: 'nearest change',
    notTried: 'not tried',
    states: { holds: 'yes', fails: 'no', open: 'not certain yet' },
  },
  'zh-CN': {
    because: '决定因素',
    rules: '规则',
    change: '最近的改变',
    notTried: '未尝试',
    states: { holds: '是', fails: '否', open: '还不能确定' },
  },
}

/** The target called `name`: `material/M03`, or `M03` alone where nothing else is called that; `days` is the limit decided now. */
function targetNamed(compiled: CompiledBundle, answers: Answers, name: string, options: Options): Target {
  if (name === 'days') return { kind: 'days', days: decide(compiled, answers, options).limit.days }
  const targets = targetsOf(compiled)
  const found = targets.filter(
    (target) => nameOfTarget(target) === name || ('id' in target && target.id === name),
  )
  const [target, ...others] = found
  if (target && others.length === 0) return target
  const names = (target ? found : targets).map(nameOfTarget).join(' ')
  throw new UsageError(`${name}: ${target ? 'which of' : 'there is no such outcome, only'} ${names}`)
}

function lines(answer: Why, { language }: Options): string[] {
  const words = texts[language]
  const { nearest, searchSentence } = answer
  const change = nearest?.sentence ?? searchSentence
  return [
    `${nameOfTarget(answer.target)}  ${textIn(answer.title, language)}: ${words.states[answer.state]}`,
    ...answer.because.map(({ sentence }) => `${words.because}  ${textIn(sentence, language)}`),
    ...answer.rules.map(
      ({ rule, sentence, basis }) =>
        `${words.rules}  ${rule}  ${textIn(sentence, language)}${basis ? ` [${basis}]` : ''}`,
    ),
    ...(change ? [`${words.change}  ${textIn(change, language)}`] : []),
    ...(answer.notTried.length > 0 ? [`${words.notTried}  ${answer.notTried.join(' ')}`] : []),
  ]
}

/** Prints why an outcome of the bundle in `file` stands or falls for these answers, and what would turn it round. */
export function whyFile(file: string, answersFile: string, outcome: string, options: Options): number {
  return reportingFaults(options, () => {
    const compiled = compile(readDocument(file))
    const answers = readAnswers(answersFile, compiled, options)
    const answer = why(compiled, answers, targetNamed(compiled, answers, outcome, options), options)
    if (answer) print(options.json ? answer : lines(answer, options).join('\n'))
  })
}
