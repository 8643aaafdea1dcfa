import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../schemas/index.ts'

function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

/** The language shown, and how to choose another: remembered in the same cookie as on the citizens' pages. */
export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'zh-CN'
  return {
    language,
    choose: (chosen) => {
      // The server remembers it in the citizens' pages' cookie; without an answer the choice lasts as long as the page.
      fetch(`/staff?lang=${chosen}`, { redirect: 'manual' }).catch(() => undefined)
      document.documentElement.lang = chosen
      void i18n.changeLanguage(chosen)
    },
  }
}
