import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { classicScripts } from './tools/classic-scripts.ts'
import { interpretedFormulas } from './tools/interpreted-formulas.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const standIn = (name: string) => at(`portal/form/stand-ins/${name}.ts`)

/** Modules of @rjsf/utils that derived forms have no use for; see portal/form/stand-ins/unused.ts. */
const unused =
  /^\.\/(shallowAllOfMerge|omitExtraData|sanitizeDataForNewSchema|toPathSchema|get(Closest|First)MatchingOption|findFieldInSchema|findSelectedOptionInXxxOf|getFromSchema)\.js$/

/** Leaves out the formats typebox brings along: schemas/formats registers its own, and derived forms use no other. */
function ownFormatsOnly(): Plugin {
  return {
    name: 'own-formats-only',
    transform(code, id) {
      if (!id.endsWith('/typebox/build/format/_registry.mjs')) return undefined
      return code.replace(/^import .*$/gm, '').replace(/^ +formats\.set\('.*$/gm, '')
    },
  }
}

/** Built files have their content's hash in their names, so that every cache may keep them (read by wrangler). */
function lastingFiles(): Plugin {
  const source = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
`
  return {
    name: 'lasting-files',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source })
    },
  }
}

/** What other sites load, by the name they know it by. */
const embedScripts = {
  'embed.js': 'portal/embed/element/main.ts',
  'embed-check.js': 'portal/embed/check/main.ts',
}

/**
 * Builds what citizens' browsers load: the form's script and the one stylesheet, with hashed names and a manifest for
 * the worker. React's part is played by preact, which is a tenth of its bytes; of @rjsf/core only what derived forms
 * need comes along (portal/form/rjsf/registry.ts says what).
 */
export default defineConfig({
  publicDir: false,
  // Under a test runner NODE_ENV is `test`; what is built must not depend on who builds it.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  plugins: [
    interpretedFormulas(at('node_modules/json-logic-engine/'), {
      compiler: standIn('compiler'),
      chaining: standIn('chaining'),
    }),
    ownFormatsOnly(),
    lastingFiles(),
    classicScripts(embedScripts),
  ],
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^\.\.\/getDefaultRegistry\.js$/, replacement: at('portal/form/rjsf/registry.ts') },
      { find: unused, replacement: standIn('unused') },
      { find: /^\.\.?\/deepEquals\.js$/, replacement: standIn('deep-equals') },
      { find: /^fast-uri$/, replacement: standIn('addresses') },
      { find: /^markdown-to-jsx(\/react)?$/, replacement: standIn('markdown') },
    ],
  },
  build: {
    outDir: 'dist/portal',
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: ['portal/form/main.tsx', 'portal/embed/page/main.ts', 'portal/styles/main.css'],
    },
  },
})
