import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { theme } from '../theme.ts'
import { useLanguage } from './use-language.ts'

const locales = { 'zh-CN': zhCN, en: enUS }

/** antd in our language and look. Its styles carry the page's nonce, without which the browser refuses them. */
export function Frame({ nonce, children }: { nonce: string; children: ReactNode }) {
  const { language } = useLanguage()
  return (
    <ConfigProvider
      locale={locales[language]}
      theme={theme}
      csp={{ nonce }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
