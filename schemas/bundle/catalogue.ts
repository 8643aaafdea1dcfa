import Type, { type Static } from 'typebox'
import { AdministrativeLevel, CalendarDate, Identifier } from '../identifier.ts'
import { LocalText } from '../text.ts'
import { sourced } from './provenance.ts'

const closed = { additionalProperties: false }
const Days = Type.Union([Type.Number({ minimum: 0, maximum: 1000 }), Type.Null()])

export const Department = Type.Object(
  { code: Identifier, name: LocalText, level: AdministrativeLevel },
  closed,
)
export type Department = Static<typeof Department>

/** 事项: one administrative matter inside the bundle. Days are working days; null: none is set. */
export const Item = Type.Object(
  {
    name: LocalText,
    /** 事项类型: 01 许可 02 处罚 03 强制 04 征收 05 给付 06 检查 07 确认 08 奖励 09 裁决 10 其他 20 公共服务. */
    type: Type.Enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20']),
    /** 实施编码 (31 characters), where the county has matched it. */
    implementationCode: Type.Optional(Type.String({ format: 'cn-implementation-code' })),
    department: Identifier,
    level: AdministrativeLevel,
    /** 办件类型: 1 即办件 2 承诺件. */
    handling: Type.Enum(['1', '2']),
    legalDays: Days,
    promisedDays: Days,
    stage: Type.Integer({ minimum: 0, maximum: 20 }),
    /** Items of one stage and group run side by side. */
    parallelGroup: Type.Optional(Type.String({ maxLength: 8 })),
    dependsOn: Type.Array(Identifier, { maxItems: 50 }),
    result: Type.Optional(LocalText),
    /** 特别程序: hearings, inspections, expert review … whose time does not count (行政许可法 第四十五条). */
    specialProcedures: Type.Array(LocalText, { maxItems: 20 }),
    /** 告知承诺制 applies. */
    commitment: Type.Boolean(),
    ...sourced,
  },
  closed,
)
export type Item = Static<typeof Item>

/** 材料: a document asked for. */
export const Material = Type.Object(
  {
    name: LocalText,
    /** Who brings it: applicant 申请人自备, government-issued 政府部门核发, shared 数据共享免提交, intermediary 中介出具, generated 表单生成. */
    source: Type.Enum(['applicant', 'government-issued', 'shared', 'intermediary', 'generated']),
    /** 材料来源 (GB/T 39046): 10 申请人自备 20 政府部门核发 99 其他. */
    sourceCode: Type.Enum(['10', '20', '99']),
    issuer: LocalText,
    usedByItems: Type.Array(Identifier, { maxItems: 100 }),
    /** 材料类型: 1 证件证书证明 2 申请表格文书 3 其他. */
    type: Type.Enum(['1', '2', '3']),
    medium: Type.Enum(['electronic', 'paper', 'paper-or-electronic']),
    originals: Type.Integer({ minimum: 0, maximum: 99 }),
    copies: Type.Integer({ minimum: 0, maximum: 99 }),
    /** 必要性: 1 必要 2 非必要 3 容缺后补. */
    necessity: Type.Enum(['1', '2', '3']),
    /** 容缺: may be promised for a later date. */
    deferrable: Type.Boolean(),
    /** 电子证照 that replaces the paper. */
    electronicLicence: Type.Optional(Type.String({ maxLength: 200 })),
    guidance: Type.Optional(LocalText),
    ...sourced,
  },
  closed,
)
export type Material = Static<typeof Material>

/** A fee or rate of the bundle. `unit` says what an amount means: 元, 元/件, % …. */
export const Fee = Type.Object({ title: LocalText, unit: LocalText, ...sourced }, closed)
export type Fee = Static<typeof Fee>

/** A figure worked out for the applicant (测算), such as a monthly contribution. */
export const Estimate = Type.Object({ title: LocalText, unit: LocalText, ...sourced }, closed)
export type Estimate = Static<typeof Estimate>

/** 参数: a named threshold. Rules read it as the fact `param.<id>`. */
export const Parameter = Type.Object(
  {
    title: LocalText,
    value: Type.Union([
      Type.Number(),
      Type.Boolean(),
      Type.String(),
      Type.Array(Type.Union([Type.String(), Type.Number()])),
    ]),
    unit: Type.Optional(LocalText),
    /** The last day (Beijing) on which the value is in force; absent: until it is changed. */
    validUntil: Type.Optional(CalendarDate),
    ...sourced,
  },
  closed,
)
export type Parameter = Static<typeof Parameter>
