import { createRoot } from 'react-dom/client'
import { formTexts } from '../texts/form/index.ts'
import { findHost } from './host.ts'
import { readPageData } from './page-data.ts'
import { App } from './views/app.tsx'

// Not awaited at the top level: what is loaded later imports from this module, and the two would wait for each other.
async function start(root: HTMLElement): Promise<void> {
  const data = readPageData(document)
  const host = await findHost(data)
  createRoot(root).render(<App data={data} host={host} />)
}

const root = document.getElementById('form')
if (root) {
  start(root).catch((error: unknown) => {
    root.textContent = formTexts[document.documentElement.lang === 'en' ? 'en' : 'zh-CN'].openFailed
    throw error
  })
}
