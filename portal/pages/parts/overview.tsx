/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Language, Version } from '../../../schemas/index.ts'
import { guideTexts } from '../../texts/guide/index.ts'
import { pageTexts } from '../../texts/pages/index.ts'
import { sharedTexts } from '../../texts/shared/index.ts'
import { listIn } from '../../view/language.ts'
import { departmentName } from '../../view/stages.ts'
import { Local } from './text.tsx'

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The way in, and the facts most people look for first. */
export function Overview({ version, language }: { version: Version; language: Language }) {
  const { document } = version
  const texts = pageTexts[language]
  const shared = sharedTexts[language]
  const audience = document.audience.map((code) => shared.audiences[code])
  return (
    <aside class="overview" aria-label={texts.atAGlance}>
      <a class="button button-start" href={`/f/${document.id}`}>
        {texts.start}
      </a>
      <p class="hint">{texts.startHint}</p>
      <a class="button button-quiet button-wide" href={`/p/${document.id}`}>
        {guideTexts[language].precheckLink}
      </a>
      <p class="hint">{guideTexts[language].precheckLinkHint}</p>
      <p>
        <a class="overview-card" href={`/c/${document.id}`}>
          {guideTexts[language].cardLink}
        </a>
      </p>
      <dl class="overview-facts">
        <Fact name={texts.whoFor}>{listIn(language, audience)}</Fact>
        <Fact name={texts.announcedLimit}>{texts.wholeDays(document.announced.days)}</Fact>
        {document.legalDays === undefined ? null : (
          <Fact name={texts.legalLimit}>{shared.workingDays(document.legalDays)}</Fact>
        )}
        <Fact name={texts.leadDepartment}>
          <Local of={departmentName(document, document.lead)} language={language} />
        </Fact>
        {document.hallZone ? (
          <Fact name={texts.hallZone}>
            <Local of={document.hallZone} language={language} />
          </Fact>
        ) : null}
        <Fact name={texts.officialName}>
          <Local of={document.title} language={language} />
        </Fact>
        <Fact name={texts.bundleCode}>{document.code}</Fact>
      </dl>
    </aside>
  )
}
