import type { Words } from '../words.ts'
import type { shellTexts as chinese } from './zh-CN.ts'

export const shellTexts: Words<typeof chinese> = {
  brand: 'Yijianshi',
  site: 'Workbench',
  skip: 'Skip to the content',
  otherLanguage: '中文',
  language: 'Language',
  mainNavigation: 'Main navigation',
  bundles: 'Bundles',
  registries: 'Registries',
  staff: 'Staff',
  audit: 'Audit log',
  account: 'My account',
  signOut: 'Sign out',
  changePassword: 'Change password',
  loading: 'Opening…',
  notFound: 'There is no such page.',
  backToBundles: 'Back to the bundles',
  notAllowed: 'Your role may not open this page.',
  failedTitle: 'Something unexpected went wrong',
  failedText:
    'What was saved is safe. Please open the page again; if it keeps happening, tell an administrator.',
  reload: 'Open again',
  retry: 'Try again',
  unreachable: 'The server cannot be reached. Please check the connection and try again.',
  demo: 'Demonstration on this machine only',
}
