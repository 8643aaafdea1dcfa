import type { BundleDocument } from '../../schemas/index.ts'

const both = (chinese: string, en: string) => ({ 'zh-CN': chinese, en })

const identityNumber = { type: 'string', format: 'cn-resident-identity-number' } as const

/** A small bundle with one of everything that the server treats specially. `changes` replace whole properties. */
export function smallDocument(changes: Partial<BundleDocument> = {}): BundleDocument {
  return {
    id: 'open-a-stall',
    code: 'TEST-001',
    title: both('摆摊设点一件事', 'Set up a stall'),
    citizenTitle: both('我要摆摊', 'I want to set up a stall'),
    summary: both('摊位和招牌一次办。', 'The stall and its sign in one go.'),
    keywords: ['夜市', 'market'],
    category: { id: 'business', title: both('企业开办', 'Business') },
    audience: ['1', '2'],
    lead: 'CG',
    level: '4',
    departments: [{ code: 'CG', name: both('县城市管理局', 'Urban Management Bureau'), level: '4' }],
    form: {
      steps: [
        {
          id: 'person',
          title: both('经营者', 'The stallholder'),
          fields: ['idNumber', 'age', 'mobile', 'helpers'],
        },
        {
          id: 'stall',
          title: both('摊位', 'The stall'),
          fields: ['area', 'hasSign', 'signText', 'townshipCode'],
        },
      ],
      fields: {
        idNumber: {
          schema: identityNumber,
          title: both('身份证号', 'Identity number'),
          required: true,
          sensitive: true,
          element: 'applicant-id-number',
        },
        age: {
          schema: { type: 'integer', minimum: 0, maximum: 150 },
          title: both('年龄', 'Age'),
          derive: { from: 'idNumber', as: 'age-in-years' },
        },
        mobile: { schema: { type: 'string', format: 'cn-mobile' }, title: both('手机号', 'Mobile number') },
        helpers: {
          schema: {
            type: 'array',
            maxItems: 3,
            items: {
              type: 'object',
              properties: { name: { type: 'string', maxLength: 20 }, idNumber: identityNumber },
              required: ['name'],
            },
          },
          title: both('帮工', 'Helpers'),
          parts: {
            name: { title: both('姓名', 'Name') },
            idNumber: { title: both('身份证号', 'Identity number'), sensitive: true },
          },
        },
        area: {
          schema: { type: 'number', minimum: 0 },
          title: both('面积', 'Area'),
          unit: both('㎡', 'm²'),
          required: true,
          element: 'business-area',
        },
        hasSign: {
          schema: { type: 'boolean' },
          title: both('是否设招牌', 'Will it have a sign?'),
          required: true,
        },
        signText: {
          schema: { type: 'string', maxLength: 20 },
          title: both('招牌文字', 'Text of the sign'),
          required: true,
          showWhen: { all: [{ fact: 'hasSign', operator: 'equal', value: true }] },
        },
        townshipCode: {
          schema: { type: 'string', enum: ['430321100', '430321102'] },
          title: both('所属乡镇', 'Township'),
          choices: {
            '430321100': both('易俗河镇', 'Yisuhe'),
            '430321102': both('谭家山镇', 'Tanjiashan'),
          },
          element: 'township-code',
        },
      },
    },
    parameters: { smallest: { title: both('最小面积', 'Smallest area'), value: 1, unit: both('㎡', 'm²') } },
    facts: {},
    conditions: {},
    items: {
      stall: {
        name: both('临时占道经营许可', 'Street trading permit'),
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
      },
    },
    materials: {
      photo: {
        name: both('现场照片', 'Photograph of the place'),
        source: 'applicant',
        sourceCode: '10',
        issuer: both('申请人', 'Applicant'),
        usedByItems: ['stall'],
        type: '3',
        medium: 'electronic',
        originals: 1,
        copies: 0,
        necessity: '1',
        deferrable: false,
      },
    },
    fees: {},
    estimates: {},
    rules: [
      {
        id: 'adults-only',
        name: both('须年满18周岁', 'Adults only'),
        basis: '某某办法第八条',
        conditions: { all: [{ fact: 'age', operator: 'lessThan', value: 18 }] },
        event: {
          type: 'reject',
          params: { message: both('申请人未满18周岁。', 'The applicant is under 18.') },
        },
      },
      {
        id: 'large-stall',
        name: both('大摊位须人工核实', 'Large stalls are looked at'),
        conditions: { all: [{ fact: 'area', operator: 'greaterThan', value: 100 }] },
        event: {
          type: 'refer',
          params: { message: both('面积较大,需人工核实。', 'A person will check the area.') },
        },
      },
      {
        id: 'permit',
        name: both('许可', 'Permit'),
        conditions: { all: [{ fact: 'area', operator: 'greaterThan', value: { fact: 'param.smallest' } }] },
        event: { type: 'include-item', params: { item: 'stall' } },
      },
      {
        id: 'photo',
        name: both('照片', 'Photograph'),
        conditions: { all: [{ fact: 'hasSign', operator: 'equal', value: true }] },
        event: { type: 'require-material', params: { material: 'photo' } },
      },
      {
        id: 'five-days',
        name: both('五个工作日', 'Five days'),
        conditions: { all: [{ fact: 'area', operator: 'greaterThanInclusive', value: 0 }] },
        event: { type: 'set-limit', params: { days: 5 } },
      },
    ],
    tables: [],
    stages: [{ stage: 1, title: both('办理', 'Handling'), days: 5 }],
    baseline: { items: 1, steps: 3, visits: 2, days: 20, materials: 2 },
    announced: { items: 1, steps: 1, visits: 1, days: 5, materials: 1 },
    faq: [],
    provenance: [],
    scenarios: [
      {
        name: '有招牌的小摊位',
        origin: 'hand-written',
        answers: { age: 30, area: 6, hasSign: true, signText: '米粉' },
        expect: { eligible: true, items: ['stall'], materials: ['photo'], days: 5 },
      },
      {
        name: '未成年人',
        origin: 'hand-written',
        answers: { age: 17, area: 6, hasSign: false },
        expect: { eligible: false, rejected: ['adults-only'] },
      },
    ],
    embed: { origins: ['https://www.example.gov.cn'] },
    ...changes,
  }
}

/** An application for `smallDocument` that is accepted. The identity number is synthetic. */
export const goodAnswers = {
  idNumber: '430321199001010016',
  mobile: '138 0013 8000',
  area: 6,
  hasSign: true,
  signText: '米粉',
  townshipCode: '430321102',
  helpers: [{ name: '甲', idNumber: '11010519491231002X' }],
}
