import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../schemas/index.ts'
import { rulesTexts as rulesEn } from './rules/en.ts'
import { rulesTexts as rulesZh } from './rules/zh-CN.ts'
import { shellTexts as shellEn } from './shell/en.ts'
import { shellTexts as shellZh } from './shell/zh-CN.ts'

/**
 * The texts of the staff site, a namespace for each area: `useTranslation('shell')`. A new area is one folder with
 * `zh-CN.ts` and `en.ts` (the second typed by the first), and one line in each of these two lists.
 */
const chinese = {
  rules: rulesZh,
  shell: shellZh,
}
const english = {
  rules: rulesEn,
  shell: shellEn,
} satisfies Record<keyof typeof chinese, unknown>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof chinese
  }
}

/** Texts of the staff site in the given language, ready at once: nothing is loaded. */
export function createTexts(language: Language): i18n {
  const texts = createInstance()
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'shell',
    ns: Object.keys(chinese),
    resources: { 'zh-CN': chinese, en: english },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
  return texts
}
