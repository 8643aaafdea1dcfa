import { build, type Plugin } from 'vite'

/**
 * Builds scripts that other sites' pages load: each by itself, for a plain script element, under a name that never
 * changes. `scripts` gives the source of each file.
 */
export function classicScripts(scripts: Readonly<Record<string, string>>): Plugin {
  const built = new Map<string, string>()

  async function buildScript(source: string) {
    const result = await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: { input: source, output: { format: 'iife' } },
      },
    })
    const chunk = 'output' in result ? result.output[0] : undefined
    if (!chunk) throw new Error(`${source} made no script.`)
    return chunk
  }

  return {
    name: 'classic-scripts',
    async buildStart() {
      for (const [fileName, source] of Object.entries(scripts)) {
        const chunk = await buildScript(source)
        for (const module of chunk.moduleIds) this.addWatchFile(module)
        built.set(fileName, chunk.code)
      }
    },
    generateBundle() {
      for (const [fileName, source] of built) this.emitFile({ type: 'asset', fileName, source })
    },
  }
}
