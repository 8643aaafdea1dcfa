import type { Dictionary } from '../texts.ts'
import type { zhCN } from './zh-CN.ts'

export const en: Dictionary<typeof zhCN> = {
  passed: 'passed',
  failed: 'failed',
  waiting: 'checking',
  script: 'The page may load scripts of this service',
  element: 'The page has a yijianshi-form element, and embed.js is at work',
  frame: 'The page may embed pages of this service',
  frameRefused: (origin) =>
    `The page’s Content-Security-Policy refuses the frame: add ${origin} to frame-src`,
  ready: 'The form has opened',
  notReady: (site) => `The form does not answer. Make sure that ${site} is on the list of the bundle`,
  height: 'The form’s height follows its content',
  refused: (names) => `Prefill or theme that was not taken: ${names}`,
}
