import { and, asc, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Bundles, CatalogueQuery, NewVersion, PublishedVersion } from '../ports.ts'
import { asking, type Connection, isUniqueViolation } from './connection.ts'
import { bundles, versions } from './tables.ts'

const earlierOfSameContent = sql`exists (
  select 1 from ${versions} as earlier
  where earlier.bundle = ${versions.bundle} and earlier.hash = ${versions.hash} and earlier.number < ${versions.number})`

const versionColumns = {
  bundle: versions.bundle,
  number: versions.number,
  hash: versions.hash,
  publishedAt: versions.publishedAt,
}

const isCurrent = and(eq(versions.bundle, bundles.id), eq(versions.number, bundles.current))

/** 套餐 and their versions in the database. */
export function createBundles(database: Connection): Bundles {
  async function published(condition: SQL | undefined): Promise<PublishedVersion[]> {
    const rows = await database
      .select({ ...versionColumns, repeats: sql<number>`${earlierOfSameContent}` })
      .from(versions)
      .innerJoin(bundles, eq(bundles.id, versions.bundle))
      .where(condition)
      .orderBy(asc(versions.bundle))
    return rows.map(({ repeats, ...version }) => ({ ...version, firstOfItsContent: repeats === 0 }))
  }

  return {
    page: (query) => asking(() => page(database, query)),
    summary: (id) =>
      asking(async () => {
        const rows = await database
          .select({ summary: bundles.summary })
          .from(bundles)
          .where(eq(bundles.id, id))
        return rows[0]?.summary ?? null
      }),
    currentVersions: () => asking(() => published(isCurrent)),
    current: (id) => asking(async () => (await published(and(isCurrent, eq(bundles.id, id))))[0] ?? null),
    version: (id, number) =>
      asking(async () => {
        const found = await published(and(eq(versions.bundle, id), eq(versions.number, number)))
        return found[0] ?? null
      }),
    versions: (id, before, limit) =>
      asking(() =>
        database
          .select(versionColumns)
          .from(versions)
          .where(and(eq(versions.bundle, id), before === null ? undefined : lt(versions.number, before)))
          .orderBy(desc(versions.number))
          .limit(limit),
      ),
    document: (id, number) =>
      asking(async () => {
        const rows = await database
          .select({ document: versions.document })
          .from(versions)
          .where(and(eq(versions.bundle, id), eq(versions.number, number)))
        return rows[0]?.document ?? null
      }),
    categories: () =>
      asking(async () => {
        const count = sql<number>`count(*)`
        const rows = await database
          .select({ summary: bundles.summary, count, first: sql`min(${bundles.code})` })
          .from(bundles)
          .groupBy(bundles.category)
          .orderBy(sql`min(${bundles.code})`)
        return rows.map((row) => ({ ...row.summary.category, count: row.count }))
      }),
    audiences: () =>
      asking(async () => {
        const rows = await database.select({ summary: bundles.summary }).from(bundles)
        return [...new Set(rows.flatMap((row) => row.summary.audience))].sort()
      }),
    publish: (version) => asking(() => publish(database, version)),
  }
}

/** The lines of a bundle's search text as rows: its names, and each keyword. */
const searchLines = sql`json_each('[' || replace(json_quote(replace(${bundles.searchText}, '\\', '/')), '\\n', '","') || ']')`

/** A word stands in the search text, or, as when somebody types a whole sentence, a line of it stands in the word. */
function isFound(word: string): SQL {
  const isSaid = sql`exists (select 1 from ${searchLines} where length(value) > 1 and instr(${word}, value) > 0)`
  return sql`(instr(${bundles.searchText}, ${word}) > 0 or ${isSaid})`
}

async function page(database: Connection, query: CatalogueQuery) {
  const allInTitle = query.words.map((word) => sql`instr(${bundles.searchTitle}, ${word}) > 0`)
  const rank = sql<number>`(case when ${and(sql`true`, ...allInTitle)} then 0 else 1 end)`
  const rows = await database
    .select({ summary: bundles.summary, rank, code: bundles.code, id: bundles.id })
    .from(bundles)
    .where(
      and(
        ...query.words.map(isFound),
        query.category === null ? undefined : eq(bundles.category, query.category),
        query.audience === null
          ? undefined
          : sql`exists (select 1 from json_each(${bundles.summary}, '$.audience') where value = ${query.audience})`,
        query.after === null
          ? undefined
          : sql`(${rank}, ${bundles.code}, ${bundles.id}) > (${query.after.rank}, ${query.after.code}, ${query.after.id})`,
      ),
    )
    .orderBy(asc(rank), asc(bundles.code), asc(bundles.id))
    .limit(query.limit)
  return rows.map(({ summary, ...place }) => ({ summary, place }))
}

async function publish(database: Connection, { version, document, ...entry }: NewVersion): Promise<boolean> {
  const row = {
    code: entry.summary.code,
    category: entry.summary.category.id,
    current: version.number,
    hash: version.hash,
    publishedAt: version.publishedAt,
    ...entry,
  }
  try {
    await database.batch([
      // The primary key refuses a number that somebody else took, and with it the whole batch.
      database.insert(versions).values({ ...version, document }),
      database
        .insert(bundles)
        .values({ id: version.bundle, ...row })
        .onConflictDoUpdate({ target: bundles.id, set: row }),
    ])
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}
