import { eq, sql } from 'drizzle-orm'
import type { Cases, StoredCase } from '../ports.ts'
import { asking, type Connection } from './connection.ts'
import { cases, receiptCounters } from './tables.ts'

/** 办件 in the database. */
export function createCases(database: Connection): Cases {
  async function one(condition: ReturnType<typeof eq>): Promise<StoredCase | null> {
    return asking(async () => (await database.select().from(cases).where(condition).limit(1))[0] ?? null)
  }

  return {
    byKey: (key) => one(eq(cases.key, key)),
    byNumber: (number) => one(eq(cases.number, number)),

    // One batch is one transaction. The counter moves only where the key is new, the case takes the counter's value,
    // and whatever fails takes everything back: hence neither gaps nor repeats.
    add: (application, day) =>
      asking(async () => {
        const keyIsNew = sql`not exists (select 1 from ${cases} where ${cases.key} = ${application.key})`
        const counter = sql`${receiptCounters.region} = ${application.region} and ${receiptCounters.day} = ${day}`
        const number = sql`printf('%s-%s-%06d', ${receiptCounters.region}, ${receiptCounters.day}, ${receiptCounters.value})`
        const [, added, stored] = await database.batch([
          database.run(sql`
            insert into ${receiptCounters} (region, day, value)
            select ${application.region}, ${day}, 1 where ${keyIsNew}
            on conflict (region, day) do update set value = value + 1`),
          database.all<{ number: string }>(sql`
            insert into ${cases}
              (number, key, body, secret_hash, bundle, version, hash, answers, decision, region, township, received_at)
            select ${number}, ${application.key}, ${application.body}, ${application.secretHash},
              ${application.bundle}, ${application.version}, ${application.hash},
              ${JSON.stringify(application.answers)}, ${JSON.stringify(application.decision)},
              ${application.region}, ${application.township}, ${application.receivedAt}
            from ${receiptCounters} where ${counter} and ${keyIsNew}
            returning number`),
          database.select().from(cases).where(eq(cases.key, application.key)),
        ])
        const found = stored[0]
        if (!found) throw new Error('The case is missing right after it was stored.')
        return { stored: found, added: added.length === 1 }
      }),
  }
}
