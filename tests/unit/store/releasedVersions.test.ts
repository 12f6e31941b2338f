/** Every schema version ever released is kept as a file; today's program must open each without losing a record. */
import { readdirSync, readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { FracasDatabase, SCHEMA_VERSION } from '../../../src/store/database'
import { SERIAL_KEYS } from '../../../src/store/serialKeys'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { familyOf, isTableName } from '../../../src/domain/records/tables'
import { verifyLog } from '../../../src/store/operationLog'
import { shortDeviceIds, sinceRenamed } from '../../support/renamedRows'
import { statesOf } from '../../../src/domain/mergedRecord'
import { unitsOfSerial } from '../../../src/store/serialLives'

interface ReleasedDatabase {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

/** What the indexes keep beside a row is nobody's business who reads it. */
const withoutKeys = ({ [SERIAL_KEYS]: _keys, ...row }: Readonly<Record<string, unknown>>) => row

/** Since version 13 the versions of a record with lists say who wrote each entry. */
function sinceEntries(table: string, row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const lists = isTableName(table) ? Object.keys(familyOf(table).lists) : []
  if (!lists.some((field) => field in row)) return row
  const { versions: _, ...rest } = row
  return rest
}

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
      const expected = wanted.map((row) => sinceEntries(table, sinceRenamed(withoutKeys(row))))
      expect(await today.table(table).toArray()).toEqual(
        expect.arrayContaining(expected.map((row) => expect.objectContaining(row) as unknown)),
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

  test('reads its lists entry by entry, each by whoever wrote it, as the log tells', async () => {
    const name = `released-lists-${version}`
    const old = new Dexie(name)
    old.version(version).stores(database.stores)
    for (const [table, rows] of Object.entries(database.tables)) await old.table(table).bulkAdd([...rows])
    old.close()
    const today = new FracasDatabase(name)
    const [analysis] = await today
      .recordsOf('rootCauseAnalyses')
      .filter(({ occurWhy }) => occurWhy !== undefined)
      .toArray()
    const states = Object.entries(statesOf(analysis) ?? {}).filter(([field]) => field.startsWith('occurWhy'))
    const written = states.map(([field, { values }]) => [field.includes('/'), values.map(({ actor }) => actor)])
    expect(written).toEqual(version < 2 ? [] : [[true, ['李工']]])
    // The files in the exports are no bytes any more.
    await Promise.all([today.recordsOf('attachments').clear(), today.recordsOf('reportTemplates').clear()])
    const found = await verifyRecords(
      () => undefined,
      () => false,
      today,
    )
    expect(found?.first.filter(({ table, kind }) => table === 'rootCauseAnalyses' && kind === 'altered')).toEqual([])
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
