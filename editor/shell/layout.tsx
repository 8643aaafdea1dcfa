import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import { useLanguage } from './use-language.ts'

/** What stands around every screen: who we are, where one can go, who is signed in. */
export function Layout() {
  const { t } = useTranslation('shell')
  const { language, choose } = useLanguage()
  const other = language === 'zh-CN' ? 'en' : 'zh-CN'
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <header className="shell-header">
        <NavLink className="shell-brand" to="/">
          {t('brand')}
          <small>{t('site')}</small>
        </NavLink>
        <nav aria-label={t('mainNavigation')}>
          <ul className="shell-nav">
            <li>
              <NavLink to="/" end>
                {t('bundles')}
              </NavLink>
            </li>
          </ul>
        </nav>
        <div className="shell-tools">
          <Button type="text" lang={other} onClick={() => choose(other)}>
            {t('otherLanguage')}
          </Button>
        </div>
      </header>
      <main className="shell-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
