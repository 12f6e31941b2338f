/** The failures a report counts as comma-separated values, for programs that read nothing else. */
import { isLikeAFormula } from '../../../domain/likeAFormula'
import { strToU8 } from 'fflate'
import { formatMoment } from '../../../i18n/format'
import { wordsOfReports, type ReportWords } from '../../../i18n/reports'
import type { ReportRow } from '../../../metrics/reports/reportRows'
import { trainOf } from './listSheets'
import type { ReportAbout, ReportData } from './reportContext'

const COLUMNS = (
  t: ReportWords,
): readonly (readonly [header: string, value: (row: ReportRow, at: number) => string | number | null])[] => [
  [t.reportNo, (_, at) => at + 1],
  [t.bookFailureNo, ({ no }) => no],
  [t.bookDate, ({ occurredAt }) => formatMoment(occurredAt)],
  [t.reportSite, ({ depotId }) => depotId],
  [t.bookTrain, trainOf],
  [t.reportCar, ({ carNo }) => carNo],
  [t.bookNode, ({ part }) => part],
  [t.reportSerial, ({ serial }) => serial],
  [t.bookDescription, ({ description }) => description],
  [t.reportImpact, ({ serviceImpact }) => serviceImpact],
  [t.reportDelay, ({ delayMin }) => delayMin],
  [t.reportSeverity, ({ severity }) => severity],
  [t.reportState, ({ state }) => state],
  [t.reportCause, ({ causeCat }) => causeCat],
  [t.reportRootCause, ({ causeText }) => causeText],
  [t.reportMeasure, ({ measure }) => measure],
  [t.reportAction, ({ actionText }) => actionText],
  [t.reportMainResponsible, ({ responsibleText }) => responsibleText],
  [t.reportClosedAt, ({ closedAt }) => formatMoment(closedAt)],
  [t.reportRemoved, ({ removedSerial }) => removedSerial],
  [t.reportInstalled, ({ installedSerial }) => installedSerial],
]

export const csvField = (value: string | number | null): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const safe = isLikeAFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** UTF-8 with the mark that tells spreadsheets so. */
export function writeFailureCsv({ report, rows }: ReportData, { language }: ReportAbout): Uint8Array {
  const columns = COLUMNS(wordsOfReports(language))
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const lines = Array.from(report.failures).flatMap((row) => byRow.get(row) ?? [])
  const text = [
    columns.map(([header]) => csvField(header)),
    ...lines.map((line, at) => columns.map(([, value]) => csvField(value(line, at)))),
  ]
    .map((fields) => fields.join(','))
    .join('\r\n')
  return strToU8(`\ufeff${text}\r\n`)
}
