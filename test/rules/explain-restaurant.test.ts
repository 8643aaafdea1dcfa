import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../rules/document/parse.ts'
import { compile, explain } from '../../rules/index.ts'
import type { Answers } from '../../schemas/index.ts'
import { explained } from './explain-document.ts'

const file = join(import.meta.dirname, '..', '..', 'bundles', 'open-a-restaurant.json')
const document = parseDocument(JSON.parse(readFileSync(file, 'utf8')))
const restaurant = compile(document)

function scenario(start: string): Answers {
  const found = document.scenarios.find(({ name }) => name.startsWith(start))
  if (!found) throw new Error(`no scenario ${start}`)
  return found.answers
}
const noodleShop = scenario('45㎡小面馆')
const largeRestaurant = scenario('320㎡饭店')
const belowHomes = scenario('居民楼油烟餐饮')

/** What is said of a rule where every question is answered or left empty. */
function said(answers: Answers, rule: string): readonly (string | undefined)[] {
  const { sentence } = explained(restaurant, answers, rule, 'absent')
  return [sentence['zh-CN'], sentence.en]
}

describe('a noodle shop of 45 ㎡ is told', () => {
  test('what it has to bring, and why', () => {
    expect(said(noodleShop, 'require-M04')).toEqual([
      '需要材料“经营场所使用证明”，因为“是否已有营业执照”为“否”。',
      'The document “Proof of the right to use the premises” is needed because “Do you already have a business licence?” was answered “No”.',
    ])
    expect(said(noodleShop, 'require-M07')).toEqual([
      '需要材料“食品安全承诺书(小餐饮)”，因为“经营场所使用面积”为 45 ㎡，不超过 50 ㎡（小餐饮面积上限）。',
      'The document “Food safety commitment (small catering)” is needed because “Usable area of the premises” is 45 ㎡, which is not more than 50 ㎡ (Largest area of small catering).',
    ])
    expect(said(noodleShop, 'require-M03')).toEqual([
      '所有申请都需要材料“经营者身份证”。',
      "Every application needs the document “Operator's identity card”.",
    ])
    expect(said(noodleShop, 'require-M15')[0]).toBe(
      '需要材料“燃气用气合同及可燃气体报警装置安装凭证”，因为“燃料”为“管道燃气”。',
    )
  })

  test('what it does not have to bring, and the one condition that is missing', () => {
    expect(said(noodleShop, 'require-M02')).toEqual([
      '不需要材料“营业执照”，因为“是否已有营业执照”为“否”。',
      'The document “Business licence” is not needed because “Do you already have a business licence?” was answered “No”.',
    ])
    expect(said(noodleShop, 'require-M09')[0]).toBe(
      '不需要材料“消防安全告知承诺书”，因为“经营场所使用面积”为 45 ㎡，不超过 50 ㎡（免消防安全检查面积上限）。',
    )
  })

  test('why it is not refused', () => {
    expect(said(noodleShop, 'E2')).toEqual([
      '不会以“经营者处于食品行业禁业期内”为由不予受理，因为“是否在食品行业禁业期内”为“否”。',
      'The application is not refused on the ground “The operator is barred from the food trade at present” because “Is the operator barred from the food trade at present?” was answered “No”.',
    ])
    expect(said(noodleShop, 'E5')[0]).toBe(
      '不会以“小餐饮不得经营生食类、裱花糕点等高风险品种”为由不予受理，因为“经营项目”不包括“生食类”。',
    )
  })

  test('who handles it, in how many days and at what cost', () => {
    expect(said(noodleShop, 'R5')).toEqual([
      '由“县住房和城乡建设局”办理（第 2 阶段，并联），因为“是否接入市政排水”为“是”。',
      'The “County Housing and Urban-Rural Development Bureau” takes part (stage 2: In parallel) because “Is the kitchen connected to the municipal sewer?” was answered “Yes”.',
    ])
    expect(said(noodleShop, 'time-limit/small-catering')).toEqual([
      '承诺 7 个工作日办结，因为“经营场所使用面积”为 45 ㎡，不超过 50 ㎡（小餐饮面积上限）。',
      'The promised time limit is 7 working days because “Usable area of the premises” is 45 ㎡, which is not more than 50 ㎡ (Largest area of small catering).',
    ])
    expect(said(noodleShop, 'charge-administrative-charges')).toEqual([
      '“全流程行政收费”为 0 元，所有申请都是如此。',
      '“Administrative charges for the whole process” is 0 yuan for every application.',
    ])
  })

  test('that the row for all others does not count because an earlier one holds', () => {
    expect(said(noodleShop, 'time-limit/other')).toEqual([
      '不按这一条承诺 15 个工作日办结，因为决策表“承诺办理时限”中更靠前的一行已经成立；“经营场所使用面积”为 45 ㎡，不超过 50 ㎡（小餐饮面积上限）。',
      'This rule does not promise 15 working days because an earlier row of the decision table “Promised time limit” already holds; and “Usable area of the premises” is 45 ㎡, which is not more than 50 ㎡ (Largest area of small catering).',
    ])
  })
})

describe('a restaurant of 320 ㎡ is told', () => {
  test('every condition that made a fire safety check necessary', () => {
    expect(said(largeRestaurant, 'require-M09')).toEqual([
      '需要材料“消防安全告知承诺书”，因为“是否对外公众聚集场所”为“是”；“经营场所使用面积”为 320 ㎡，超过 50 ㎡（免消防安全检查面积上限）；“消防是否选择告知承诺”为“是”。',
      'The document “Fire safety notification and commitment” is needed because “Is it a public assembly place?” was answered “Yes”; “Usable area of the premises” is 320 ㎡, which is more than 50 ㎡ (Largest area exempt from the fire safety check); and “Do you choose notification and commitment for fire safety?” was answered “Yes”.',
    ])
  })

  test('that the row for all others counts because the earlier ones do not', () => {
    expect(said(largeRestaurant, 'time-limit/other')[0]).toBe(
      '承诺 15 个工作日办结，因为“经营场所使用面积”为 320 ㎡，超过 50 ㎡（小餐饮面积上限）。',
    )
  })
})

test('a restaurant below homes is told why it is refused, with the law', () => {
  const { sentence, basis, verified, outcome, because } = explained(restaurant, belowHomes, 'E1', 'absent')
  expect(sentence).toEqual({
    'zh-CN':
      '不予受理：居民住宅楼、未配套专用烟道的商住综合楼、与居住层相邻的商业楼层禁止新建产生油烟的餐饮项目。原因：“是否产生油烟”为“是”；“场所类型”为“居民住宅楼”。',
    en: 'The application is refused: New catering that produces fumes is forbidden in residential buildings, in mixed buildings without a dedicated flue, and on commercial floors next to residential floors. Reason: “Does cooking produce fumes?” was answered “Yes”; and “Type of premises” is “Residential building”.',
  })
  expect(basis).toBe('大气污染防治法第八十一条第二款')
  expect(verified).toBe(false)
  expect(outcome).toMatchObject({ type: 'reject', id: 'E1', state: 'holds' })
  expect(because.map(({ fact, holds }) => [fact, holds])).toEqual([
    ['produceFume', true],
    ['premises', true],
  ])
  expect(said(belowHomes, 'E4')).toEqual([
    '请注意：接触直接入口食品的从业人员须取得健康证明后上岗。原因：“直接入口岗位人员是否均有健康证明”为“否”。',
    'Please note: Staff who touch ready-to-eat food need a health certificate before they start work. Reason: “Do all staff who handle ready-to-eat food have health certificates?” was answered “No”.',
  ])
})

test('a question that does not apply is said not to, with what decides that', () => {
  expect(said(belowHomes, 'include-CY06')).toEqual([
    '不需要办理“设置大型户外广告审批”，因为“是否属于大型户外广告”不适用；“是否设置户外招牌”为“否”。',
    'The procedure “Approval of a large outdoor advertisement” is not needed because “Is it a large outdoor advertisement?” is not applicable; and “Will there be an outdoor signboard?” was answered “No”.',
  ])
})

describe('someone who has not answered yet is told what it depends on', () => {
  const asked = (answers: Answers, rule: string) => {
    const { sentence, outcome } = explained(restaurant, answers, rule)
    return [outcome.state, sentence['zh-CN'], sentence.en]
  }

  test('by a question', () => {
    expect(asked({}, 'require-M02')).toEqual([
      'open',
      '是否需要材料“营业执照”，还不能确定：“是否已有营业执照”尚未回答。',
      'It is not certain yet whether the document “Business licence” is needed: “Do you already have a business licence?” has not been answered yet.',
    ])
  })

  test('by a figure', () => {
    expect(asked({}, 'require-M07')).toEqual([
      'open',
      '是否需要材料“食品安全承诺书(小餐饮)”，还不能确定：“经营场所使用面积”是否不超过 50 ㎡（小餐饮面积上限），尚未回答。',
      'It is not certain yet whether the document “Food safety commitment (small catering)” is needed: “Usable area of the premises” has not been answered yet, and it matters whether it is more than 50 ㎡ (Largest area of small catering).',
    ])
  })

  test('by a question that is not asked yet', () => {
    expect(asked({}, 'include-CY09')).toEqual([
      'open',
      '是否需要办理“燃气安全用户报装与入户安检”，还不能确定：“燃料”取决于其他答案；“是否使用明火”尚未回答。',
      'It is not certain yet whether the procedure “Gas connection and safety check on site” is needed: “Fuel” depends on other answers; and “Do you cook with an open flame?” has not been answered yet.',
    ])
  })

  test('only by what is still open', () => {
    expect(asked({ isPublicGathering: true, useCommitment: true }, 'require-M09')[1]).toBe(
      '是否需要材料“消防安全告知承诺书”，还不能确定：“经营场所使用面积”是否超过 50 ㎡（免消防安全检查面积上限），尚未回答。',
    )
  })
})

test('every rule and row that is not set-fact is explained once, in the document’s order', () => {
  const rows = document.tables.flatMap((table) => table.rows.map((row) => `${table.id}/${row.id}`))
  const rules = document.rules.filter(({ event }) => event.type !== 'set-fact').map(({ id }) => id)
  expect(explain(restaurant, {}).map(({ rule }) => rule)).toEqual([...rules, ...rows])
})

test('an outcome is called by what it is about', () => {
  const titles = Object.fromEntries(
    explain(restaurant, noodleShop).map(({ rule, outcome }) => [
      rule,
      [outcome.type, outcome.id, outcome.title['zh-CN']],
    ]),
  )
  expect(titles['require-M02']).toEqual(['require-material', 'M02', '营业执照'])
  expect(titles['include-CY04']).toEqual(['include-item', 'CY04', '公众聚集场所投入使用、营业前消防安全检查'])
  expect(titles.R2).toEqual(['route-task', 'SCJG', '县市场监督管理局'])
  expect(titles.E3).toEqual(['reject', 'E3', '须配备食品安全管理人员'])
  expect(titles['time-limit/other']).toEqual(['set-limit', 'time-limit/other', '承诺 15 个工作日办结'])
  expect(titles['charge-administrative-charges']).toEqual([
    'charge-fee',
    'administrative-charges',
    '全流程行政收费',
  ])
})
