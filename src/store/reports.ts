/**
 * Reports on file, and the conclusions being written, by the question of their report: both are records like any other.
 */
import type { Change } from '../domain/change'
import { oneOf } from '../domain/closedSet'
import { naturalId } from '../domain/naturalId'
import type { Person } from '../domain/person'
import type { StoredRecord } from '../domain/records/tables'
import { storedList, textIn, type StoredEntry } from '../domain/storedList'
import type { ReportConclusion, ReportFigure, StoredReport } from '../domain/storedReport'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'
import { liveRecords } from './liveRecords'
import { newId } from './newId'

/** @throws CommandRefused when the person may not */
export const fileReport = (
  report: Omit<StoredReport, 'id'>,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> =>
  commit(
    { name: 'file-report', person },
    async () => [{ table: 'storedReports', record: newId(), fields: { ...report } }],
    db,
  )

const figureIn = (entry: StoredEntry): ReportFigure => ({
  name: textIn(entry, 'name'),
  of: textIn(entry, 'of'),
  value: typeof entry['value'] === 'number' ? entry['value'] : null,
})

const reportOf = (record: StoredRecord<'storedReports'>): StoredReport => ({
  id: record.id,
  question: record.question ?? '{}',
  kind: record.kind ?? '',
  title: record.title ?? '',
  language: oneOf(['zh', 'en'], record.language) ?? 'zh',
  conclusion: record.conclusion ?? '',
  figures: storedList(record.figures, figureIn),
  inputsHash: record.inputsHash ?? '',
  storedAt: record.storedAt ?? '',
  storedBy: record.storedBy ?? '',
  build: record.build ?? '',
})

export async function storedReport(id: string, db: FracasDatabase = database): Promise<StoredReport | undefined> {
  const record = await db.recordsOf('storedReports').get(id)
  return record === undefined || record.deleted === true ? undefined : reportOf(record)
}

/** Latest first. */
export const storedReports = async (db: FracasDatabase = database): Promise<readonly StoredReport[]> =>
  (await liveRecords('storedReports', db)).map(reportOf).sort((a, b) => (a.storedAt < b.storedAt ? 1 : -1))

export async function conclusionOf(key: string, db: FracasDatabase = database): Promise<ReportConclusion | undefined> {
  const stored = await db.recordsOf('conclusions').get(naturalId('conclusions', { key }))
  return stored === undefined || stored.deleted === true
    ? undefined
    : { key, text: stored.text ?? '', savedAt: stored.savedAt ?? 0 }
}

/** An empty one is taken away. @throws CommandRefused when the person may not keep reports */
export const saveConclusion = async (
  { key, text, savedAt }: ReportConclusion,
  writer: Person,
  db: FracasDatabase = database,
): Promise<Change | null> =>
  commit(
    { name: 'save-conclusion', person: writer },
    async (db) => {
      const record = naturalId('conclusions', { key })
      const isEmpty = text === ''
      if (isEmpty && (await db.recordsOf('conclusions').get(record)) === undefined) return []
      const fields = { key, text: isEmpty ? null : text, savedAt, deleted: isEmpty ? true : null }
      return [{ table: 'conclusions' as const, record, fields }]
    },
    db,
  )
