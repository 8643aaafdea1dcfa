import { demoFiles } from './embed-host/demo.ts'
import { serveSite, strictPolicy } from './embed-host/serve.ts'
import { print } from './server/print.ts'

const server = process.env.SERVER ?? 'http://localhost:8787'
const port = Number(process.env.PORT ?? 8788)

const host = await serveSite(port, strictPolicy(server), demoFiles(server))
print(`  演示网站 · Demonstration site   ${host.url}/`)
print(`  表单来自 · Forms come from      ${server}`)
