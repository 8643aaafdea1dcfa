import { join } from 'node:path'
import { ensureFree } from './free-port.ts'
import { untilHealthy } from './healthy.ts'
import { print, printError } from './print.ts'
import type { ProcessGroup } from './process-group.ts'
import { bundleFiles, publishFile } from './publish-bundles.ts'
import { ensureSecrets, publishToken } from './secrets.ts'
import { migrate, root, startWrangler } from './wrangler.ts'

const port = process.env.PORT ?? '8787'
const server = `http://localhost:${port}`
const secrets = join(root, '.dev.vars')

async function publishAll(): Promise<void> {
  const token = publishToken(secrets)
  for (const file of bundleFiles(join(root, 'bundles'))) {
    const { bundle, number, created } = await publishFile(server, token, file)
    print(`  ${created ? '+' : '='} ${bundle} v${number}`)
  }
}

function printWelcome(): void {
  print('')
  print(`  一件事一次办   ${server}/`)
  print(`  开办餐饮店     ${server}/b/open-a-restaurant`)
  print(`  接口说明 API   ${server}/api/openapi.json`)
  print('')
  print(`  In English:    ${server}/?lang=en`)
  print('  按 Ctrl-C 结束 · Ctrl-C to stop')
}

/**
 * Serves everything on this machine: builds, migrates the local database, publishes the county's bundles, and stays
 * until it is told to end. `build` prepares the portal and may leave programs running.
 */
export async function serveLocally(build: () => Promise<ProcessGroup[]>): Promise<void> {
  const running: ProcessGroup[] = []
  let ending = false
  async function end(code: number): Promise<never> {
    ending = true
    await Promise.all(running.map((group) => group.stop()))
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0))

  try {
    await ensureFree(Number(port))
    print('构建页面 · Building the pages')
    running.push(...(await build()))
    if (ensureSecrets(secrets)) print('生成本机密钥 .dev.vars · Wrote fresh keys to .dev.vars')
    print('迁移数据库 · Migrating the local database')
    await migrate()
    print('启动服务 · Starting the server')
    const flags = [
      '--ip',
      '127.0.0.1',
      '--port',
      port,
      '--show-interactive-dev-session=false',
      '--log-level',
      'warn',
    ]
    const wrangler = startWrangler(['dev', ...flags], 'inherit')
    running.push(wrangler)
    await untilHealthy(server, wrangler)
    print('发布套餐 · Publishing the bundles')
    await publishAll()
    printWelcome()
    const code = await wrangler.ended
    throw new Error(`wrangler dev ended (exit ${code}).`)
  } catch (error) {
    // What is ended on purpose ends with an error of its own.
    if (ending) return
    printError(error)
    await end(1)
  }
}
