import { expect, it } from 'vitest'
import { applicantOf } from './support/applicant.ts'
import { bundleDocument, bundleIds } from './support/documents.ts'
import { fillForm } from './support/fill.ts'
import { beijingToday, siteFor } from './support/site.ts'

const site = siteFor({ port: 8811, bundles: 'all' })

it.each(bundleIds)('%s can be applied for in the browser', async (id) => {
  const { page, complaints, leave } = await site.visit(`/f/${id}`)
  const document = bundleDocument(id)
  await fillForm(page, document, applicantOf(document, beijingToday()))
  await page.locator('#declaration').check()
  await page.locator('.review button[type="submit"]').click()
  await page.getByRole('heading', { level: 2, name: '提交成功' }).waitFor()
  expect(await page.locator('.panel-number').first().textContent()).toMatch(/^430321-\d{8}-\d{6}$/)
  expect(complaints).toEqual([])
  await leave()
})

it('shows the status of an application to whoever has its number and secret, and to nobody else', async () => {
  const { page, complaints, leave } = await site.visit('/f/open-a-restaurant')
  const document = bundleDocument('open-a-restaurant')
  await fillForm(page, document, applicantOf(document, beijingToday()))
  await page.locator('#declaration').check()
  await page.locator('.review button[type="submit"]').click()
  await page.locator('.panel-number').first().waitFor()
  const [number = '', secret = ''] = await page.locator('.panel-number').allTextContents()

  await page.getByRole('link', { name: '查询办件' }).last().click()
  await page.getByLabel('回执号').fill(number)
  await page.getByLabel('查询密码').fill(secret)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { level: 1, name: '办件进度' }).waitFor()
  const status = await page.locator('main').textContent()
  expect(status).toContain(number)
  expect(status).toContain('已收件')
  expect(status).toContain('7 个工作日')
  expect(status).not.toContain('430321199001010016')
  expect(page.url()).not.toContain(secret)
  expect(complaints).toEqual([])

  await page.goto(`${site.server.url}/receipts`)
  await page.getByLabel('回执号').fill(number)
  await page.getByLabel('查询密码').fill('wrong')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { name: '没有找到这份办件' }).waitFor()
  expect(await page.getByLabel('查询密码').inputValue()).toBe('')
  await leave()
})
