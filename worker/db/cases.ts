import { and, eq, getTableColumns, notExists, type SQL, sql } from 'drizzle-orm'
import type { Cases, StoredCase } from '../ports.ts'
import { asking, type Connection } from './connection.ts'
import { cases, receiptCounters } from './tables.ts'

const receiptNumber = sql`printf('%s-%s-%06d', ${receiptCounters.region}, ${receiptCounters.day}, ${receiptCounters.value})`

/** A row's values as an INSERT … SELECT takes them, in the order of the table's columns. */
function columnsOf(application: Omit<StoredCase, 'number'>) {
  const { number: _, ...columns } = getTableColumns(cases)
  const values = Object.entries(columns).map(([name, column]) => {
    const value: unknown = Reflect.get(application, name)
    return [name, sql`${sql.param(value, column)}`.as(column.name)]
  })
  return { number: receiptNumber.as('number'), ...Object.fromEntries(values) }
}

/** 办件 in the database. */
export function createCases(database: Connection): Cases {
  async function one(condition: SQL): Promise<StoredCase | null> {
    return asking(async () => (await database.select().from(cases).where(condition).limit(1))[0] ?? null)
  }

  return {
    byKey: (key) => one(eq(cases.key, key)),
    byNumber: (number) => one(eq(cases.number, number)),

    // One batch is one transaction. The counter moves only where the key is new, the case takes the counter's value,
    // and whatever fails takes everything back: hence neither gaps nor repeats.
    add: (application, day) =>
      asking(async () => {
        const { region, key } = application
        const keyIsNew = notExists(database.select({ key: cases.key }).from(cases).where(eq(cases.key, key)))
        const isCounter = and(eq(receiptCounters.region, region), eq(receiptCounters.day, day))
        const [, added, [stored]] = await database.batch([
          database
            .insert(receiptCounters)
            .select(sql`select ${region}, ${day}, 1 where ${keyIsNew}`)
            .onConflictDoUpdate({
              target: [receiptCounters.region, receiptCounters.day],
              set: { value: sql`${receiptCounters.value} + 1` },
            }),
          database
            .insert(cases)
            .select(
              database.select(columnsOf(application)).from(receiptCounters).where(and(isCounter, keyIsNew)),
            )
            .returning({ number: cases.number }),
          database.select().from(cases).where(eq(cases.key, key)),
        ])
        if (!stored) throw new Error('The case is missing right after it was stored.')
        return { stored, added: added.length === 1 }
      }),
  }
}
