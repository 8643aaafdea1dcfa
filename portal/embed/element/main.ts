import { YijianshiForm } from './element.ts'

const name = 'yijianshi-form'

// A page may carry the script twice.
if (!customElements.get(name)) customElements.define(name, YijianshiForm)
