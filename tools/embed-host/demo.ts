import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SiteFile } from './serve.ts'

const own = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

/** A township's page with one form in sight, another below the fold, and a record of what they tell it. */
function page(server: string): string {
  const form = `${server}/f/open-a-restaurant`
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>易俗河镇便民服务（演示页面）</title>
    <link rel="stylesheet" href="/demo.css">
    <script src="/demo.js" defer></script>
    <script src="${server}/embed.js" async></script>
  </head>
  <body>
    <header><p>易俗河镇人民政府 · 演示页面</p></header>
    <main>
      <h1>在本镇开餐饮店</h1>
      <p>下面的表单来自县政务服务网站，填写的内容不经过本页面。</p>
      <yijianshi-form src="${form}" lang="zh-CN" title="开办餐饮店一件事"
        prefill='{"businessArea": 45}'><a href="${form}">在县政务服务网站办理</a></yijianshi-form>
      <h2>In English, in the elder mode</h2>
      <yijianshi-form src="${form}" lang="en" view="elder" title="Open a restaurant"
        theme='{"accent": "#7a1f5c", "radius": "12px"}'><a href="${form}?lang=en">Open the form</a></yijianshi-form>
      <h2>本页面收到的事件</h2>
      <ol id="events"></ol>
    </main>
  </body>
</html>
`
}

/** The files of the demonstration site. */
export function demoFiles(server: string): Record<string, SiteFile> {
  return {
    '/': { type: 'text/html', text: page(server) },
    '/demo.js': { type: 'text/javascript', text: own('demo.js') },
    '/demo.css': { type: 'text/css', text: own('demo.css') },
  }
}
