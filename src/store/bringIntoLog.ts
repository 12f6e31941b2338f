/**
 * The upgrade to version 12, second half: what was kept beside the log until then is said in it once, so that the log alone
 * adds up to everything. Imports (their description, not their rows), reports filed before version 9, and conclusions.
 */
import type { Table } from 'dexie'
import type { Edit } from '../domain/change'
import { UPGRADE } from '../domain/loggedChange'
import { naturalId } from '../domain/naturalId'
import { packOrigin, type FieldSet } from '../domain/recordVersions'
import type { ReportConclusion } from '../domain/storedReport'
import type { TableName } from '../domain/records/tables'
import { asLogged } from '../domain/asLogged'
import { presentDevice } from './device'
import { newId } from './newId'
import { openLog } from './operationLog'

/** Version of the database from which nothing lasting is kept beside the log. */
export const ALL_IN_LOG_SINCE = 12

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly versions?: string }

/** What the entry is called that says it, where everybody who holds the same file must come to the same one. */
export interface SaidOnce {
  readonly device: string
  readonly id: string
  readonly at: number
}

/** Must run in a transaction that may write every table. */
export async function bringIntoLog(tableOf: (name: string) => Table, said?: SaidOnce): Promise<void> {
  const batches = ((await tableOf('importBatches').toArray()) as Row[]).filter(({ versions }) => versions === undefined)
  const reports = ((await tableOf('storedReports').toArray()) as Row[]).filter(isFromNobody)
  const typed = (await tableOf('reportConclusions').toArray()) as ReportConclusion[]
  const conclusions = typed.map((one): Row => ({ id: naturalId('conclusions', { ...one }), ...one }))
  const brought: readonly (readonly [TableName, readonly Row[]])[] = [
    ['importBatches', batches],
    ['storedReports', reports],
    ['conclusions', conclusions],
  ]
  if (brought.every(([, rows]) => rows.length === 0)) return
  const devices = { device: tableOf('device') }
  const device = await presentDevice(devices)
  device.changeCount += 1
  await devices.device.put(device)
  const [at, actor, change] = [said?.at ?? Date.now(), '', device.changeCount]
  const versions = packOrigin({ device: device.id, change, stamp: at, actor })
  const edits: Edit[] = []
  for (const [table, rows] of brought) {
    await tableOf(table).bulkPut(rows.map((row) => ({ ...row, versions })))
    for (const { id: record, versions: _, ...set } of rows) edits.push({ table, record, set: set as FieldSet })
  }
  await tableOf('reportConclusions').clear()
  const log = await openLog({ changes: tableOf('changes') })
  await log.add(
    asLogged({
      id: said?.id ?? newId(),
      v: ALL_IN_LOG_SINCE,
      device: device.id,
      number: change,
      at,
      actor,
      command: UPGRADE,
      edits,
    }),
  )
}

/** Reports of before version 9 were given versions that name no device. */
const isFromNobody = ({ versions }: Row): boolean => versions?.startsWith('["",') === true
