import { describe, expect, it } from 'vitest'
import { pages } from '../../portal/pages/index.ts'
import type { CataloguePage, PageContext, ReceiptsPage } from '../../portal/pages/types.ts'
import { compile, decide } from '../../rules/index.ts'
import type { BundleDocument, BundleSummary, Version } from '../../schemas/index.ts'
import { smallDocument } from '../support/documents.ts'
import { contextFor, count } from './support/context.ts'

const hostile = { 'zh-CN': '<script>alert(1)</script>&"\'', en: '</script><img src=x onerror=alert(1)>' }

function versionOf(document: BundleDocument): Version {
  return {
    bundle: document.id,
    number: 3,
    hash: 'a'.repeat(64),
    publishedAt: '2026-11-23T02:00:00Z',
    document,
  }
}

function summaryOf(document: BundleDocument): BundleSummary {
  return {
    id: document.id,
    code: document.code,
    title: document.title,
    citizenTitle: document.citizenTitle,
    category: document.category,
    audience: document.audience,
    lead: { code: 'CG', name: { 'zh-CN': '县城市管理局', en: 'Urban Management Bureau' } },
    announcedDays: document.announced.days,
    version: 3,
    hash: 'a'.repeat(64),
  }
}

function cataloguePage(changes: Partial<CataloguePage> = {}): CataloguePage {
  const document = smallDocument()
  return {
    query: { q: '', category: '', audience: '' },
    bundles: [summaryOf(document)],
    nextAddress: null,
    categories: [{ ...document.category, count: 1 }],
    audiences: document.audience,
    ...changes,
  }
}

function found(document: BundleDocument): ReceiptsPage {
  const decision = decide(
    compile(document),
    { area: 6, hasSign: true, idNumber: '430321199001010016', age: 36 },
    { unanswered: 'absent' },
  )
  const status = {
    number: '430321-20261123-000017',
    bundle: document.id,
    title: document.title,
    version: 3,
    hash: 'a'.repeat(64),
    state: 'received' as const,
    receivedAt: '2026-11-23T02:00:00Z',
    decision,
  }
  return { number: status.number, outcome: { kind: 'found', status, document } }
}

/** Every page, over one document. */
async function everyPage(context: PageContext, document = smallDocument()): Promise<Record<string, string>> {
  const version = versionOf(document)
  return {
    catalogue: await pages.catalogue(context, cataloguePage({ bundles: [summaryOf(document)] })),
    bundle: await pages.bundle(context, { version, decision: decide(compile(document), {}) }),
    form: await pages.form(context, { version, today: '2026-11-24', answers: {} }),
    receipts: await pages.receipts(context, { number: '', outcome: { kind: 'empty' } }),
    receiptNotFound: await pages.receipts(context, { number: '1', outcome: { kind: 'not-found' } }),
    status: await pages.receipts(context, found(document)),
    notFound: await pages.notFound(context),
    failure: await pages.failure(context, {
      status: 500,
      title: { 'zh-CN': '出错', en: 'Wrong' },
      instance: 'r-1',
    }),
  }
}

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  it('is every page a whole document in that language, with one heading on top', async () => {
    for (const [name, html] of Object.entries(await everyPage(contextFor(language)))) {
      expect(html, name).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`))
      expect(html, name).toMatch(/<title>[^<]+<\/title>/)
      expect(count(html, /<h1[ >]/), name).toBe(1)
      expect(count(html, /<main id="content"/), name).toBe(1)
      expect(html, name).toContain('href="#content"')
    }
  })

  it('carries every page the notice that its content is a demonstration', async () => {
    const words = language === 'en' ? 'Demo data' : '演示数据'
    for (const [name, html] of Object.entries(await everyPage(contextFor(language)))) {
      expect(html, name).toContain(words)
    }
  })

  it('gives every control a label and uses no id twice', async () => {
    for (const [name, html] of Object.entries(await everyPage(contextFor(language)))) {
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, name).toBe(ids.length)
      for (const [, id] of html.matchAll(/<input[^>]* id="([^"]*)"/g)) {
        expect(html, name).toContain(`<label${name === 'catalogue' ? '' : ' class="label"'} for="${id}"`)
      }
    }
  })

  it('holds every page to the content security policy: no inline style, script or handler', async () => {
    for (const [name, html] of Object.entries(await everyPage(contextFor(language)))) {
      expect(html, name).not.toMatch(/ style=|<style| on[a-z]+=/)
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes)
      expect(scripts, name).toEqual(
        name === 'form'
          ? [' type="module" src="/assets/form-1.js"', ' type="application/json" id="form-data"']
          : [],
      )
    }
  })

  it('shows text from documents as text, never as markup', async () => {
    const document = smallDocument({ title: hostile, citizenTitle: hostile, summary: hostile })
    for (const [name, html] of Object.entries(await everyPage(contextFor(language), document))) {
      expect(html, name).not.toContain('<script>alert')
      expect(html, name).not.toContain('<img src=x')
    }
  })
})

describe('the catalogue', () => {
  it('searches and filters by links and a plain form, and says what it found', async () => {
    const query = { q: '摊', category: 'business', audience: '1' }
    const html = await pages.catalogue(contextFor(), cataloguePage({ query }))
    expect(html).toContain('“摊”：找到 1 件事')
    expect(html).toContain('<form class="search" action="/" method="get">')
    expect(html).toContain('value="摊"')
    expect(html).toContain('href="/?q=%E6%91%8A&amp;category=business&amp;audience=2"')
    expect(html).toMatch(/aria-current="true">企业开办（1）/)
    expect(html).toContain('清除搜索和筛选')
  })

  it('helps on where nothing matches', async () => {
    const html = await pages.catalogue(
      contextFor(),
      cataloguePage({ bundles: [], query: { q: '登月', category: '', audience: '' } }),
    )
    expect(html).toContain('“登月”：找到 0 件事')
    expect(html).toContain('没有找到相符的事项')
  })

  it('leads to the next page where there is one', async () => {
    expect(await pages.catalogue(contextFor(), cataloguePage({ nextAddress: '/?cursor=b' }))).toContain(
      'href="/?cursor=b"',
    )
  })
})

describe('a bundle’s page', () => {
  const show = (document: BundleDocument, language: 'zh-CN' | 'en' = 'zh-CN') =>
    pages.bundle(contextFor(language), {
      version: versionOf(document),
      decision: decide(compile(document), {}),
    })

  it('leads into the form and says what is saved, marked as demo data', async () => {
    const html = await show(smallDocument())
    expect(html).toContain('href="/f/open-a-stall"')
    expect(html).toContain('工作日由 20 减到 5')
    expect(html).toContain('演示数据')
  })

  it('marks a basis nobody has confirmed as 待核实, and only that', async () => {
    expect(await show(smallDocument())).toMatch(/某某办法第八条<\/span>[^<]*<span class="tag tag-unverified"/)
    const [first, ...others] = smallDocument().rules
    const verified = { by: '城管局', on: '2026-11-01' }
    const document = smallDocument({ rules: first ? [{ ...first, verified }, ...others] : [] })
    expect(await show(document)).toMatch(/某某办法第八条<\/span>\s*<\/p>/)
  })

  it('says which materials are always needed and which depend', async () => {
    const html = await show(smallDocument())
    expect(html).toMatch(/现场照片.*?tag-source-applicant.*?自备.*?tag-open">视情况/s)
  })

  it('marks what has no translation as Chinese', async () => {
    const html = await show(smallDocument({ summary: { 'zh-CN': '只有中文' } }), 'en')
    expect(html).toContain('<span lang="zh-CN">只有中文</span>')
    expect(html).toContain('<span lang="zh-CN">某某办法第八条</span>')
  })
})

describe('the form’s page', () => {
  const html = () =>
    pages.form(contextFor(), {
      version: versionOf(smallDocument({ citizenTitle: hostile })),
      today: '2026-11-24',
      answers: {},
    })

  it('carries the document in an inert block that no text can end', async () => {
    const [, block = ''] =
      /<script type="application\/json" id="form-data">(.*?)<\/script>/s.exec(await html()) ?? []
    expect(block).not.toContain('<')
    expect(JSON.parse(block)).toMatchObject({
      language: 'zh-CN',
      number: 3,
      today: '2026-11-24',
      document: { id: 'open-a-stall', citizenTitle: hostile },
    })
  })

  it('keeps scenarios and officials’ remarks out of it', async () => {
    const rules = smallDocument().rules.map((rule) => ({ ...rule, note: '仅供内部' }))
    const page = await pages.form(contextFor(), {
      version: versionOf(smallDocument({ rules })),
      today: '2026-11-24',
      answers: {},
    })
    expect(page).not.toContain('仅供内部')
    expect(page).not.toContain('有招牌的小摊位')
  })

  it('keeps browsers from translating it under the script, and says what to do without script', async () => {
    expect(await html()).toContain('<div id="form" translate="no">')
    expect(await html()).toMatch(/<noscript>.*JavaScript/s)
  })
})

describe('the receipt page', () => {
  it('asks by a plain POST form, so that the secret is in no address', async () => {
    const html = await pages.receipts(contextFor(), { number: '', outcome: { kind: 'empty' } })
    expect(html).toContain('action="/receipts" method="post"')
  })

  it('keeps the number, never the secret, where nothing was found', async () => {
    const html = await pages.receipts(contextFor(), {
      number: '430321-20261123-000017',
      outcome: { kind: 'not-found' },
    })
    expect(html).toContain('value="430321-20261123-000017"')
    expect(html).toMatch(/<input[^>]*id="secret"(?![^>]*value=)[^>]*>/)
    expect(html).toContain('没有找到这份办件')
  })

  it('shows state, time, departments and materials of a case', async () => {
    const html = await pages.receipts(contextFor(), found(smallDocument()))
    expect(html).toContain('430321-20261123-000017')
    expect(html).toContain('已收件')
    expect(html).toContain('2026年11月23日 10:00')
    expect(html).toContain('5 个工作日')
    expect(html).toContain('现场照片')
  })
})

describe('the header', () => {
  it('switches language and size on the same page', async () => {
    const html = await pages.catalogue(contextFor('zh-CN', { address: '/?q=摊' }), cataloguePage())
    expect(html).toContain('href="/?q=%E6%91%8A&amp;lang=en"')
    expect(html).toContain('href="/?q=%E6%91%8A&amp;view=elder"')
  })

  it('shows the elder mode on every page of it', async () => {
    for (const html of Object.values(await everyPage(contextFor('zh-CN', { view: 'elder' })))) {
      expect(html).toContain('<html lang="zh-CN" class="elder">')
      expect(html).toContain('标准版')
    }
  })
})
