import { print, printError } from './server/print.ts'
import { publishFile } from './server/publish-bundles.ts'

const [server, ...files] = process.argv.slice(2)
const token = process.env.PUBLISH_TOKEN

if (!server || files.length === 0 || !token) {
  printError('Usage: PUBLISH_TOKEN=… node tools/publish.ts https://SERVER bundles/*.json')
  process.exit(2)
}
for (const file of files) {
  try {
    const { bundle, number, created } = await publishFile(server.replace(/\/$/, ''), token, file)
    print(`${created ? '+' : '='} ${bundle} v${number}`)
  } catch (error) {
    printError(error)
    process.exitCode = 1
  }
}
