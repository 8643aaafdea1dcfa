import { beforeAll, describe, expect, it } from 'vitest'
import permit from '../../bundles/construction-permit.json'
import insurance from '../../bundles/flexible-employment-insurance.json'
import transfer from '../../bundles/home-resale-transfer.json'
import newborn from '../../bundles/newborn.json'
import restaurant from '../../bundles/open-a-restaurant.json'
import homestead from '../../bundles/rural-homestead-building.json'
import company from '../../bundles/start-a-company.json'
import { parseDocument } from '../../rules/publishing.ts'
import { BundlePage } from '../../schemas/index.ts'
import { parse } from '../../schemas/validator/index.ts'
import { smallDocument } from '../support/documents.ts'
import { testApp } from './support/app.ts'

const server = testApp()

beforeAll(async () => {
  for (const value of [permit, insurance, transfer, newborn, restaurant, homestead, company]) {
    expect((await server.publish(parseDocument(value))).status).toBe(201)
  }
})

async function found(q: string): Promise<string[]> {
  const response = await server.get(`/api/bundles?${new URLSearchParams({ q })}`)
  expect(response.status).toBe(200)
  return parse(BundlePage, await response.json()).bundles.map(({ id }) => id)
}

/** What people type, and what they mean by it. */
const everyday: [query: string, meant: string][] = [
  ['面馆', 'open-a-restaurant'],
  ['开面馆', 'open-a-restaurant'],
  ['我想开个面馆', 'open-a-restaurant'],
  ['开饭店要什么手续？', 'open-a-restaurant'],
  ['奶茶店', 'open-a-restaurant'],
  ['noodle shop', 'open-a-restaurant'],
  ['生孩子', 'newborn'],
  ['上户口', 'newborn'],
  ['怎么给孩子上户口', 'newborn'],
  ['birth certificate', 'newborn'],
  ['过户', 'home-resale-transfer'],
  ['房产证', 'home-resale-transfer'],
  ['想买房子', 'home-resale-transfer'],
  ['home transfer', 'home-resale-transfer'],
  ['建房', 'rural-homestead-building'],
  ['老家盖房子', 'rural-homestead-building'],
  ['宅基地怎么批', 'rural-homestead-building'],
  ['build a house', 'rural-homestead-building'],
  ['社保', 'flexible-employment-insurance'],
  ['自己怎么交社保', 'flexible-employment-insurance'],
  ['跑外卖骑手', 'flexible-employment-insurance'],
  ['Pension', 'flexible-employment-insurance'],
  ['施工许可', 'construction-permit'],
  ['厂房开工', 'construction-permit'],
  ['construction permit', 'construction-permit'],
  ['注册公司', 'start-a-company'],
  ['我要办个体户', 'start-a-company'],
  ['营业执照', 'start-a-company'],
]

describe('the county’s catalogue', () => {
  it.each(everyday)('finds by “%s” what is meant', async (query, meant) => {
    expect(await found(query)).toContain(meant)
  })

  it('narrows: what is meant is among the first three', async () => {
    for (const [query, meant] of everyday) expect((await found(query)).slice(0, 3), query).toContain(meant)
  })

  it.each(['登月', 'zzz', '的', '\\n', '"', "','", '[1]', '\\'])('makes nothing of “%s”', async (query) => {
    expect((await found(query)).length).toBeLessThan(7)
  })

  it('shows the same on the page', async () => {
    const html = await (await server.get(`/?${new URLSearchParams({ q: '我想开个面馆' })}`)).text()
    expect(html).toContain('href="/b/open-a-restaurant"')
    expect(html).not.toContain('href="/b/newborn"')
  })

  it('survives any sign in what is searched', async () => {
    const keywords = ['a\\nb', 'c"d', 'e\\', "f'g"]
    await server.publish(smallDocument({ keywords }))
    for (const keyword of keywords) expect((await found(`我要${keyword}`)).length).toBeLessThan(8)
    expect(await found("f'g")).toEqual(['open-a-stall'])
  })
})
