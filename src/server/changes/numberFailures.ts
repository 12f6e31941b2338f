/**
 * Official numbers: a failure gets one when the company takes in that it was reported, in the order of arrival and without gaps for
 * each site and year. The number its device gave keeps finding it.
 */
import type { Edit } from '../../domain/change'
import { groupedBy } from '../../domain/groupedBy'
import { GIVE_NUMBER, type LoggedChange } from '../../domain/loggedChange'
import { deviceOfNumber, suffixedNumber } from '../../domain/recordNumber'
import type { StoredRecord } from '../../domain/records/tables'
import { writesOf } from '../../domain/writesOf'
import type { Batch } from './acceptChanges'
import * as sql from './changeStatements'
import { ownChange, writing } from './ownChange'

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

type Failure = StoredRecord<'failures'>

export async function numberFailures(entries: readonly LoggedChange[], batch: Batch): Promise<void> {
  const touched = entries
    .flatMap(writesOf)
    .flatMap(({ edit }) => (edit.table === 'failures' && 'no' in edit.set ? [edit.record] : []))
  const submitted = entries
    .flatMap(writesOf)
    .flatMap(({ edit }) => (edit.table === 'failures' && 'state' in edit.set ? [edit.record] : []))
  if (touched.length + submitted.length === 0) return
  const waiting = (await batch.records.get('failures', new Set([...touched, ...submitted]))).filter(awaitsNumber)
  const edits: Edit[] = []
  for (const failure of waiting) edits.push(await numbering(failure, batch))
  await ownChange(GIVE_NUMBER, edits, batch)
  await tellApart(touched, batch)
}

async function numbering(failure: Failure, { db }: Batch): Promise<Edit> {
  const site = (await db.query<{ code: string }>(sql.SITE_OF, [failure.depotId ?? ''])).rows[0]?.code ?? ''
  const year = yearOf(failure)
  const ordinal = (await db.query<{ given: number }>(sql.NEXT_NUMBER, [site, year])).rows[0]?.given ?? 0
  return renumbering(failure, officialNumber(site, year, ordinal))
}

/** The number it had first goes on finding it. */
const renumbering = (failure: Failure, no: string): Edit =>
  writing('failures', failure as StoredRecord, {
    no,
    ...(failure.formerNo === undefined ? { formerNo: failure.no ?? null } : {}),
  })

/** Numbers of lists and customers can be one for two failures: both stay, and the later gets a suffix, as on every device. */
async function tellApart(ids: readonly string[], batch: Batch): Promise<void> {
  const numbers = (await batch.records.get('failures', ids)).flatMap(({ no }) => no ?? [])
  const bearing = (await batch.records.numbered(new Set(numbers))).filter(
    ({ deleted, mergedInto }) => deleted !== true && mergedInto === undefined,
  )
  const edits = [...groupedBy(bearing, ({ no = '' }) => no).values()].flatMap((alike): Edit[] => {
    const [, ...later] = [...alike].sort((a, b) => (a.id < b.id ? -1 : 1))
    return later.map((failure) => renumbering(failure, suffixedNumber(failure.no ?? '', failure.id)))
  })
  await ownChange('suffix-number', edits, batch)
}
