import type { Dictionary } from '../texts.ts'
import type { zhCN } from './zh-CN.ts'

export const en: Dictionary<typeof zhCN> = {
  title: 'Test your site for embedding',
  lead: 'Before you put a form into your own site, see here what is still missing.',
  bundle: 'Form to embed',
  site: 'Address of your site',
  siteHint: 'For example https://www.example.gov.cn; only scheme, name and port matter.',
  siteWrong: 'This is not the address of a site. Write it like https://www.example.gov.cn.',
  policy: 'Your site’s Content-Security-Policy (optional)',
  policyHint:
    'Copy it from the response headers in your browser’s network tools; leave it empty if there is none.',
  check: 'Check',
  resultTitle: (origin) => `Result for ${origin}`,
  complete: 'Nothing is missing.',
  completeHint: 'Put the code below into your page.',
  lacking: (count) => (count === 1 ? '1 thing is missing' : `${count} things are missing`),
  notListed: (origin) =>
    `${origin} is not on this form’s list. Ask whoever manages the bundle to add it to embed.origins in the bundle document:`,
  mixed:
    'Your site uses https and this service http, which browsers block. Use the https address of this service.',
  directive: 'In your site’s Content-Security-Policy, this directive has to become:',
  nonce:
    'Your site trusts scripts by nonce only. Put the page’s nonce on the script element of embed.js too.',
  sandbox: (tokens) => `Your site’s policy puts its pages into a sandbox, which still needs: ${tokens}`,
  policyTitle: 'The least a Content-Security-Policy has to say',
  policyNone: 'A site without a Content-Security-Policy needs to add nothing.',
  snippetTitle: 'Code for your page',
  formLink: 'Apply online',
  liveTitle: 'Try it for real before you publish',
  liveHint:
    'Put this code into a test page of your site and open it: it shows the result step by step. Remove it afterwards.',
  liveStays: (server) => `If this line stays as it is, the page does not allow scripts from ${server}.`,
}
