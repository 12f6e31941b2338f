/**
 * Reports on file, and the conclusions being written. Neither is a record of a failure, so they are not in the log;
 * both are in a backup.
 */
import { storableText } from '../domain/storableText'
import type { ReportConclusion, StoredReport } from '../domain/storedReport'
import { database, type FracasDatabase } from './database'
import { newId } from './newId'

export async function storeReport(report: Omit<StoredReport, 'id'>, db: FracasDatabase = database): Promise<string> {
  const id = newId()
  await db.storedReports.add({ ...report, id, conclusion: storableText(report.conclusion) })
  return id
}

export const storedReport = (id: string, db: FracasDatabase = database): Promise<StoredReport | undefined> =>
  db.storedReports.get(id)

/** Latest first. */
export const storedReports = async (db: FracasDatabase = database): Promise<readonly StoredReport[]> =>
  (await db.storedReports.toArray()).sort((a, b) => (a.storedAt < b.storedAt ? 1 : -1))

export const conclusionOf = async (key: string, db: FracasDatabase = database): Promise<ReportConclusion | undefined> =>
  db.reportConclusions.get(key)

export const saveConclusion = async (conclusion: ReportConclusion, db: FracasDatabase = database): Promise<void> => {
  if (conclusion.text === '') await db.reportConclusions.delete(conclusion.key)
  else await db.reportConclusions.put({ ...conclusion, text: storableText(conclusion.text) })
}
