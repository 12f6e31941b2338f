/**
 * The upgrade to version 12, first half: devices had ids of 16 bits, which two devices can draw alike. Everything written
 * under such an id gets the longer one that takes its place.
 */
import type { Table, Transaction } from 'dexie'
import { entryRenamed, namesFromLog, rowRenamed, type DeviceNames, type RenamedEntry } from '../domain/renamedDevices'
import { isShortDeviceId } from '../domain/deviceId'
import { TABLE_NAMES } from '../domain/records/tables'
import type { DeviceState } from './database'
import type { LoggedChange } from '../domain/loggedChange'
import { newDeviceId } from './newDeviceId'

const ROWS_AT_ONCE = 2000
/** An entry of an import holds a thousand records. */
const ENTRIES_AT_ONCE = 40

/** Must run in the transaction of the upgrade. */
export async function renameDevices(transaction: Transaction): Promise<void> {
  const changes = transaction.table<LoggedChange, number>('changes')
  const names = await namesIn(changes)
  await eachPage(changes, 'seq', ENTRIES_AT_ONCE, (entry) => entryRenamed(entry as LoggedChange & RenamedEntry, names))
  for (const table of TABLE_NAMES)
    if (table !== 'conclusions')
      await eachPage(transaction.table<Row, string>(table), 'id', ROWS_AT_ONCE, (row) => rowRenamed(table, row, names))
  const devices = transaction.table<DeviceState, string>('device')
  const own = await devices.get('device')
  if (own !== undefined)
    await devices.put({ ...own, id: isShortDeviceId(own.id) ? (names.get(own.id) ?? newDeviceId()) : own.id })
  // The columns hold numbers and devices as they were.
  await transaction.table('snapshots').clear()
}

type Row = Readonly<Record<string, unknown>>

async function namesIn(changes: Table<LoggedChange, number>): Promise<DeviceNames> {
  const firsts: LoggedChange[] = []
  for (let after = 0; ;) {
    const page = await changes.where('seq').above(after).limit(ENTRIES_AT_ONCE).toArray()
    const last = page.at(-1)?.seq
    if (last === undefined) return namesFromLog(firsts)
    firsts.push(...page.filter(({ device }) => isShortDeviceId(device)).map(withoutContent))
    after = last
  }
}

const withoutContent = ({ packedEdits: _p, edits: _e, ...entry }: LoggedChange): LoggedChange => entry

/** Rewrites the rows of a table that `renew` answers with another object, page by page. */
async function eachPage<R, K>(table: Table<R, K>, key: string, size: number, renew: (row: R) => R): Promise<void> {
  for (let after: unknown = null; ;) {
    const page = await (after === null ? table.limit(size) : table.where(key).above(after).limit(size)).toArray()
    const last = page.at(-1)
    if (last === undefined) return
    const renewed = page.map(renew).filter((row, at) => row !== page[at])
    if (renewed.length > 0) await table.bulkPut(renewed)
    after = (last as Row)[key]
  }
}
