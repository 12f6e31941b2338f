/** A report worked out over the engine's columns, with the fingerprint of what it was worked out from. */
import type { ReportData } from '../exchange/reports/reportContext'
import type { FailureColumns } from '../metrics/failureColumns'
import type { LabelOf } from '../metrics/failureFilter'
import type { Fleet } from '../metrics/fleet'
import { report, type ReportQuestion } from '../metrics/reports/report'
import { reportInputs } from '../metrics/reports/reportFigures'
import { reportRows, rowsNamedBy } from '../metrics/reports/reportRows'

/** @param withRows also the failures its lists name, which a screen does not need */
export async function answerReport(columns: FailureColumns, live: Uint32Array, fleet: Fleet, question: ReportQuestion, labelOf: LabelOf, withRows: boolean): Promise<ReportData> {
  const made = report(columns, live, fleet, question, labelOf)
  return { report: made, rows: withRows ? reportRows(columns, rowsNamedBy(made), labelOf) : [], inputsHash: await sha256(reportInputs(columns, fleet, made)) }
}

async function sha256(lines: Iterable<string>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([...lines].join('\n')))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
