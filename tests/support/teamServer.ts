/**
 * A PostgreSQL of its own for the tests of a file, in a folder that goes away with it. A guard beside it takes it down when the
 * tests are killed before they can.
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { migrate } from '../../src/server/database/migrate'
import { openPool } from '../../src/server/database/pool'
import { openCluster } from '../../src/server/postgres/cluster'

export interface TestPostgres {
  /** Address of an empty database nobody else has. */
  readonly newAddress: () => Promise<string>
  /** A pool on a database of its own that has the tables. */
  readonly newDatabase: () => Promise<Pool>
  readonly stop: () => Promise<void>
}

/** Waits until its input ends, which happens however its parent dies. */
const GUARD = `
process.stdin.resume()
process.stdin.on('end', () => {
  try { process.kill(Number(process.argv[1]), 'SIGQUIT') } catch {}
  require('node:fs').rmSync(process.argv[2], { recursive: true, force: true })
})`

export async function startPostgres(): Promise<TestPostgres> {
  const data = mkdtempSync(join(tmpdir(), 'fracas-postgres-'))
  // As root it runs under another user, who has to pass through.
  chmodSync(data, 0o711)
  const cluster = await openCluster(data, { isDurable: false })
  await cluster.start()
  const pid = readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  const guard = spawn(process.execPath, ['-e', GUARD, pid, data], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const pools: Pool[] = []
  let count = 0
  const newAddress = (): Promise<string> => {
    count += 1
    return cluster.databaseOf(`test_${count}`)
  }
  return {
    newAddress,
    newDatabase: async () => {
      const pool = openPool(await newAddress())
      pools.push(pool)
      await migrate(pool)
      return pool
    },
    stop: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
      await cluster.stop()
      guard.kill('SIGKILL')
      rmSync(data, { recursive: true, force: true })
    },
  }
}
