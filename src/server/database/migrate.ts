/** Brings a database to the shape this program works with. */
import type { Pool } from 'pg'
import { MIGRATIONS } from './migrations'
import { inTransaction } from './pool'

/** Any number, the same for all services that share a database. */
const LOCK = 4_215_077

/** Several services may start at once: one of them migrates, the others wait. Throws where a newer program has been here. */
export const migrate = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migration (number integer primary key, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ done: number }>('select coalesce(max(number), 0) as done from migration')
    const done = rows[0]?.done ?? 0
    if (done > MIGRATIONS.length)
      throw new Error(
        `The database was written by a newer program (shape ${done}, this one knows ${MIGRATIONS.length}).`,
      )
    for (const [at, sql] of MIGRATIONS.entries())
      if (at >= done) {
        await client.query(sql)
        await client.query('insert into migration (number) values ($1)', [at + 1])
      }
  })
