import Type from 'typebox'

/** What an official may call a field, a rule, a material …: a letter, then letters, digits, `_`, `.`, `-`. */
export const identifierPattern = '^[A-Za-z][A-Za-z0-9_.-]{0,79}$'
export const Identifier = Type.String({ pattern: identifierPattern, maxLength: 80 })

/** Addresses of bundles, as they stand in URLs. */
export const bundleIdPattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'
export const BundleId = Type.String({ pattern: bundleIdPattern, maxLength: 80 })

/** A calendar date in Beijing, `YYYY-MM-DD`. */
export const CalendarDate = Type.String({ format: 'date' })

/** 行使层级 (GB/T 39046): 1 国家 2 省 3 市 4 县 5 乡镇 6 村社区. */
export const AdministrativeLevel = Type.Enum(['1', '2', '3', '4', '5', '6'])

/** 服务对象 (GB/T 39046): 1 自然人 2 企业法人 3 事业法人 4 社会组织 5 行政机关 6 其他. */
export const ServiceObject = Type.Enum(['1', '2', '3', '4', '5', '6'])
