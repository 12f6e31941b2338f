/** Every schema version ever released is kept as a file; today's program must open each without losing a record. */
import { readdirSync, readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { FracasDatabase, SCHEMA_VERSION } from '../../../src/store/database'
import { SERIAL_KEYS } from '../../../src/store/serialKeys'
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
      expect([table, await today.table(table).count()]).toEqual([table, rows.length])
      expect(await today.table(table).toArray()).toEqual(
        expect.arrayContaining(rows.map((row) => expect.objectContaining(withoutKeys(row)) as unknown)),
      )
    }
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
      (table) => table !== 'snapshots' && (database.tables[table]?.length ?? 0) === 0,
    )
    expect(empty).toEqual([])
  })
})
