import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { interpretedFormulas } from '../tools/interpreted-formulas.ts'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const standIn = (name: string) => at(`portal/form/stand-ins/${name}.ts`)

/**
 * Builds what staff's browsers load, beside the citizens' files and after them: real React, antd, and its own manifest.
 * The citizens' build empties the folder; this one must not.
 */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  plugins: [
    // The staff's pages refuse generated code too, so formulas are interpreted there as well.
    interpretedFormulas(at('node_modules/json-logic-engine/'), {
      compiler: standIn('compiler'),
      chaining: standIn('chaining'),
    }),
  ],
  build: {
    outDir: 'dist/portal',
    emptyOutDir: false,
    assetsDir: 'assets/staff',
    manifest: '.vite/editor.json',
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: ['editor/main.tsx'], checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
})
