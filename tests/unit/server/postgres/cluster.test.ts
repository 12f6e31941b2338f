/** The database that comes with the program: whatever was killed, the next start finds everything there. */
import { chmodSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { answers, openPool } from '../../../../src/server/database/pool'
import { openCluster, type Cluster } from '../../../../src/server/postgres/cluster'
import { watchCluster } from '../../../../src/server/postgres/watchCluster'

const open: Cluster[] = []
const folders: string[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((cluster) => cluster.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'fracas-cluster-'))
  folders.push(path)
  chmodSync(path, 0o711)
  return path
}
async function clusterIn(data: string, elsewhere?: string): Promise<Cluster> {
  const cluster = await openCluster(data, { isDurable: false, ...(elsewhere === undefined ? {} : { elsewhere }) })
  open.push(cluster)
  return cluster
}
const pidFile = (data: string): string => join(data, 'postgres/cluster/postmaster.pid')
const pidOf = (data: string): number => Number(readFileSync(pidFile(data), 'utf8').split('\n')[0])

async function ask(address: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: address })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return Object.values(rows[0] ?? {})[0]
}

test('it starts, keeps what it was told, and comes up after it was killed and after it was stopped', async () => {
  const data = folder()
  const address = await (await clusterIn(data)).start()
  await ask(address, `create table note as select 'leak at the seat ring' as text`)

  process.kill(pidOf(data), 'SIGKILL')
  const again = await clusterIn(data)
  expect(await ask(await again.start(), 'select text from note')).toBe('leak at the seat ring')
  expect(await (await clusterIn(data)).start()).toBe(address)

  await again.stop()
  expect(existsSync(pidFile(data))).toBe(false)
  expect(await ask(await again.start(), 'select text from note')).toBe('leak at the seat ring')
})

test('a process number left behind that another program has by now is no reason not to start', async () => {
  const data = folder()
  const cluster = await clusterIn(data)
  const address = await cluster.start()
  const left = readFileSync(pidFile(data), 'utf8')
  await cluster.stop()
  writeFileSync(pidFile(data), left.replace(/^\d+/u, String(process.pid)))
  expect(await cluster.start()).toBe(address)
})

test('a service that keeps watch brings it back, and its connections find it again', async () => {
  const data = folder()
  const cluster = await clusterIn(data)
  const pool = openPool(await cluster.start())
  const told: string[] = []
  const watch = watchCluster(
    cluster,
    () => answers(pool),
    (line) => told.push(line),
  )
  const first = pidOf(data)
  process.kill(first, 'SIGKILL')
  await expect.poll(() => told.length, { timeout: 30_000 }).toBeGreaterThan(0)
  await expect.poll(() => answers(pool), { timeout: 30_000 }).toBe(true)
  expect(pidOf(data)).not.toBe(first)
  await watch.end()
  await pool.end()
})

test('it asks for its password, which only the service can read, and its role owns no more than its database', async () => {
  const data = folder()
  const address = await (await clusterIn(data)).start()
  const wrong = address.replace(/:[^:@]+@/u, ':guessed@')
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/u)
  expect(statSync(join(data, 'database.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(data, 'postgres')).mode & 0o777).toBe(0o700)
  expect(
    await ask(address, `select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user`),
  ).toBe(false)
  expect(await ask(address, `select string_agg(setting, ' ') from pg_settings where name = 'listen_addresses'`)).toBe(
    '127.0.0.1',
  )
})

test.runIf(process.getuid?.() === 0)(
  'started by root it runs as somebody else, elsewhere where that user may not enter the data folder',
  async () => {
    const closed = folder()
    chmodSync(closed, 0o700)
    const data = join(closed, 'data')
    const elsewhere = folder()
    const address = await (await clusterIn(data, elsewhere)).start()
    expect(await ask(address, 'select 1')).toBe(1)
    expect(lstatSync(join(data, 'postgres')).isSymbolicLink()).toBe(true)
    expect(statSync(`/proc/${pidOf(data)}`).uid).not.toBe(0)
    const later = await clusterIn(data, elsewhere)
    expect(await later.start()).toBe(address)
  },
)
