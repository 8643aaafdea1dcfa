import { parseDocument } from '../../rules/document/parse.ts'
import { type CompiledBundle, compile, explain } from '../../rules/index.ts'
import type { Answers, BundleDocument, Condition, Effect, Explanation } from '../../schemas/index.ts'

export const both = (chinese: string, en: string) => ({ 'zh-CN': chinese, en })

const choices = {
  shop: both('门店', 'Shop'),
  stall: both('摊位', 'Stall'),
  online: both('网店', 'Online shop'),
}
const fields: BundleDocument['form']['fields'] = {
  area: {
    schema: { type: 'number' },
    title: both('使用面积(平方米)', 'Usable area (㎡)'),
    unit: both('㎡', '㎡'),
  },
  capital: {
    schema: { type: 'number' },
    title: both('注册资本', 'Capital'),
    unit: both('万元', '10,000 yuan'),
  },
  storage: { schema: { type: 'number' }, title: both('库房面积', 'Storage area'), unit: both('㎡', '㎡') },
  licensed: { schema: { type: 'boolean' }, title: both('是否已有营业执照', 'Do you have a licence?') },
  place: {
    schema: { type: 'string', enum: Object.keys(choices) },
    title: both('场所类型', 'Place'),
    choices,
  },
  sells: {
    schema: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', enum: ['hot', 'cold', 'raw'] },
    },
    title: both('经营项目', 'Food'),
    choices: {
      hot: both('热食', 'Hot food'),
      cold: both('冷食', 'Cold food'),
      raw: both('生食', 'Raw food'),
    },
  },
  opens: { schema: { type: 'string', format: 'date' }, title: both('开业日期', 'Opening date') },
  closes: { schema: { type: 'string', format: 'date' }, title: both('停业日期', 'Closing date') },
  township: {
    schema: { type: 'string', enum: ['430321100', '430302001'] },
    title: both('所属乡镇', 'Township'),
    choices: { '430321100': both('易俗河镇', 'Yisuhe'), '430302001': both('雨湖路街道', 'Yuhulu') },
  },
  remark: { schema: { type: 'string' }, title: both('备注', 'Remark') },
  mobile: { schema: { type: 'string' }, title: both('手机号码', 'Mobile number'), sensitive: true },
  points: { schema: { type: 'number' }, title: both('信用分', 'Credit score'), sensitive: true },
  sign: {
    schema: { type: 'boolean' },
    title: both('招牌是否发光', 'Is the sign lit?'),
    showWhen: { all: [{ fact: 'licensed', operator: 'equal', value: true }] },
  },
  owner: {
    schema: { type: 'object', properties: { age: { type: 'integer' }, phone: { type: 'string' } } },
    title: both('经营者', 'Owner'),
    parts: {
      age: { title: both('年龄', 'Age') },
      phone: { title: both('电话', 'Telephone'), sensitive: true },
    },
  },
}

const item = (name: BundleDocument['title'], basis?: string): BundleDocument['items'][string] => ({
  name,
  ...(basis ? { basis } : {}),
  type: '01',
  department: 'CG',
  level: '4',
  handling: '2',
  legalDays: 20,
  promisedDays: 5,
  stage: 1,
  dependsOn: [],
  specialProcedures: [],
  commitment: false,
})

const figures = { items: 1, steps: 1, visits: 1, days: 1, materials: 1 }

/** A small bundle about a shop, with rules of one's own. */
export function shop(changes: Partial<BundleDocument>): CompiledBundle {
  const document: BundleDocument = {
    id: 'shop',
    code: 'TEST-001',
    title: both('开店', 'Open a shop'),
    citizenTitle: both('我要开店', 'I want to open a shop'),
    keywords: [],
    category: { id: 'business', title: both('企业开办', 'Business') },
    audience: ['1'],
    lead: 'CG',
    level: '4',
    departments: [{ code: 'CG', name: both('县城管局', 'Urban Bureau'), level: '4' }],
    form: {
      steps: [{ id: 'all', title: both('全部', 'All'), fields: Object.keys(fields) }],
      fields,
    },
    parameters: {
      limit: { title: both('面积上限', 'Largest area'), value: 50, unit: both('㎡', '㎡') },
      wage: { title: both('月平均工资', 'Average wage'), value: 7000, unit: both('元', 'yuan') },
    },
    facts: {},
    conditions: {},
    items: { permit: item(both('经营许可', 'Trading permit'), '某条例第三条') },
    materials: {
      photo: {
        name: both('现场照片', 'Photograph'),
        source: 'applicant',
        sourceCode: '10',
        issuer: both('申请人', 'Applicant'),
        usedByItems: ['permit'],
        type: '3',
        medium: 'electronic',
        originals: 1,
        copies: 0,
        necessity: '1',
        deferrable: false,
      },
    },
    fees: {
      tax: { title: both('契税税率(%)', 'Deed tax rate (%)'), unit: both('%', '%') },
      charge: { title: both('登记费', 'Registration fee'), unit: both('元', 'yuan') },
    },
    estimates: { rent: { title: both('月租金', 'Monthly rent'), unit: both('元/月', 'yuan a month') } },
    rules: [],
    tables: [],
    stages: [],
    baseline: figures,
    announced: figures,
    faq: [],
    provenance: [],
    scenarios: [],
    embed: { origins: [] },
    ...changes,
  }
  return compile(parseDocument(JSON.parse(JSON.stringify(document))))
}

export const rule = (id: string, conditions: Condition, event: Effect): BundleDocument['rules'][number] => ({
  id,
  name: both(id, id),
  conditions,
  event,
})

export const needsPhoto: Effect = { type: 'require-material', params: { material: 'photo' } }
export const needsPermit: Effect = { type: 'include-item', params: { item: 'permit' } }

/** What `explain` says of the rule `id`. */
export function explained(
  compiled: CompiledBundle,
  answers: Answers,
  id: string,
  unanswered: 'unknown' | 'absent' = 'unknown',
): Explanation {
  const found = explain(compiled, answers, { unanswered }).find((one) => one.rule === id)
  if (!found) throw new Error(`nothing is explained about ${id}`)
  return found
}

/** The reasons for a rule with one condition, in both languages. */
export function because(condition: Condition, answers: Answers, changes: Partial<BundleDocument> = {}) {
  const rules = [rule('one', { all: [condition] }, needsPhoto), ...(changes.rules ?? [])]
  const { because: reasons } = explained(shop({ ...changes, rules }), answers, 'one')
  return reasons.map(({ sentence }) => [sentence['zh-CN'], sentence.en])
}
