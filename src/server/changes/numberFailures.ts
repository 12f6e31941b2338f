/**
 * Official numbers: a failure gets one when the company takes in that it was reported, in the order of arrival and without gaps for
 * each site and year. The number its device gave keeps finding it.
 */
import { randomUUID } from 'node:crypto'
import { stampFor, type Edit } from '../../domain/change'
import type { LoggedChange } from '../../domain/loggedChange'
import { GIVE_NUMBER } from '../../domain/loggedChange'
import { statesOf } from '../../domain/mergedRecord'
import { deviceOfNumber } from '../../domain/recordNumber'
import type { StoredRecord } from '../../domain/records/tables'
import { writesOf } from '../../domain/writesOf'
import { digestOf, take, type Batch } from './acceptChanges'
import * as sql from './changeStatements'

const DIGITS = 4

export const officialNumber = (site: string, year: number, ordinal: number): string =>
  `L-${site}-${String(year % 100).padStart(2, '0')}-${String(ordinal).padStart(DIGITS, '0')}`

/** Reported, and still under the number its device gave. */
const awaitsNumber = ({ no = '', state = 'DRAFT', deleted }: StoredRecord<'failures'>): boolean =>
  deleted !== true && state !== 'DRAFT' && deviceOfNumber(no) !== null

/** Failures of before belong to the year they were reported in. */
const yearOf = ({ reportedAt = '', occurredAt = '' }: StoredRecord<'failures'>): number => {
  const year = Number((reportedAt || occurredAt).slice(0, 4))
  return year > 1900 ? year : new Date().getFullYear()
}

export async function numberFailures(entries: readonly LoggedChange[], batch: Batch): Promise<void> {
  const touched = new Set(
    entries.flatMap(writesOf).flatMap(({ edit }) => (edit.table === 'failures' ? [edit.record] : [])),
  )
  if (touched.size === 0) return
  const waiting = (await batch.records.get('failures', touched)).filter(awaitsNumber)
  if (waiting.length === 0) return
  const edits: Edit[] = []
  for (const failure of waiting) edits.push(await numbering(failure, batch))
  batch.server.changes += 1
  const states = new Map(waiting.map((failure) => [failure.id, statesOf(failure as StoredRecord)]))
  const change: LoggedChange = {
    id: randomUUID(),
    v: entries[0]?.v ?? 0,
    device: batch.server.device,
    number: batch.server.changes,
    at: stampFor(Date.now(), edits, ({ record }) => states.get(record)),
    actor: '',
    command: GIVE_NUMBER,
    edits,
  }
  const body = JSON.stringify([change])
  await take({ entries: [change], account: null, digest: digestOf(body), body }, batch)
}

async function numbering(failure: StoredRecord<'failures'>, { db }: Batch): Promise<Edit> {
  const { no = '', formerNo } = failure
  const site = (await db.query<{ code: string }>(sql.SITE_OF, [failure.depotId ?? ''])).rows[0]?.code ?? ''
  const year = yearOf(failure)
  const ordinal = (await db.query<{ given: number }>(sql.NEXT_NUMBER, [site, year])).rows[0]?.given ?? 0
  const states = statesOf(failure as StoredRecord)
  const set = { no: officialNumber(site, year, ordinal), ...(formerNo === undefined ? { formerNo: no } : {}) }
  return {
    table: 'failures',
    record: failure.id,
    set,
    was: { no, ...(formerNo === undefined ? { formerNo: null } : {}) },
    base: Object.fromEntries(
      Object.keys(set).flatMap((field) => {
        const state = states?.[field]
        return state === undefined ? [] : [[field, state.seen] as const]
      }),
    ),
  }
}
