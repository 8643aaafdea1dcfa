import type { Language } from '../../../schemas/index.ts'
import { embedCheckTexts } from '../../texts/embed-check/index.ts'

/** How long a form may take before it counts as silent, in milliseconds. */
const patience = 20_000

const states = { waiting: '…', passed: '✓', failed: '✗' } as const
type State = keyof typeof states

/** A line of the result, which changes as the test goes on. */
function line(list: Element, language: Language, text: string) {
  const entry = document.createElement('li')
  list.appendChild(entry)
  const show = (state: State, words = text) => {
    entry.textContent = `${states[state]} ${words} (${embedCheckTexts[language][state]})`
    entry.dataset.state = state
  }
  show('waiting')
  return show
}

/** Tests the page it runs in: shows, step by step, whether it can embed forms from `origin`. */
export function check(place: Element, origin: string, language: Language): void {
  const texts = embedCheckTexts[language]
  const list = document.createElement('ul')
  list.setAttribute('role', 'status')
  place.replaceChildren(list)
  line(list, language, texts.script)('passed')
  const element = line(list, language, texts.element)
  const frame = line(list, language, texts.frame)
  const ready = line(list, language, texts.ready)
  const height = line(list, language, texts.height)
  const done = { frame: false, ready: false, height: false }

  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
    if (!blockedURI.startsWith(origin) || !/^(frame|child|default)-src$/.test(effectiveDirective)) return
    done.frame = true
    frame('failed', texts.frameRefused(origin))
  })
  document.addEventListener('form-ready', () => {
    done.frame = true
    done.ready = true
    frame('passed')
    ready('passed')
  })
  document.addEventListener('form-resized', () => {
    done.height = true
    height('passed')
  })
  document.addEventListener('form-error', (event) => {
    const names = event instanceof CustomEvent ? JSON.stringify(event.detail.refused) : ''
    if (names !== '[]') line(list, language, texts.refused(names))('failed')
  })
  customElements.whenDefined('yijianshi-form').then(() => {
    if (document.querySelector('yijianshi-form')) element('passed')
  })
  setTimeout(() => {
    if (!customElements.get('yijianshi-form') || !document.querySelector('yijianshi-form')) element('failed')
    // A frame that a policy refuses is reported; silence is the form's.
    if (!done.frame) frame('passed')
    if (!done.ready) ready('failed', texts.notReady(location.origin))
    if (!done.height) height('failed')
  }, patience)
}
