import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { applicantOf } from './support/applicant.ts'
import type { Preferences } from './support/browser.ts'
import { bundleDocument } from './support/documents.ts'
import { fillForm, fillStep } from './support/fill.ts'
import { beijingToday, siteFor } from './support/site.ts'

const site = siteFor({
  port: 8811,
  bundles: ['open-a-restaurant', 'home-resale-transfer', 'rural-homestead-building'],
})
const restaurant = bundleDocument('open-a-restaurant')
const applicant = applicantOf(restaurant, beijingToday())

const answer = (page: Page, field: string) => page.locator(`[id="answer/${field}"]`)
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const goOn = (page: Page) => page.locator('button[form="step-form"]').click()
const submit = (page: Page) => page.locator('.review button[type="submit"]').click()

/** A visitor in the restaurant's form. */
async function atForm(preferences?: Preferences) {
  const visitor = await site.visit('/f/open-a-restaurant', preferences)
  await visitor.page.waitForSelector('#step-form')
  return visitor
}

/** A visitor who has answered everything and declared it true. */
async function atReview(answers = applicant) {
  const visitor = await atForm()
  await fillForm(visitor.page, restaurant, answers)
  await visitor.page.locator('#declaration').check()
  return visitor
}

describe('filling in', () => {
  it('keeps the focus and every key while the decision is made', async () => {
    const { page, leave } = await atForm()
    await answer(page, 'shopName').focus()
    await page.keyboard.type('Noodles & more 湘里小面 45㎡', { delay: 30 })
    expect(await answer(page, 'shopName').inputValue()).toBe('Noodles & more 湘里小面 45㎡')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer/shopName')
    await leave()
  })

  it('takes along what was typed in the very moment of going on or back', async () => {
    const { page, leave } = await atForm()
    await fillStep(page, restaurant, applicant)
    await answer(page, 'shopName').fill('老街米粉')
    await page.keyboard.press('Enter')
    await heading(page, '经营场所').waitFor()
    await answer(page, 'businessArea').fill('88')
    await page.goBack()
    await heading(page, '经营主体').waitFor()
    expect(await answer(page, 'shopName').inputValue()).toBe('老街米粉')
    await page.goForward()
    await heading(page, '经营场所').waitFor()
    expect(await answer(page, 'businessArea').inputValue()).toBe('88')
    await leave()
  })

  it('asks what an answer makes necessary, keeps it while hidden, and forgets nothing', async () => {
    const { page, leave } = await atForm()
    await page.locator('[id="answer/hasLicence:0"]').check()
    await answer(page, 'uscc').fill('11430524MB1E20807P')
    await page.locator('[id="answer/hasLicence:1"]').check()
    await answer(page, 'uscc').waitFor({ state: 'detached' })
    await page.locator('[id="answer/hasLicence:0"]').check()
    expect(await answer(page, 'uscc').inputValue()).toBe('11430524MB1E20807P')
    await leave()
  })

  it('tells a screen reader politely of results and of new questions, once typing has paused', async () => {
    const { page, leave } = await atForm()
    const said = page.getByRole('status')
    await page.locator('[id="answer/hasLicence:0"]').check()
    await said.filter({ hasText: '新出现的问题：统一社会信用代码' }).waitFor({ state: 'attached' })
    await said.filter({ hasText: /结果已更新：.*材料 \d+ · 部门 \d+/ }).waitFor({ state: 'attached' })
    await leave()
  })

  it('says why, with the basis and whether it was verified', async () => {
    const { page, leave } = await atForm()
    await fillStep(page, restaurant, { ...applicant, inSealPeriod: true })
    const decision = page.getByRole('complementary')
    await decision.getByText('不能办理').last().waitFor()
    await decision.getByText('经营者处于食品行业禁业期内').click()
    await decision.getByText('食品安全法第一百三十五条').first().waitFor()
    expect(await decision.locator('.why').textContent()).toContain('是否在食品行业禁业期内')
    expect(await decision.locator('.why').textContent()).toContain('待核实')
    await leave()
  })

  it('leads to the question that settles most', async () => {
    const { page, leave } = await atForm()
    const next = page.locator('.ask-next button')
    const title = await next.textContent()
    await next.click()
    const label = await page.evaluate(
      () => document.activeElement?.closest('.field')?.querySelector('.label')?.textContent,
    )
    expect(label).toContain(title)
    await leave()
  })

  it('changes language and size in place, without losing an answer', async () => {
    const { page, complaints, leave } = await atForm()
    await answer(page, 'shopName').fill('湘里小面')
    await page.getByRole('link', { name: 'English' }).click()
    await heading(page, 'The business').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('I want to open a restaurant')
    expect(await answer(page, 'shopName').inputValue()).toBe('湘里小面')
    await page.getByRole('link', { name: 'Larger text' }).click()
    await page.locator('html.elder').waitFor()
    expect(await answer(page, 'shopName').inputValue()).toBe('湘里小面')
    await page.reload()
    await heading(page, 'The business').waitFor()
    expect(await page.locator('html.elder').count()).toBe(1)
    expect(complaints).toEqual([])
    await leave()
  })

  it('adds and removes rows of a list, with the focus where one goes on', async () => {
    const { page, complaints, leave } = await site.visit('/f/rural-homestead-building')
    const rural = bundleDocument('rural-homestead-building')
    const all = applicantOf(rural, beijingToday())
    await page.waitForSelector('#step-form')
    while (!(await page.locator('.list').count())) {
      await fillStep(page, rural, all)
      await goOn(page)
      await page.waitForTimeout(100)
    }
    const add = page.getByRole('button', { name: '添加：家庭成员' })
    for (const name of ['李四', '王五']) {
      await add.click()
      await page.keyboard.type(name, { delay: 20 })
    }
    await page.getByRole('button', { name: '删除第 1 项' }).click()
    expect(await page.locator('.row').count()).toBe(1)
    expect(await answer(page, 'family/0/name').inputValue()).toBe('王五')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('添加：家庭成员')
    expect(complaints).toEqual([])
    await leave()
  })

  it('works fees out by formula as they are in the worker', async () => {
    const { page, leave } = await site.visit('/f/home-resale-transfer')
    const document = bundleDocument('home-resale-transfer')
    await fillForm(page, document, applicantOf(document, beijingToday()))
    const result = await page.locator('[aria-labelledby="review-decision"]').textContent()
    expect(result).toMatch(/不动产登记费\s*80 元/)
    expect(result).toMatch(/契税.*1%/)
    await leave()
  })

  it('puts nothing personal into the address or the browser’s stores, and asks before it is left', async () => {
    const { page, leave } = await atReview()
    expect(page.url()).toBe(`${site.server.url}/f/open-a-restaurant#review`)
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toMatch(/430321199001010016|13800138000|湘潭示例/)
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type())
        void dialog.dismiss()
      })
    })
    await page.getByRole('link', { name: '办事目录' }).click({ noWaitAfter: true })
    expect(await asked).toBe('beforeunload')
    await leave()
  })
})

describe('submitting', () => {
  it('wants the declaration first', async () => {
    const { page, leave } = await atForm()
    await fillForm(page, restaurant, applicant)
    await submit(page)
    await page.getByText('请先勾选承诺').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('declaration')
    await leave()
  })

  it('survives a lost connection: answers and key are kept, and nothing is submitted twice', async () => {
    const { page, leave } = await atReview()
    const keys: (string | undefined)[] = []
    let isDown = true
    await page.route('**/api/cases', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (isDown) await route.abort('connectionreset')
      else await route.continue()
    })
    await submit(page)
    await page.getByRole('heading', { name: '没有连上服务器' }).waitFor()
    isDown = false
    await submit(page)
    await heading(page, '提交成功').waitFor()
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(2)
    await leave()
  })

  it('shows the server’s faults at the questions they are about', async () => {
    const { page, leave } = await atReview()
    await page.route('**/api/cases', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        json: {
          type: '/problems/invalid-input',
          status: 422,
          title: '有误',
          texts: { 'zh-CN': '有误', en: 'Wrong' },
          errors: [
            {
              pointer: '/answers/seats',
              keyword: 'maximum',
              message: { 'zh-CN': '座位太多。', en: 'Too many.' },
            },
          ],
        },
      }),
    )
    await submit(page)
    await heading(page, '经营场所').waitFor()
    await page.getByRole('link', { name: '就餐座位数：座位太多。' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer/seats')
    expect(await answer(page, 'seats').getAttribute('aria-invalid')).toBe('true')
    await leave()
  })

  it('does not let through who is not eligible, and says why', async () => {
    const { page, leave } = await atReview({ ...applicant, premises: 'residence' })
    expect(await page.locator('.verdict').textContent()).toContain('禁止新建产生油烟的餐饮项目')
    await page.getByText('按现在的回答不能提交').waitFor()
    await page.locator('.review button[type="submit"]').click({ force: true })
    expect(await page.locator('.receipt').count()).toBe(0)
    await leave()
  })

  it('moves to a version published meanwhile and keeps the answers', async () => {
    const { page, complaints, leave } = await atReview()
    const summary = { 'zh-CN': '更新后的说明。', en: 'Updated.' }
    expect((await site.server.publish(restaurant.id, JSON.stringify({ ...restaurant, summary }))).ok).toBe(
      true,
    )
    await submit(page)
    await page.getByRole('heading', { name: '办事内容有更新' }).waitFor()
    expect(await page.locator('.review').textContent()).toContain('430321199001010016')
    await page.locator('#declaration').check()
    await submit(page)
    await heading(page, '提交成功').waitFor()
    expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
    await leave()
  })
})
