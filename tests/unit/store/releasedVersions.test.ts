/** Every schema version ever released is kept as a file; today's program must open each without losing a record. */
import { readdirSync, readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { FracasDatabase, SCHEMA_VERSION } from '../../../src/store/database'
import { SERIAL_KEYS } from '../../../src/store/serialKeys'
import { verifyLog } from '../../../src/store/operationLog'
import { shortDeviceIds, sinceRenamed } from '../../support/renamedRows'
import { unitsOfSerial } from '../../../src/store/serialLives'

interface ReleasedDatabase {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

/** What the indexes keep beside a row is nobody's business who reads it. */
const withoutKeys = ({ [SERIAL_KEYS]: _keys, ...row }: Readonly<Record<string, unknown>>) => row

const folder = 'fixtures/databases'
const released = readdirSync(folder)
  .filter((name) => /^v\d+\.json$/u.test(name))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as ReleasedDatabase)

test('there is an export of every version up to the present one', () => {
  expect(released.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, at) => at + 1),
  )
})

describe.each(released.map((database) => [database.version, database] as const))('version %i', (version, database) => {
  test('opens with all its records', async () => {
    const name = `released-${version}`
    const old = new Dexie(name)
    old.version(version).stores(database.stores)
    for (const [table, rows] of Object.entries(database.tables)) await old.table(table).bulkAdd([...rows])
    old.close()
    const today = new FracasDatabase(name)
    for (const [table, rows] of Object.entries(database.tables)) {
      // Since version 12 conclusions are records, and one more entry of the log says what was kept beside it before.
      const wanted = table === 'reportConclusions' ? [] : rows
      const more = table === 'changes' && version < 12 ? 1 : 0
      expect([table, await today.table(table).count()]).toEqual([table, wanted.length + more])
      if (table === 'device') continue
      expect(await today.table(table).toArray()).toEqual(
        expect.arrayContaining(wanted.map((row) => expect.objectContaining(sinceRenamed(withoutKeys(row))) as unknown)),
      )
    }
    today.close()
  })

  test('calls its devices by long ids everywhere, with the log as intact as before', async () => {
    const name = `released-devices-${version}`
    const old = new Dexie(name)
    old.version(version).stores(database.stores)
    for (const [table, rows] of Object.entries(database.tables)) await old.table(table).bulkAdd([...rows])
    old.close()
    const today = new FracasDatabase(name)
    expect(await shortDeviceIds(today)).toEqual([])
    const silent = (): void => undefined
    const noted = database.tables['changes']?.at(-1)?.['hash']
    const verified = await verifyLog(silent, () => false, typeof noted === 'string' ? noted : '', today)
    expect(verified?.broken).toBe(null)
    // A last hash that somebody wrote down before the upgrade is still found.
    if (typeof noted === 'string') expect(verified?.notedAt).not.toBe(null)
    const filed = await today
      .recordsOf('failures')
      .filter(({ formerNo }) => formerNo === 'L-7B87-001')
      .toArray()
    expect(filed.map(({ no }) => no)).toEqual([expect.stringMatching(/^L-7B87[0-9A-Z]{2}-001$/u)])
    today.close()
  })

  test('finds its serials however they are typed', async () => {
    const name = `released-serials-${version}`
    const old = new Dexie(name)
    old.version(version).stores(database.stores)
    for (const [table, rows] of Object.entries(database.tables)) await old.table(table).bulkAdd([...rows])
    old.close()
    const today = new FracasDatabase(name)
    const [unit] = await unitsOfSerial(' zj1306 － 0062', today)
    expect(unit?.serialNo).toBe('ZJ1306-0062')
    today.close()
  })

  test('holds at least one record of every kind that version had', () => {
    const empty = Object.keys(database.stores).filter(
      (table) =>
        table !== 'snapshots' &&
        !(version >= 12 && table === 'reportConclusions') &&
        (database.tables[table]?.length ?? 0) === 0,
    )
    expect(empty).toEqual([])
  })
})
