/** Words of the script that tests a site from within. */
export const zhCN = {
  passed: '通过',
  failed: '未通过',
  waiting: '检查中',
  script: '网页可以加载本服务的脚本',
  element: '网页里有 yijianshi-form 元素，embed.js 已生效',
  frame: '网页可以嵌入本服务的页面',
  frameRefused: (origin: string) => `网页的 Content-Security-Policy 不允许嵌入：frame-src 里要加上 ${origin}`,
  ready: '表单已打开',
  notReady: (site: string) => `表单没有回应。请确认 ${site} 在套餐的允许名单里`,
  height: '表单高度随内容变化',
  refused: (names: string) => `没有采用的预填或主题：${names}`,
}
