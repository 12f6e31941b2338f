/** The database the service works with: the company's own, or the one that comes with the program. */
import type { Pool } from 'pg'
import { migrate } from './database/migrate'
import { answers, openPool } from './database/pool'
import { openCluster } from './postgres/cluster'
import { watchCluster } from './postgres/watchCluster'

export interface OpenDatabase {
  readonly pool: Pool
  /** Lets go of it, and stops ours. A command beside a service leaves it as it found it. */
  readonly close: (leaves?: 'as-found') => Promise<void>
}

/** `address` is that of the company's PostgreSQL; undefined for our own, in `data`. */
export async function openDatabase(
  address: string | undefined,
  data: string,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  if (address !== undefined) {
    const pool = await ready(address)
    return { pool, close: () => pool.end() }
  }
  const cluster = await openCluster(data)
  const wasRunning = await cluster.isRunning()
  const pool = await ready(await cluster.start())
  const watch = watchCluster(cluster, () => answers(pool), say)
  return {
    pool,
    close: async (leaves) => {
      await watch.end()
      await pool.end()
      if (leaves === undefined || !wasRunning) await cluster.stop()
    },
  }
}

async function ready(address: string): Promise<Pool> {
  const pool = openPool(address)
  await migrate(pool)
  return pool
}
