import { beforeAll, describe, expect, it } from 'vitest'
import { smallDocument } from '../support/documents.ts'
import { testApp } from './support/app.ts'
import { type Seen, walker } from './support/walker.ts'

const server = testApp()
const visitor = walker(server)
const path = '/interview'

const named = (id: string, chinese: string) => ({
  id,
  title: { 'zh-CN': chinese, en: id },
  citizenTitle: { 'zh-CN': chinese, en: id },
})

beforeAll(async () => {
  const { form } = smallDocument()
  const { area } = form.fields
  const documents = [
    smallDocument(),
    smallDocument({ ...named('open-a-kiosk', '我要开报亭'), audience: ['6'] }),
    // The same question, which takes no area beyond 50 ㎡ here.
    smallDocument({
      ...named('open-a-tent', '我要搭帐篷'),
      audience: ['6'],
      form: {
        ...form,
        fields: {
          ...form.fields,
          ...(area ? { area: { ...area, schema: { type: 'number', minimum: 0, maximum: 50 } } } : {}),
        },
      },
    }),
  ]
  for (const document of documents) expect((await server.publish(document)).status).toBe(201)
})

const begin = (...audience: string[]): Promise<Seen> =>
  visitor.post(path, [['begun', '1'], ...audience.map((code): [string, string] => ['audience', code])])

/** The titles under a heading of the result. */
function listed(html: string, heading: string): string[] {
  const section = new RegExp(`<h2>${heading}</h2>(.*?)</section>`, 's').exec(html)?.[1] ?? ''
  return [...section.matchAll(/<a href="\/b\/([^"]*)"/g)].map(([, id = '']) => id)
}

describe('“what can I apply for?”', () => {
  it('first asks for whom, among those there is something for', async () => {
    const page = await visitor.get(path)
    expect(page.heading).toBe('我能办什么？')
    expect(page.html).toContain('为自己或家人（个人）')
    expect(page.html).not.toContain('为社会组织')
  })

  it('leaves out what is for others', async () => {
    const person = await begin('1')
    expect(person.html).toContain('我要摆摊')
    expect(person.html).not.toContain('我要开报亭')
    const everybody = await begin()
    expect(everybody.html).toContain('我要摆摊')
    expect(everybody.html).toContain('我要开报亭')
  })

  it('asks one question at a time, shared ones once, and says what it is about', async () => {
    const first = await begin('1', '6')
    expect(first.heading).toBe('面积')
    expect(first.html).toContain('这一题是问：我要开报亭、我要摆摊和我要搭帐篷')
    const second = await visitor.go(path, first, { answer: '6' })
    expect(second.heading).toBe('年龄')
    expect(second.html).toContain('已答 1 题')
  })

  it('ends in three lists, with reasons and basis, and what the rest depends on', async () => {
    let page = await begin('1', '6')
    page = await visitor.go(path, page, { answer: '6' })
    page = await visitor.go(path, page, { answer: '17' })
    page = await visitor.go(path, page, { answer: '30' })
    page = await visitor.go(path, page, { do: 'skip' })
    expect(page.heading).toBe('我能办什么：结果')
    expect(listed(page.html, '不能办')).toEqual(['open-a-kiosk'])
    expect(page.html).toMatch(/申请人未满18周岁。.*?某某办法第八条/s)
    expect(listed(page.html, '可以办')).toEqual(['open-a-stall'])
    expect(listed(page.html, '还不能确定')).toEqual(['open-a-tent'])
    expect(page.html).toMatch(/取决于这些问题.*?年龄.*?现在回答/s)
  })

  it('carries the answers on into the pre-check', async () => {
    let page = await begin('1')
    page = await visitor.go(path, page, { answer: '30' })
    page = await visitor.go(path, page, { answer: '6' })
    expect(listed(page.html, '可以办')).toEqual(['open-a-stall'])
    const answers = /action="\/p\/open-a-stall">.*?name="answers" value="([^"]*)"/s.exec(page.html)?.[1] ?? ''
    const precheck = await visitor.post('/p/open-a-stall', { answers: answers.replaceAll('&quot;', '"') })
    expect(precheck.heading).toBe('是否设招牌')
    expect(precheck.html).toContain('已答 2 题')
  })

  it('can be left at any time with what is known then', async () => {
    const page = await visitor.go(path, await begin('1'), { do: 'stop' })
    expect(page.heading).toBe('我能办什么：结果')
    expect(listed(page.html, '还不能确定')).toEqual(['open-a-stall'])
  })

  it('asks no more about what somebody does not want, until they do', async () => {
    const first = await begin('6')
    const without = await visitor.post(path, { ...first.carried, dismiss: 'open-a-kiosk' })
    expect(without.html).not.toMatch(/这一题是问：[^<]*我要开报亭/)
    const result = await visitor.post(path, { ...without.carried, do: 'stop' })
    expect(result.html).toMatch(/您说不办的.*?我要开报亭/s)
    const again = await visitor.post(path, { ...without.carried, restore: 'open-a-kiosk' })
    expect(again.html).toContain('我要开报亭')
  })

  it('leaves open in one bundle what only the others take', async () => {
    let page = await begin('6')
    page = await visitor.go(path, page, { answer: '80' })
    page = await visitor.go(path, page, { answer: '30' })
    page = await visitor.go(path, page, { answer: '30' })
    expect(listed(page.html, '可以办')).toEqual(['open-a-kiosk'])
    expect(listed(page.html, '还不能确定')).toEqual(['open-a-tent'])
  })

  it('says what is wrong in the validator’s words', async () => {
    const page = await visitor.go(path, await begin('1'), { answer: '-3' })
    expect(page.heading).toBe('年龄')
    expect(page.html).toContain('此项不能小于0。')
  })

  it('goes back and switches language without losing anything', async () => {
    const second = await visitor.go(path, await begin('1'), { answer: '30' })
    const back = await visitor.go(path, second, { do: 'back' })
    expect(back.heading).toBe('年龄')
    expect(back.html).toContain('value="30"')
    const english = await visitor.post(path, { ...second.carried, lang: 'en' })
    expect(english.heading).toBe('Area')
    expect(english.carried).toEqual(second.carried)
  })

  it('keeps answers out of every cache', async () => {
    expect((await begin('1')).headers.get('Cache-Control')).toBe('no-store')
  })
})
