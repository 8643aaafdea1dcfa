import { check } from './check.ts'

const place = document.querySelector('[data-yijianshi-check]')
const own = document.currentScript
if (place && own instanceof HTMLScriptElement) {
  check(place, new URL(own.src).origin, document.documentElement.lang.startsWith('en') ? 'en' : 'zh-CN')
}
