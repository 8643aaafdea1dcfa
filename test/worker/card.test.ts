import { encode } from 'uqr'
import { beforeAll, describe, expect, it } from 'vitest'
import permit from '../../bundles/construction-permit.json'
import restaurant from '../../bundles/open-a-restaurant.json'
import { parseDocument } from '../../rules/publishing.ts'
import type { BundleDocument } from '../../schemas/index.ts'
import { goodAnswers, smallDocument } from '../support/documents.ts'
import { testApp } from './support/app.ts'
import { walker } from './support/walker.ts'

const server = testApp()
const visitor = walker(server)
const documents = [smallDocument(), parseDocument(restaurant), parseDocument(permit)]

beforeAll(async () => {
  for (const document of documents) expect((await server.publish(document)).status).toBe(201)
})

/** The card for a scenario, which is given by the start of its name. */
function cardOf(id: string, name: string, headers: Record<string, string> = {}) {
  const document = documents.find((one) => one.id === id)
  const scenario = document?.scenarios.find((one) => one.name.startsWith(name))
  if (!document || !scenario) throw new Error(`no scenario ${name}`)
  return walker(server, headers).post(`/c/${id}`, {
    answers: JSON.stringify(wholeAnswers(document, scenario.answers)),
  })
}

function wholeAnswers({ form }: BundleDocument, given: Record<string, unknown>) {
  return Object.fromEntries(Object.keys(form.fields).map((id) => [id, given[id] ?? null]))
}

describe('the clear card', () => {
  it('without answers says what is the same for everybody and what the rest depends on', async () => {
    const { html } = await visitor.get('/c/open-a-restaurant')
    expect(html).toContain('还没有回答问题')
    expect(html).toContain('还要看下面的回答')
    expect(html).toMatch(/居民住宅楼.*?取决于：/s)
    expect(html).toMatch(/看情况要不要的（14 份）.*?经营场所使用证明.*?取决于：是否已有营业执照/s)
    expect(html).toContain('时限待定')
  })

  it('for answers gives each document with why, how many, from whom, what to mind and its marks', async () => {
    const { html } = await cardOf('open-a-restaurant', '45㎡')
    expect(html).toContain('可以办理')
    expect(html).toContain('需要您准备的（6 份）')
    expect(html).toMatch(/经营场所使用证明.*?自备.*?原件 1 份.*?原因：“是否已有营业执照”为“否”。/s)
    expect(html).toMatch(/主要设备设施.*?都要交。.*?小餐饮可用照片方式提供/s)
    expect(html).toContain('不用您准备的（4 份）')
    expect(html).toMatch(/经营者身份证.*?免提交.*?出具单位：公安机关/s)
    expect(html).toMatch(/食品安全承诺书\(小餐饮\).*?系统生成/s)
    expect(html).toMatch(/从业人员健康证明.*?免提交.*?可容缺/s)
    expect(html).not.toContain('看情况要不要的')
  })

  it('names departments and items by stage, with their days', async () => {
    const { html } = await cardOf('open-a-restaurant', '45㎡')
    expect(html).toMatch(/第 1 环节.*?营业执照设立登记.*?县市场监督管理局 · 即办/s)
    expect(html).toMatch(/第 2 环节.*?户外招牌设施设置.*?县城市管理和综合执法局 · 承诺 3 个工作日/s)
  })

  it('numbers the legal bases, and marks those nobody has confirmed', async () => {
    const { html } = await cardOf('open-a-restaurant', '45㎡')
    expect(html).toMatch(
      /燃料”为“管道燃气”。<\/span> <span class="basis-numbers">依据<a href="#basis-1">\[1\]/,
    )
    expect(html).toMatch(
      /<li id="basis-1"><span lang="zh-CN">安全生产法第三十六条<\/span> <span class="tag tag-unverified"/,
    )
  })

  it('says by when, on the calendar of working days', async () => {
    server.setTime('2026-09-18T02:00:00Z')
    expect((await cardOf('open-a-restaurant', '45㎡')).html).toContain(
      '今天（2026年9月18日星期五）提交并受理的，最迟 2026年9月29日星期二办结。',
    )
    server.setTime('2026-02-12T02:00:00Z')
    expect((await cardOf('open-a-restaurant', '45㎡')).html).toContain('最迟 2026年2月28日星期六办结')
    // Past midnight in Beijing, and the day before in UTC.
    server.setTime('2026-11-24T16:30:00Z')
    expect((await cardOf('open-a-restaurant', '45㎡')).html).toContain('今天（2026年11月25日星期三）')
  })

  it('guesses no date beyond the announced holidays', async () => {
    server.setTime('2026-11-24T02:00:00Z')
    const { html } = await cardOf('construction-permit', '天易经开区厂房')
    expect(html).toContain('30 个工作日')
    expect(html).toContain('2027 年的放假安排还没有公布，暂时算不出最迟哪天办结。')
    const { html: english } = await cardOf('construction-permit', '天易经开区厂房', {
      'Accept-Language': 'en',
    })
    expect(english).toContain('The public holidays of 2027 have not been announced yet')
  })

  it('names a place where the data has one, and invents neither hours nor telephone numbers', async () => {
    const { html } = await cardOf('open-a-restaurant', '45㎡')
    expect(html).toContain('商改和一件事一次办专区')
    expect(html).toContain('12345')
    expect(html).not.toMatch(/办公时间|上午|下午|\d{3,4}-\d{7,8}/)
    expect((await visitor.get('/c/open-a-stall')).html).not.toContain('办事窗口')
  })

  it('carries a QR code of the form’s address, without any answer', async () => {
    const { html } = await visitor.post('http://localhost/c/open-a-stall', { answers: '{"age":30,"area":6}' })
    const size = /class="qr-code" viewBox="0 0 (\d+) \1"/.exec(html)?.[1]
    const path = /<path d="([^"]*)"/.exec(html)?.[1] ?? ''
    const expected = encode('http://localhost/f/open-a-stall', { ecc: 'M', border: 2 })
    expect(Number(size)).toBe(expected.size)
    const drawn = expected.data.map((row) => row.map(() => false))
    for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
      drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length))
    }
    expect(drawn).toEqual(expected.data)
  })

  it('shows nothing sensitive in full', async () => {
    const { html } = await visitor.post('/c/open-a-stall', { answers: JSON.stringify(goodAnswers) })
    const shown = html.replaceAll(/<input type="hidden"[^>]*>/g, '')
    expect(shown).toContain('430***********0016')
    expect(shown).not.toContain(goodAnswers.idNumber)
    expect(shown).not.toMatch(/11010519491231002X|13800138000/)
  })

  it('for one who may not apply gives the reason and leaves the rest out', async () => {
    const { html } = await visitor.post('/c/open-a-stall', { answers: '{"age":17,"area":6,"hasSign":true}' })
    expect(html).toContain('不能办理')
    expect(html).not.toContain('要准备哪些材料')
    expect(html).not.toContain('开始办理')
  })
})

describe('from the card to the form', () => {
  const dataOf = (html: string) => JSON.parse(/id="form-data">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

  it('answers go along, as the form takes them', async () => {
    const answers = { area: 6, hasSign: true, signText: '米粉', mobile: '138 0013 8000', age: 36 }
    const page = await visitor.post('/f/open-a-stall', { answers: JSON.stringify(answers), trail: 'area' })
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(dataOf(page.html).answers).toEqual({
      area: 6,
      hasSign: true,
      signText: '米粉',
      mobile: '13800138000',
    })
  })

  it('unknown, hidden, computed and wrong ones do not', async () => {
    const answers = { area: 'large', hasSign: false, signText: '<script>', nobody: 1, age: 5, idNumber: '1' }
    const page = await visitor.post('/f/open-a-stall', { answers: JSON.stringify(answers) })
    expect(dataOf(page.html).answers).toEqual({ hasSign: false })
  })

  it('a form that is simply opened starts empty', async () => {
    expect(dataOf((await visitor.get('/f/open-a-stall')).html).answers).toEqual({})
  })
})
