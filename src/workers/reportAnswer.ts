/** A report worked out over the engine's columns, with the fingerprint of what it was worked out from. */
import { codeBook } from '../domain/codeBook'
import type { ReportData } from '../exchange/reports/reportContext'
import type { Language } from '../i18n/translation'
import type { FailureColumns } from '../metrics/failureColumns'
import type { LabelOf } from '../metrics/failureFilter'
import type { Fleet } from '../metrics/fleet'
import { report, type ReportQuestion } from '../metrics/reports/report'
import { reportInputs } from '../metrics/reports/reportFigures'
import { hasPart, type ReportKind } from '../metrics/reports/reportKinds'
import type { ReportRecords } from '../metrics/reports/reportRecords'
import { reportRows, rowsNamedBy } from '../metrics/reports/reportRows'
import { contractTargets } from '../store/contractTargets'
import { liveRecords } from '../store/liveRecords'

/**
 * @param withRows  also the failures its lists name, which a screen does not need
 * @param recordsOf what is read beside the failures; from the database unless told otherwise
 */
export async function answerReport(columns: FailureColumns, live: Uint32Array, fleet: Fleet, question: ReportQuestion, labelOf: LabelOf, language: Language, withRows: boolean, recordsOf = recordsFor): Promise<ReportData> {
  const made = report(columns, live, fleet, question, labelOf, await recordsOf(question.kind, language))
  return { report: made, rows: withRows ? reportRows(columns, rowsNamedBy(made), labelOf) : [], inputsHash: await sha256(reportInputs(columns, fleet, made)) }
}

/** What the parts of this kind read beside the failures. */
async function recordsFor(kind: ReportKind, language: Language): Promise<ReportRecords> {
  return {
    contractTargets: hasPart(kind, 'contract') ? await contractTargets() : [],
    costEntries: hasPart(kind, 'costs') ? await liveRecords('costEntries') : [],
    bucketNames: hasPart(kind, 'costs') ? new Map(codeBook(await liveRecords('codeItems'))['CL-COST'].map((code) => [code.code, code[language]])) : new Map(),
    removedParts: hasPart(kind, 'custody') ? await liveRecords('replacements') : [],
    nodeOfProblem: hasPart(kind, 'costs') ? new Map((await liveRecords('problems')).flatMap(({ id, bomNodeId }) => (bomNodeId === undefined ? [] : [[id, bomNodeId]]))) : new Map(),
  }
}

async function sha256(lines: Iterable<string>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([...lines].join('\n')))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
