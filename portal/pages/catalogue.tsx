/** @jsxImportSource hono/jsx */
import type { BundleSummary, Language } from '../../schemas/index.ts'
import { textIn } from '../../schemas/index.ts'
import { guideTexts } from '../texts/guide/index.ts'
import { pageTexts } from '../texts/pages/index.ts'
import { sharedTexts } from '../texts/shared/index.ts'
import { listIn } from '../view/language.ts'
import { Layout } from './parts/layout.tsx'
import { Local } from './parts/text.tsx'
import type { CataloguePage, PageContext } from './types.ts'

type Query = CataloguePage['query']

function addressOf(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length > 0 ? `/?${new URLSearchParams(given)}` : '/'
}

function Card({ bundle, language }: { bundle: BundleSummary; language: Language }) {
  const texts = pageTexts[language]
  const audience = bundle.audience.map((code) => sharedTexts[language].audiences[code])
  return (
    <li class="card">
      <h3 class="card-title">
        <a href={`/b/${bundle.id}`}>
          <Local of={bundle.citizenTitle} language={language} />
        </a>
      </h3>
      <p class="card-official">
        <Local of={bundle.title} language={language} />
      </p>
      {bundle.summary ? (
        <p class="card-summary">
          <Local of={bundle.summary} language={language} />
        </p>
      ) : null}
      <ul class="card-facts">
        <li class="card-days">{texts.announcedDays(bundle.announcedDays)}</li>
        <li>{listIn(language, audience)}</li>
        <li>{texts.lead(textIn(bundle.lead.name, language))}</li>
      </ul>
    </li>
  )
}

function SearchBox({ query, language }: { query: Query; language: Language }) {
  const texts = pageTexts[language]
  return (
    <search>
      <form class="search" action="/" method="get">
        <label for="q">{texts.searchLabel}</label>
        <p class="hint" id="q-hint">
          {texts.searchHint}
        </p>
        <div class="search-row">
          <input
            class="input"
            id="q"
            name="q"
            type="search"
            value={query.q}
            maxlength={100}
            aria-describedby="q-hint"
            autocomplete="off"
          />
          {query.category ? <input type="hidden" name="category" value={query.category} /> : null}
          {query.audience ? <input type="hidden" name="audience" value={query.audience} /> : null}
          <button class="button" type="submit">
            {texts.search}
          </button>
        </div>
      </form>
    </search>
  )
}

function Choice({ address, chosen, label }: { address: string; chosen: boolean; label: string }) {
  return (
    <li>
      <a class="filter" href={address} aria-current={chosen ? 'true' : undefined}>
        {label}
      </a>
    </li>
  )
}

function Filters({ page, language }: { page: CataloguePage; language: Language }) {
  const texts = pageTexts[language]
  const { query } = page
  return (
    <nav class="filters" aria-label={texts.filters}>
      <div class="filter-group">
        <h2 class="filter-title" id="by-category">
          {texts.category}
        </h2>
        <ul class="filter-list" aria-labelledby="by-category">
          <Choice
            address={addressOf({ ...query, category: '' })}
            chosen={!query.category}
            label={texts.all}
          />
          {page.categories.map(({ id, title, count }) => (
            <Choice
              address={addressOf({ ...query, category: id })}
              chosen={query.category === id}
              label={texts.categoryCount(textIn(title, language), count)}
            />
          ))}
        </ul>
      </div>
      <div class="filter-group">
        <h2 class="filter-title" id="by-audience">
          {texts.audience}
        </h2>
        <ul class="filter-list" aria-labelledby="by-audience">
          <Choice
            address={addressOf({ ...query, audience: '' })}
            chosen={!query.audience}
            label={texts.all}
          />
          {page.audiences.map((code) => (
            <Choice
              address={addressOf({ ...query, audience: code })}
              chosen={query.audience === code}
              label={sharedTexts[language].audiences[code]}
            />
          ))}
        </ul>
      </div>
    </nav>
  )
}

function Results({ page, language }: { page: CataloguePage; language: Language }) {
  const texts = pageTexts[language]
  const { bundles, query } = page
  const filtered = query.q !== '' || query.category !== '' || query.audience !== ''
  const groups = new Map(bundles.map(({ category }) => [category.id, category.title]))
  return (
    <section class="results" aria-labelledby="results-title">
      <div class="results-head">
        <h2 class="results-count" id="results-title">
          {query.q ? texts.resultsFor(bundles.length, query.q) : texts.results(bundles.length)}
        </h2>
        {filtered ? <a href="/">{texts.clearSearch}</a> : null}
      </div>
      {bundles.length === 0 ? (
        <div class="empty">
          <p class="empty-title">{texts.nothingFound}</p>
          <p>{texts.nothingFoundHint}</p>
        </div>
      ) : null}
      {[...groups].map(([id, title]) => (
        <div class="card-group">
          <h2 class="card-group-title">
            <Local of={title} language={language} />
          </h2>
          <ul class="cards">
            {bundles
              .filter(({ category }) => category.id === id)
              .map((bundle) => (
                <Card bundle={bundle} language={language} />
              ))}
          </ul>
        </div>
      ))}
      {page.nextAddress ? (
        <p class="more">
          <a class="button button-quiet" href={page.nextAddress} rel="next">
            {texts.moreResults}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** What one can do here: every published bundle, by category, searched and filtered. */
export function Catalogue({ context, page }: { context: PageContext; page: CataloguePage }) {
  const { language } = context
  const texts = pageTexts[language]
  return (
    <Layout context={context} title={sharedTexts[language].catalogue}>
      <div class="hero">
        <div class="container">
          <h1>{texts.catalogueTitle}</h1>
          <p class="lead">{texts.catalogueLead}</p>
          <SearchBox query={page.query} language={language} />
          <p class="hero-interview">
            <a href="/interview">{guideTexts[language].interviewLink}</a>
          </p>
        </div>
      </div>
      <div class="container">
        <Filters page={page} language={language} />
        <Results page={page} language={language} />
      </div>
    </Layout>
  )
}
