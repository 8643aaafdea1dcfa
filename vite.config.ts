import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const leftOut = (name: string) => at(`portal/form/rjsf/left-out/${name}.ts`)

/**
 * Builds what citizens' browsers load: the form's script and the one stylesheet, with hashed names and a manifest for
 * the worker. React's part is played by preact, which is a tenth of its bytes; of @rjsf/core only what derived forms
 * need comes along (portal/form/rjsf/registry.ts says what).
 */
export default defineConfig({
  publicDir: false,
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^\.\.\/getDefaultRegistry\.js$/, replacement: at('portal/form/rjsf/registry.ts') },
      { find: /^\.\/shallowAllOfMerge\.js$/, replacement: leftOut('merge') },
      { find: /^fast-uri$/, replacement: leftOut('addresses') },
      { find: /^markdown-to-jsx(\/react)?$/, replacement: leftOut('markdown') },
    ],
  },
  build: {
    outDir: 'dist/portal',
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['portal/form/main.tsx', 'portal/styles/main.css'],
      treeshake: {
        moduleSideEffects: (id) =>
          id.includes('/portal/') || id.includes('/validator/engine.ts') || id.endsWith('.css'),
      },
    },
  },
})
