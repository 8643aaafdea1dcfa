import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const standIn = (name: string) => at(`portal/form/stand-ins/${name}.ts`)

/**
 * Takes json-logic-engine from its sources instead of its one bundled file, without the compiler: formulas are
 * interpreted (rules/formulas), and code generation has no place under our content security policy.
 */
function interpretedFormulas(): Plugin {
  const name = 'json-logic-engine'
  const virtual = `\0${name}`
  const sources = at(`node_modules/${name}/`)
  return {
    name: 'interpreted-formulas',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === name) return virtual
      if (!importer?.startsWith(sources)) return undefined
      if (source.endsWith('/chainingSupported.js')) return standIn('chaining')
      return source === './compiler.js' || source === './optimizer.js' ? standIn('compiler') : undefined
    },
    load(id) {
      if (id !== virtual) return undefined
      return `export { default as LogicEngine } from '${sources}logic.js'
export { default as defaultMethods } from '${sources}defaultMethods.js'`
    },
  }
}

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

/**
 * Builds what citizens' browsers load: the form's script and the one stylesheet, with hashed names and a manifest for
 * the worker. React's part is played by preact, which is a tenth of its bytes; of @rjsf/core only what derived forms
 * need comes along (portal/form/rjsf/registry.ts says what).
 */
export default defineConfig({
  publicDir: false,
  plugins: [interpretedFormulas(), ownFormatsOnly()],
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react$/, replacement: 'preact/compat' },
      { find: /^\.\.\/getDefaultRegistry\.js$/, replacement: at('portal/form/rjsf/registry.ts') },
      { find: /^\.\/shallowAllOfMerge\.js$/, replacement: standIn('merge') },
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
      input: ['portal/form/main.tsx', 'portal/styles/main.css'],
    },
  },
})
