import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { siteFor } from './support/site.ts'

const site = siteFor({ port: 8811, bundles: ['open-a-restaurant'] })

/** What has the focus, by the words a screen reader would say. */
function focused(page: Page): Promise<{ id: string; words: string }> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
    return { id: element?.id ?? '', words: (label ?? element?.textContent ?? '').trim() }
  })
}

/** Presses Tab until the focus is where it is wanted; a page that traps or skips never gets there. */
async function tabTo(page: Page, wanted: (at: { id: string; words: string }) => boolean): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (wanted(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never got there; the focus is on ${JSON.stringify(await focused(page))}`)
}

const withId = (id: string) => (at: { id: string }) => at.id === id
const withWords = (words: string) => (at: { words: string }) => at.words === words

/** Chooses an option of a radio group by the arrow keys, as radio groups work. */
async function choose(page: Page, field: string, option: number): Promise<void> {
  await tabTo(page, withId(`answer/${field}:0`))
  if (option === 0) await page.keyboard.press('Space')
  for (let presses = 0; presses < option; presses += 1) await page.keyboard.press('ArrowDown')
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, withId(`answer/${field}`))
  await page.keyboard.type(text)
}

async function tick(page: Page, id: string): Promise<void> {
  await tabTo(page, withId(id))
  await page.keyboard.press('Space')
}

async function goOn(page: Page, heading: string): Promise<void> {
  await tabTo(page, withWords('下一步'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor()
  // The heading of the new step has the focus, so that reading and tabbing go on from there.
  expect((await focused(page)).words).toBe(heading)
}

const yes = 0
const no = 1

it('goes from the catalogue to a receipt with the keyboard alone, under the strict policy', async () => {
  const { page, complaints, leave } = await site.visit('/')

  await page.keyboard.press('Tab')
  expect((await focused(page)).words).toBe('跳到主要内容')
  await page.keyboard.press('Enter')
  await tabTo(page, withWords('我要开餐馆'))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/b/open-a-restaurant')
  await tabTo(page, withWords('开始办理'))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/f/open-a-restaurant**')
  await page.waitForSelector('#step-form')

  await choose(page, 'hasLicence', no)
  await choose(page, 'entityType', 0)
  await type(page, 'shopName', '湘里小面')
  await choose(page, 'inSealPeriod', no)
  await type(page, 'operatorName', '张三')
  await type(page, 'operatorIdNo', '43032119900101001x')
  await type(page, 'operatorMobile', '138 0013 8000')
  // The identity number is wrong: Enter in a field submits, and the summary of faults takes the focus.
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect((await focused(page)).words).toContain('请修改下面的内容')
  await tabTo(page, ({ words }) => words.startsWith('经营者身份证号'))
  await page.keyboard.press('Enter')
  expect((await focused(page)).id).toBe('answer/operatorIdNo')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('430321199001010016')
  await goOn(page, '经营场所')

  // The decision follows as it is typed: 小餐饮 and its 7 working days, before anything is submitted.
  await type(page, 'businessArea', '45')
  const decision = page.getByRole('complementary', { name: '办理结果预览' })
  await decision.getByText('食品小经营许可(小餐饮)').waitFor()
  expect(await decision.getByText('办理时限').locator('..').textContent()).toMatch(/7 个工作日\s+确定/)
  await choose(page, 'premises', 0)
  await tabTo(page, withId('answer/townshipCode'))
  await page.keyboard.press('ArrowDown')
  await type(page, 'floorNo', '1')
  await choose(page, 'isPublicGathering', yes)
  await type(page, 'seats', '16')
  await choose(page, 'useCommitment', yes)
  await goOn(page, '经营项目与设备')

  await tick(page, 'answer/foodItems:0')
  await choose(page, 'produceFume', yes)
  await choose(page, 'openFire', yes)
  await choose(page, 'fuel', 0)
  await choose(page, 'centralDishware', 0)
  await goOn(page, '从业人员与食品安全')

  await choose(page, 'hasFoodSafetyManager', yes)
  await choose(page, 'allHealthCert', yes)
  await goOn(page, '招牌、排水及其他')

  await choose(page, 'signboard', yes)
  await choose(page, 'signboardLarge', no)
  await choose(page, 'drainMunicipal', yes)
  await choose(page, 'sellTobacco', no)
  await goOn(page, '代办')

  await choose(page, 'isAgent', no)
  await goOn(page, '核对并提交')

  await tick(page, 'declaration')
  await tabTo(page, withWords('提交申请'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: '提交成功' }).waitFor()
  expect((await focused(page)).words).toBe('提交成功')
  const [number, secret] = await page.locator('.panel-number').allTextContents()
  expect(number).toMatch(/^430321-\d{8}-\d{6}$/)
  expect(secret?.length).toBeGreaterThan(7)

  expect(complaints).toEqual([])
  await leave()
})
