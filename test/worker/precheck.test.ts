import { beforeAll, describe, expect, it } from 'vitest'
import { smallDocument } from '../support/documents.ts'
import { testApp } from './support/app.ts'
import { walker } from './support/walker.ts'

const server = testApp()
const visitor = walker(server)
const path = '/p/open-a-stall'

beforeAll(async () => {
  expect((await server.publish(smallDocument())).status).toBe(201)
})

/** At the second question, the age. */
async function atAge() {
  return visitor.go(path, await visitor.get(path), { answer: '6' })
}

/** The answers of a stall that is allowed, given one after the other. */
async function toTheEnd() {
  const page = await visitor.go(path, await atAge(), { answer: '30' })
  return visitor.go(path, page, { answer: 'true' })
}

describe('the guided pre-check', () => {
  it('asks one question at a time, first what decides whether one may apply', async () => {
    const first = await visitor.get(path)
    expect(first.heading).toBe('面积')
    expect(first.html).toContain('先看能不能办')
    expect(first.html).toContain('已答 0 题，大约还有 3 题')
    const second = await visitor.go(path, first, { answer: '6' })
    expect(second.heading).toBe('年龄')
    const third = await visitor.go(path, second, { answer: '30' })
    expect(third.heading).toBe('是否设招牌')
    expect(third.html).toContain('再看要准备什么')
    expect(third.html).toContain('已答 2 题，大约还有 1 题')
  })

  it('asks no identity number where an age will do', async () => {
    const page = await atAge()
    expect(page.carried.question).toBe('age')
    expect(page.html).not.toContain('身份证号')
    expect(page.html).not.toContain('选填')
  })

  it('ends in the clear card as soon as nothing is open', async () => {
    const card = await toTheEnd()
    expect(card.status).toBe(200)
    expect(card.heading).toBe('明白卡：我要摆摊')
    expect(card.html).toContain('问完了')
    expect(card.html).toContain('现场照片')
  })

  it('says at once where one may not apply, why, on what basis, and lets that answer be changed', async () => {
    const card = await visitor.go(path, await atAge(), { answer: '17' })
    expect(card.html).toContain('不能办理')
    expect(card.html).toContain('申请人未满18周岁。')
    expect(card.html).toContain('“年龄”为 17，低于 18')
    expect(card.html).toContain('某某办法第八条')
    expect(card.html).toContain('更改：年龄')
    expect(card.html).not.toContain('开始办理')
    const again = await visitor.post(path, { ...card.carried, change: 'age' })
    expect(again.heading).toBe('年龄')
    expect(again.html).toContain('value="17"')
    expect((await visitor.go(path, again, { answer: '18' })).heading).toBe('是否设招牌')
  })

  it('goes back, with the answer given before', async () => {
    expect((await visitor.get(path)).html).not.toContain('value="back"')
    const back = await visitor.go(path, await atAge(), { do: 'back' })
    expect(back.heading).toBe('面积')
    expect(back.html).toContain('value="6"')
  })

  it('asks what was skipped last, says what depends on it, and asks it again on request', async () => {
    const page = await visitor.go(path, await atAge(), { do: 'skip' })
    expect(page.heading).toBe('是否设招牌')
    const card = await visitor.go(path, page, { answer: 'false' })
    expect(card.heading).toBe('明白卡：我要摆摊')
    expect(card.html).toContain('有 1 题先跳过了')
    expect(card.html).toContain('取决于：年龄')
    const again = await visitor.post(path, { ...card.carried, change: 'age' })
    expect(again.heading).toBe('年龄')
    expect((await visitor.go(path, again, { answer: '40' })).html).toContain('问完了')
  })

  it('shows what is certain so far', async () => {
    expect((await visitor.get(path)).html).toContain('时限待定')
    const page = await visitor.go(path, await atAge(), { answer: '30' })
    expect(page.html).toContain('目前看可以办理')
    expect(page.html).toContain('5 个工作日')
  })

  it.each([
    ['', '此项必填。'],
    ['abc', '此项应为整数。'],
    ['-1', '此项不能小于0。'],
    ['151', '此项不能大于150。'],
  ])('says what is wrong with “%s” in the validator’s words, and keeps it', async (typed, message) => {
    const page = await visitor.go(path, await atAge(), { answer: typed })
    expect(page.heading).toBe('年龄')
    expect(page.html).toContain(message)
    expect(page.html).toContain('<title>有误：年龄')
    expect(page.html).toContain('aria-invalid="true"')
    expect(page.html).toMatch(new RegExp(`id="answer"[^>]*value="${typed}"`))
  })

  it('reads numbers as Chinese input methods write them', async () => {
    expect((await visitor.go(path, await atAge(), { answer: '３０' })).heading).toBe('是否设招牌')
  })

  it('switches language and view on the spot and keeps the answers', async () => {
    const page = await atAge()
    const english = await visitor.post(path, { ...page.carried, lang: 'en' })
    expect(english.html).toContain('<html lang="en"')
    expect(english.heading).toBe('Age')
    expect(english.carried).toEqual(page.carried)
    expect(english.headers.getSetCookie()).toEqual([expect.stringMatching(/^language=en; /)])
    const large = await visitor.post(path, { ...page.carried, view: 'elder' })
    expect(large.html).toContain('class="elder"')
    expect(large.headers.getSetCookie()).toEqual([expect.stringMatching(/^view=elder; /)])
  })

  it('keeps answers out of every address and every cache', async () => {
    const page = await toTheEnd()
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(page.headers.get('Location')).toBeNull()
    for (const [, address] of page.html.matchAll(/(?:href|action|formaction|src)="([^"]*)"/g)) {
      expect(address).not.toMatch(/\?|age=|answers/)
    }
  })

  it('can be framed by the sites of the bundle’s own list, and keeps language and view in the address there', async () => {
    const page = await visitor.get(`${path}?embed=1&lang=en`)
    expect(page.headers.get('Content-Security-Policy')).toContain(
      "frame-ancestors 'self' https://www.example.gov.cn",
    )
    expect(page.html).toContain('action="/p/open-a-stall?embed=1&amp;lang=en"')
    const chinese = await visitor.post(`${path}?embed=1&lang=en`, { ...page.carried, lang: 'zh-CN' })
    expect(chinese.html).toContain('action="/p/open-a-stall?embed=1&amp;lang=zh-CN"')
    expect(chinese.headers.getSetCookie()).toEqual([])
  })

  it('leaves out answers that no longer fit, and asks again', async () => {
    const page = await visitor.post(path, {
      answers: '{"age":"old","area":6,"gone":1}',
      trail: 'age area gone',
    })
    expect(page.heading).toBe('是否设招牌')
    expect(page.carried.answers).toBe('{"area":6}')
  })

  it('drops what other answers hide', async () => {
    const answers = JSON.stringify({ age: 30, hasSign: false, signText: '米粉' })
    const page = await visitor.post(path, { answers, trail: 'age hasSign signText' })
    expect(page.heading).toBe('面积')
    expect(page.carried).toMatchObject({ answers: '{"age":30,"hasSign":false}', trail: 'age hasSign' })
  })

  it('counts as nothing what another site’s page sends in a visitor’s name', async () => {
    const fields = { answers: '{"area":30}', trail: 'area' }
    const page = await visitor.post(path, fields, { 'Sec-Fetch-Site': 'cross-site' })
    expect(page.heading).toBe('面积')
    expect(page.carried.answers).toBe('{}')
  })
})

describe('whatever is sent', () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  const hostile: [string, string][] = [
    ['nothing', ''],
    ['answers that are no JSON', 'answers=%7Bnot'],
    ['answers that are no object', 'answers=%5B1%2C2%5D'],
    ['null', 'answers=null'],
    ['__proto__', `answers=${encodeURIComponent('{"__proto__":{"age":30},"constructor":1,"age":30}')}`],
    [
      'unknown names',
      `answers=${encodeURIComponent('{"nobody":1,"toString":2}')}&trail=nobody toString __proto__`,
    ],
    ['script', `answers=${encodeURIComponent('{"signText":"</script><script>alert(1)</script>"}')}`],
    ['a question that does not exist', 'question=nobody&answer=1'],
    ['a question by a name objects have', 'question=constructor&answer=1&change=__proto__'],
    ['a hidden question', `answers=${encodeURIComponent('{"hasSign":false}')}&question=signText&answer=x`],
    [
      'a computed answer',
      `answers=${encodeURIComponent('{"idNumber":"430321199001010016"}')}&question=age&answer=5`,
    ],
    ['several answers to one', 'question=age&answer=1&answer=2&do=skip&do=back'],
    [
      'rows without end',
      `question=helpers&${Array.from({ length: 3000 }, (_, row) => `answer/${row}/name=x`).join('&')}`,
    ],
    ['no characters at all', 'answers=%FF%FE&trail=%00'],
    ['depth', `answers=${deep}`],
    ['a long trail', `trail=${'age '.repeat(20_000)}`],
    ['too much', `answers=${'x'.repeat(300_000)}`],
    ['a language nobody speaks', 'lang=tlh&view=tiny&question=age'],
  ]

  it.each(hostile)('%s: every page answers, and never by a failure of its own', async (_what, body) => {
    for (const address of [path, '/c/open-a-stall', '/f/open-a-stall', '/interview']) {
      const page = await visitor.post(address, body)
      expect(page.status, address).toBeLessThan(500)
      expect(page.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
      expect(page.html).not.toContain('<script>alert')
    }
    expect(server.failures).toEqual([])
  })

  it('bytes that are no UTF-8, and no body', async () => {
    for (const body of [new Uint8Array([0xff, 0xfe, 0x00]), undefined]) {
      const response = await server.app.request(path, { method: 'POST', ...(body ? { body } : {}) })
      expect(response.status).toBeLessThan(500)
    }
  })

  it('refuses what is too large by saying so', async () => {
    expect((await visitor.post(path, `answers=${'x'.repeat(300_000)}`)).status).toBe(413)
    expect((await visitor.post(path, 'answers=%7Bnot')).status).toBe(400)
  })

  it('a bundle that does not exist is not found', async () => {
    expect((await visitor.post('/p/nobody', {})).status).toBe(404)
    expect((await visitor.get('/c/nobody')).status).toBe(404)
  })
})
