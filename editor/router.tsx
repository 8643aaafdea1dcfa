import { createBrowserRouter, type RouteObject } from 'react-router'
import { Failure } from './shell/failure.tsx'
import { Layout } from './shell/layout.tsx'
import { Loading } from './shell/loading.tsx'
import { NotFound } from './shell/not-found.tsx'

/** A screen of its own file, loaded when it is first opened. */
const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <Failure />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        path: 'bundles/:bundle/:screen?',
        lazy: async () => ({ Component: (await import('./shell/bundle-route.tsx')).BundleRoute }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]

export function createStaffRouter() {
  return createBrowserRouter(routes, { basename: '/staff' })
}
