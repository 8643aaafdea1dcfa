import { createRoot } from 'react-dom/client'
import { findHost } from './host.ts'
import { readPageData } from './page-data.ts'
import { App } from './views/app.tsx'

const root = document.getElementById('form')
if (root) {
  const data = readPageData(document)
  const host = await findHost(data)
  createRoot(root).render(<App data={data} host={host} />)
}
