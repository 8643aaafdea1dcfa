import { decide } from '../../rules/index.ts'
import type { Version } from '../../schemas/index.ts'
import { beijingDate } from '../domain/beijing.ts'
import type { OpenVersion } from '../domain/library.ts'
import type { PageRoute } from './page.ts'

function versionOf({ version, compiled }: OpenVersion): Version {
  const { bundle, number, hash, publishedAt } = version
  return { bundle, number, hash, publishedAt, document: compiled.document }
}

export const bundleRoute: PageRoute = {
  method: 'GET',
  path: '/b/:id',
  async answer({ parameters: { id = '' }, services: { library }, pages, context }) {
    const open = await library.open(id)
    const decision = decide(open.compiled, {})
    return { html: pages.bundle(context, { version: versionOf(open), decision }) }
  },
}

export const formRoute: PageRoute = {
  method: 'GET',
  path: '/f/:id',
  async answer({ parameters: { id = '' }, services: { library, clock }, pages, context }) {
    const open = await library.open(id)
    const { origins } = open.compiled.document.embed
    return {
      html: pages.form(context, { version: versionOf(open), today: beijingDate(clock.now()) }),
      framedBy: origins,
    }
  },
}
