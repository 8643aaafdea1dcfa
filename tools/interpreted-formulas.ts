import type { Plugin } from 'vite'
import { isJsonObject } from '../schemas/index.ts'

type Span = readonly [start: number, end: number]

const nameOf = (key: unknown): unknown => (isJsonObject(key) ? (key.name ?? key.value) : undefined)

/** Where code only serves compiling: `….compile = …` statements, and the values of `compile:` in method tables. */
function compilersIn(node: unknown): Span[] {
  if (Array.isArray(node)) return node.flatMap(compilersIn)
  if (!isJsonObject(node)) return []
  const { type, expression, key, value } = node
  const assigned = type === 'ExpressionStatement' && isJsonObject(expression) ? expression.left : undefined
  const target = isJsonObject(assigned) && nameOf(assigned.property) === 'compile' ? node : undefined
  const entry = type === 'Property' && !node.computed && nameOf(key) === 'compile' ? value : undefined
  const found = target ?? entry
  if (isJsonObject(found) && typeof found.start === 'number' && typeof found.end === 'number') {
    return [[found.start, found.end]]
  }
  return Object.values(node).flatMap(compilersIn)
}

/**
 * Takes json-logic-engine from its sources instead of its one bundled file, and leaves out all that generates code:
 * formulas are interpreted (rules/formulas), and code generation has no place under our content security policy. What
 * is left runs as it is in the worker.
 *
 * @param sources the package's folder, with a slash at the end
 * @param standIns paths of modules that stand in for the compiler and for the probe of optional chaining
 */
export function interpretedFormulas(
  sources: string,
  standIns: { compiler: string; chaining: string },
): Plugin {
  const name = 'json-logic-engine'
  const virtual = `\0${name}`
  // By name and not by folder: the package may be reached through a link.
  const isSource = (id: string | undefined) => id?.includes(`/node_modules/${name}/`) === true
  return {
    name: 'interpreted-formulas',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === name) return virtual
      if (!isSource(importer)) return undefined
      if (source.endsWith('/chainingSupported.js')) return standIns.chaining
      return source === './compiler.js' || source === './optimizer.js' ? standIns.compiler : undefined
    },
    load(id) {
      if (id !== virtual) return undefined
      return `export { default as LogicEngine } from '${sources}logic.js'
export { default as defaultMethods } from '${sources}defaultMethods.js'`
    },
    transform(code, id) {
      if (!isSource(id)) return undefined
      const spans = compilersIn(this.parse(code)).sort(([a], [b]) => b - a)
      return spans.reduce((rest, [start, end]) => `${rest.slice(0, start)}0${rest.slice(end)}`, code)
    },
  }
}
