import { useTranslation } from 'react-i18next'
import type { Language, LocalText } from '../../schemas/index.ts'
import { textIn } from '../../schemas/language.ts'
import { rulesTexts } from '../texts/rules/zh-CN.ts'
import type { Fact } from './facts/fact.ts'

type OperatorKey = keyof typeof rulesTexts.operators
const isOperatorKey = (key: string): key is OperatorKey => Object.hasOwn(rulesTexts.operators, key)

/** Texts of the rules area, and of the document in the language of the screen. */
export function useWords() {
  const { t, i18n } = useTranslation('rules')
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN'
  const text = (one: LocalText): string => textIn(one, language)
  return {
    t,
    text,
    language,
    operator: (key: string): string => (isOperatorKey(key) ? t(`operators.${key}`) : key),
    factTitle: ({ title, part }: Fact): string =>
      part ? t('builder.partOf', { title: text(title), part: text(part) }) : text(title),
  }
}
