import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { RouterProvider } from 'react-router/dom'
import { createStaffRouter } from './router.tsx'
import { Frame } from './shell/frame.tsx'
import './styles.css'
import { createTexts } from './texts/index.ts'

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the workbench.')

const texts = createTexts(document.documentElement.lang === 'en' ? 'en' : 'zh-CN')
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
})

createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <QueryClientProvider client={queries}>
        <Frame nonce={place.nonce ?? ''}>
          <RouterProvider router={createStaffRouter()} />
        </Frame>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
