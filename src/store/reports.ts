/**
 * Reports on file, and the conclusions being written. A report on file is a record like any other; a conclusion is a draft
 * of one, kept on this device until the report is filed.
 */
import type { Change } from '../domain/change'
import { oneOf } from '../domain/closedSet'
import type { Person } from '../domain/person'
import type { StoredRecord } from '../domain/records/tables'
import { storableText } from '../domain/storableText'
import { storedList, textIn, type StoredEntry } from '../domain/storedList'
import type { ReportConclusion, ReportFigure, StoredReport } from '../domain/storedReport'
import { assertPermitted, commit } from './commit'
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

export const conclusionOf = async (key: string, db: FracasDatabase = database): Promise<ReportConclusion | undefined> =>
  db.reportConclusions.get(key)

/** @throws CommandRefused when the person may not keep reports */
export const saveConclusion = async (
  conclusion: ReportConclusion,
  writer: Person,
  db: FracasDatabase = database,
): Promise<void> => {
  assertPermitted('file-report', writer)
  if (conclusion.text === '') await db.reportConclusions.delete(conclusion.key)
  else await db.reportConclusions.put({ ...conclusion, text: storableText(conclusion.text) })
}
