import { frameAddress } from '../address.ts'
import { accepted, type FrameMessage, frameMessageIn, sealed } from '../protocol.ts'
import { themeNames } from '../theme-names.ts'
import { createFrame, reveal } from './frame.ts'
import { randomIdentifier } from './identifier.ts'

/** How long a form may take from the moment its frame has loaded, in milliseconds. */
const patience = 15_000

/**
 * `<yijianshi-form>`: a form of ours in a frame. What stands inside the element shows where the form cannot. Events, all
 * bubbling: form-ready, form-resized {height}, form-submitted {number}, form-abandoned, form-error {code, refused}.
 */
export class YijianshiForm extends HTMLElement {
  static observedAttributes = ['src', 'mode', 'lang', 'view', 'prefill', 'title', 'theme']

  #frame: HTMLIFrameElement | undefined
  #origin = ''
  #id = ''
  #ready = false
  #begun = false

  connectedCallback() {
    addEventListener('message', this.#receive)
    addEventListener('pagehide', this.#leave)
    this.#load()
  }

  disconnectedCallback() {
    removeEventListener('message', this.#receive)
    removeEventListener('pagehide', this.#leave)
    this.#frame = undefined
    this.#leave()
  }

  attributeChangedCallback(name: string) {
    if (!this.#frame) return
    if (name === 'theme') this.#sendTheme(this.#frame)
    else if (name === 'title') this.#frame.title = this.title
    else this.#load()
  }

  #read(name: string): string {
    return this.getAttribute(name) ?? ''
  }

  #tell(name: string, detail: object = {}) {
    this.dispatchEvent(new CustomEvent(`form-${name}`, { bubbles: true, detail }))
  }

  #load() {
    this.#leave()
    this.#ready = false
    this.#id = randomIdentifier()
    const address = frameAddress(
      this.#read('src'),
      document.baseURI,
      { mode: this.#read('mode') || 'form', language: this.lang, view: this.#read('view') },
      { id: this.#id, origin: location.origin, prefill: this.#read('prefill') },
    )
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const frame = createFrame(this.title, this.#read('loading') === 'eager')
    this.#frame = frame
    root.replaceChildren(frame)
    const giveUp = (code: string) => {
      if (this.#ready || frame !== this.#frame || frame.nextSibling) return
      frame.style.display = 'none'
      root.append(this.#substitute(address))
      this.#tell('error', { code, refused: [] })
    }
    if (!address) return giveUp('bad-address')
    this.#origin = address.origin
    frame.onload = () => setTimeout(giveUp, patience, 'no-answer')
    frame.src = address.href
  }

  /** What shows where the form cannot: what the host page put inside the element, else a link. */
  #substitute(address: URL | undefined): Element {
    const link = document.createElement('a')
    if (this.textContent?.trim() || !address) return document.createElement('slot')
    link.href = this.#read('src')
    link.textContent = this.title || link.href
    return link
  }

  #leave = () => {
    if (this.#begun) this.#tell('abandoned')
    this.#begun = false
  }

  #receive = (event: MessageEvent<unknown>) => {
    const frame = this.#frame
    const content = accepted(event, { source: frame?.contentWindow, origin: this.#origin, id: this.#id })
    const message = content && frameMessageIn(content)
    if (message && frame) this.#take(message, frame)
  }

  #take({ type, ...detail }: FrameMessage, frame: HTMLIFrameElement) {
    if ('top' in detail) return reveal(frame, detail.top)
    if (type === 'begun') this.#begun = true
    else {
      if (type === 'ready') this.#show(frame)
      if (type === 'submitted') this.#begun = false
      if ('height' in detail) frame.style.height = `${detail.height}px`
      this.#tell(type, detail)
    }
  }

  #show(frame: HTMLIFrameElement) {
    this.#leave()
    this.#ready = true
    frame.style.display = 'block'
    frame.nextSibling?.remove()
    this.#sendTheme(frame)
  }

  #sendTheme(frame: HTMLIFrameElement) {
    const style = getComputedStyle(this)
    const own = themeNames.map((name) => [name, style.getPropertyValue(`--yijianshi-${name}`).trim()])
    const theme = this.#read('theme') || JSON.stringify(Object.fromEntries(own.filter(([, value]) => value)))
    frame.contentWindow?.postMessage(sealed(this.#id, { type: 'theme', theme }), this.#origin)
  }
}
