/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { pageTexts } from '../../texts/pages/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import type { PageContext } from '../types.ts'
import { DataBlock } from './data-block.tsx'

const stylesEntry = 'portal/styles/main.css'

/** Talks with the page around, where a page that has no script of its own is embedded. */
const embeddedEntry = 'portal/embed/page/main.ts'

/** A red square with 办, as a data address: no request, no other host. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%23b4231f'/%3E%3Cpath d='M9 16l5 5 10-11' fill='none' stroke='white' stroke-width='4'/%3E%3C/svg%3E"

/** The address with a parameter of its query set. */
function withParameter(address: string, name: string, value: string): string {
  const [path, query] = address.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set(name, value)
  return `${path}?${parameters}`
}

/** The switches are links; on a page made from answers they are buttons of the form that carries those along. */
function Preferences({ context, switchForm }: { context: PageContext; switchForm: string | undefined }) {
  const texts = sharedTexts[context.language]
  const otherLanguage = context.language === 'zh-CN' ? 'en' : 'zh-CN'
  const otherView = context.view === 'elder' ? 'standard' : 'elder'
  if (switchForm) {
    return (
      <nav class="preferences" aria-label={texts.preferences}>
        <button type="submit" form={switchForm} name="lang" value={otherLanguage} lang={otherLanguage}>
          {texts.otherLanguage}
        </button>
        <button type="submit" form={switchForm} name="view" value={otherView}>
          {otherView === 'elder' ? texts.elderView : texts.standardView}
        </button>
      </nav>
    )
  }
  return (
    <nav class="preferences" aria-label={texts.preferences}>
      <a
        href={withParameter(context.address, 'lang', otherLanguage)}
        lang={otherLanguage}
        hreflang={otherLanguage}
        data-switch="language"
      >
        {texts.otherLanguage}
      </a>
      <a href={withParameter(context.address, 'view', otherView)} data-switch="view">
        {otherView === 'elder' ? texts.elderView : texts.standardView}
      </a>
    </nav>
  )
}

function Header({ context, switchForm }: { context: PageContext; switchForm: string | undefined }) {
  const texts = sharedTexts[context.language]
  const at = (path: string) => (context.address.split('?')[0] === path ? 'page' : undefined)
  return (
    <header class="site-header">
      <div class="container site-header-inner">
        <a class="brand" href="/">
          <span class="brand-mark" aria-hidden="true">
            办
          </span>
          <span class="brand-names">
            <span class="brand-county">{texts.county}</span>
            <span class="brand-service">{texts.service}</span>
          </span>
        </a>
        <nav class="site-nav" aria-label={texts.siteNavigation}>
          <a href="/" aria-current={at('/')}>
            {texts.catalogue}
          </a>
          <a href="/receipts" aria-current={at('/receipts')}>
            {texts.receipts}
          </a>
        </nav>
        <Preferences context={context} switchForm={switchForm} />
      </div>
    </header>
  )
}

function Footer({ context }: { context: PageContext }) {
  const texts = sharedTexts[context.language]
  return (
    <footer class="site-footer">
      <div class="container">
        <p class="demo-notice">
          <strong class="tag tag-demo">{texts.demoTitle}</strong> {texts.demoNotice}
        </p>
        <p>{texts.hotline}</p>
      </div>
    </footer>
  )
}

/**
 * A whole page. `entry` names the vite entry whose script the page loads; most load none. `switchForm` is the id of the
 * form that carries answers along when language or view are switched. `framedBy` lists the sites that may embed the
 * page, where its own script does not see to that.
 */
export function Layout({
  context,
  title,
  entry,
  switchForm,
  framedBy,
  children,
}: {
  context: PageContext
  title: string
  entry?: string
  switchForm?: string
  framedBy?: readonly string[]
  children: Child
}) {
  const styles = context.assets[stylesEntry]?.styles ?? []
  const classes = [...(context.view === 'elder' ? ['elder'] : []), ...(context.embedded ? ['embedded'] : [])]
  const origins = context.embedded ? framedBy : undefined
  const loaded = origins ? embeddedEntry : entry
  const [script, ...imported] = (loaded && context.assets[loaded]?.scripts) || []
  return (
    <html lang={context.language} class={classes.join(' ') || undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{pageTexts[context.language].pageTitle(title)}</title>
        <link rel="icon" href={icon} />
        {styles.map((style) => (
          <link rel="stylesheet" href={style} />
        ))}
        {imported.map((module) => (
          <link rel="modulepreload" href={module} />
        ))}
        {script ? <script type="module" src={script}></script> : null}
      </head>
      <body>
        <a class="skip-link" href="#content">
          {sharedTexts[context.language].skipToContent}
        </a>
        <Header context={context} switchForm={switchForm} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <Footer context={context} />
        {origins ? <DataBlock id="embed-origins" value={origins} /> : null}
      </body>
    </html>
  )
}
