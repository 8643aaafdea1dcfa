import type { Dictionaries } from '../texts.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const guideTexts: Dictionaries<typeof zhCN> = { 'zh-CN': zhCN, en }
