import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { applicantOf } from './support/applicant.ts'
import type { Preferences } from './support/browser.ts'
import { bundleDocument } from './support/documents.ts'
import { fillForm, fillStep } from './support/fill.ts'
import { beijingToday, siteFor } from './support/site.ts'

const site = siteFor({ port: 8811, bundles: 'all' })

/** What axe finds serious or critical, with where it is. */
async function problems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Whether the page is wider than the window, so that reading needs scrolling in two directions. */
function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

/** The smallest text on the page, in CSS pixels. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const sizes: number[] = []
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const { parentElement } = text
      if (!parentElement?.checkVisibility() || parentElement.closest('script, noscript, .visually-hidden'))
        continue
      if (text.textContent?.trim()) sizes.push(Number.parseFloat(getComputedStyle(parentElement).fontSize))
    }
    return Math.min(...sizes)
  })
}

/** Buttons, fields and choices that are lower than they should be to be hit with a finger. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((height) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('button, .button, .input, .option, nav a, summary'),
    ]
    const small = targets.filter(
      (target) => target.checkVisibility() && target.getBoundingClientRect().height < height - 0.5,
    )
    return small.map((target) => target.outerHTML.slice(0, 120))
  }, least)
}

async function examine(page: Page, { view }: Preferences): Promise<void> {
  expect(await problems(page)).toEqual([])
  expect(await overflows(page)).toBe(false)
  expect(await smallTargets(page, view === 'elder' ? 60 : 44)).toEqual([])
  if (view === 'elder') expect(await smallestText(page)).toBeGreaterThanOrEqual(18)
}

const languages = ['zh-CN', 'en'] as const
const views = ['standard', 'elder'] as const
const widths = [1280, 360] as const
const ways = languages.flatMap((language) =>
  views.flatMap((view) =>
    widths.map((width) => ({ language, view, width, height: width === 360 ? 740 : 900 })),
  ),
)

describe.each(ways)('in $language, $view, $width px wide', (way) => {
  it.each(['/', '/?q=登月', '/b/open-a-restaurant', '/b/home-resale-transfer', '/receipts', '/nothing-here'])(
    'the page %s is accessible',
    async (path) => {
      const { page, leave } = await site.visit(path, way)
      await examine(page, way)
      await leave()
    },
  )
})

/** Every language with every size and every width; all eight together would say nothing more about the form. */
const waysOfForm = ways.filter(({ language, view, width }) => {
  const changes = [language === 'en', view === 'elder', width === 360].filter(Boolean).length
  return changes % 2 === 0
})

describe.each(waysOfForm)('in $language, $view, $width px wide', (way) => {
  it('the form is accessible at every step, with faults, with reasons open, in review and as a receipt', async () => {
    const { page, complaints, leave } = await site.visit('/f/rural-homestead-building', way)
    const document = bundleDocument('rural-homestead-building')
    await page.waitForSelector('#step-form')
    await page.locator('button[form="step-form"]').click()
    await page.getByRole('alert').waitFor()
    await examine(page, way)

    if (way.width === 360) await page.locator('.decision-bar').click()
    await page.locator('.outcome > summary').first().click()
    await page.locator('.still-open > summary').first().click()
    await page.locator('.why').first().waitFor()
    await examine(page, way)
    if (way.width === 360) await page.keyboard.press('Escape')

    const applicant = {
      ...applicantOf(document, beijingToday()),
      family: [{ name: '李四', idNo: '430321199001010016', relation: '配偶', age: 36, hukou: '易俗河镇' }],
    }
    for (
      let step = document.form.steps.length;
      step > 0 && !(await page.locator('.list').count());
      step -= 1
    ) {
      await fillStep(page, document, applicant)
      await page.locator('button[form="step-form"]').click()
      await page.waitForTimeout(100)
    }
    await page.locator('.list > button').click()
    await examine(page, way)
    await page.locator('.row .link-button').click()
    await fillForm(page, document, applicant)
    await examine(page, way)

    await page.locator('#declaration').check()
    await page.locator('.review button[type="submit"]').click()
    await page.locator('.receipt').waitFor()
    await examine(page, way)
    expect(complaints).toEqual([])
    await leave()
  })
})
