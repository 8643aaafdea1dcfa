export { compile } from './compile/compile.ts'
export type { CompiledBundle } from './compile/compiled.ts'
export { type CompiledCatalogue, catalogueKey, compileCatalogue, decideAll } from './decide/catalogue.ts'
export { type DecideOptions, decide } from './decide/decide.ts'
