import { createRoot } from 'react-dom/client'
import { readPageData } from './page-data.ts'
import { App } from './views/app.tsx'

const root = document.getElementById('form')
if (root) createRoot(root).render(<App data={readPageData(document)} />)
