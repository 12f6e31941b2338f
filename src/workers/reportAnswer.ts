/** A report worked out over the engine's columns, with the fingerprint of what it was worked out from. */
import { idAt } from '../metrics/failureColumns'
import { codeBook, type CodeBook } from '../domain/codeBook'
import type { LogHead } from '../domain/logChain'
import type { CodeListName } from '../domain/codeListName'
import type { ReportData } from '../exchange/write/reports/reportContext'
import type { Language } from '../i18n/translation'
import type { FailureColumns } from '../metrics/failureColumns'
import type { FieldData } from '../metrics/fieldData'
import type { LabelOf } from '../metrics/failureFilter'
import { onTimeClosure, type OnTimeClosure } from '../metrics/reports/onTimeClosure'
import { report, type Report, type ReportQuestion } from '../metrics/reports/report'
import { reportInputs } from '../metrics/reports/reportFigures'
import { hasPart, type ReportKind, type ReportPart } from '../metrics/reports/reportKinds'
import { NO_RECORDS, type ReportRecords } from '../metrics/reports/reportRecords'
import { reportRows, rowsNamedBy } from '../metrics/reports/reportRows'
import { WORK_SETTINGS, workRules } from '../domain/workflow/workRules'
import { setting } from '../store/codeItems'
import { contractTargets } from '../store/contractTargets'
import { failuresWith } from '../store/failuresWith'
import { liveRecords } from '../store/liveRecords'
import { logHead } from '../store/logHead'

/**
 * @param withRows  also the failures its lists name, which a screen does not need
 * @param read      how what the columns do not hold is read; from the database unless told otherwise
 */
export async function answerReport(
  data: FieldData,
  question: ReportQuestion,
  labelOf: LabelOf,
  language: Language,
  withRows: boolean,
  read: ReportReader = FROM_DATABASE,
): Promise<ReportData> {
  const { columns, fleet } = data
  const worked = report(data, question, labelOf, await read.records(question.kind, language))
  const made = { ...worked, onTime: hasPart(question.kind, 'ageing') ? await read.onTime(columns, worked) : null }
  return {
    report: made,
    rows: withRows ? reportRows(columns, rowsNamedBy(made), question.scope.partBasis, labelOf) : [],
    inputsHash: await sha256(reportInputs(columns, fleet, made)),
    logHead: await read.logHead(),
  }
}

export interface ReportReader {
  readonly records: (kind: ReportKind, language: Language) => Promise<ReportRecords>
  readonly onTime: (columns: FailureColumns, made: Report) => Promise<OnTimeClosure | null>
  readonly logHead: () => Promise<LogHead>
}

const FROM_DATABASE: ReportReader = { records: recordsFor, onTime: onTimeFor, logHead }

/** The clocks need what the columns do not hold: path, priority and pauses of the failures closed and open. */
async function onTimeFor(columns: FailureColumns, { now, ageing }: Report): Promise<OnTimeClosure> {
  const rules = workRules(
    Object.fromEntries(await Promise.all(WORK_SETTINGS.map(async (name) => [name, await setting(name)] as const))),
  )
  const failuresOf = (rows: Uint32Array) => failuresWith(Array.from(rows, (row) => idAt(columns, row)))
  return onTimeClosure(await failuresOf(now.closing.rows), await failuresOf(ageing.open), now.to, rules)
}

/** What the parts of this kind read beside the failures. */
async function recordsFor(kind: ReportKind, language: Language): Promise<ReportRecords> {
  const has = (part: ReportPart): boolean => hasPart(kind, part)
  return {
    ...NO_RECORDS,
    ...(has('contract') ? { contractTargets: await contractTargets() } : {}),
    ...(has('photos') ? { attachments: await liveRecords('attachments') } : {}),
    ...(has('costs') ? { costEntries: await liveRecords('costEntries') } : {}),
    ...(has('custody') ? { removedParts: await liveRecords('replacements') } : {}),
    ...(has('costs') || has('improvements')
      ? {
          codeNames: namesOf(codeBook(await liveRecords('codeItems')), language),
          work: {
            problems: await liveRecords('problems'),
            ...(has('improvements')
              ? {
                  actions: await liveRecords('correctiveActions'),
                  verifications: await liveRecords('effectVerifications'),
                  lessons: await liveRecords('knowledgeItems'),
                }
              : { actions: [], verifications: [], lessons: [] }),
          },
        }
      : {}),
  }
}

const NAMED: readonly CodeListName[] = ['CL-COST', 'CL-ACT', 'CL-VERR']
const namesOf = (book: CodeBook, language: Language): ReadonlyMap<string, string> =>
  new Map(NAMED.flatMap((list) => book[list].map((code) => [`${list}|${code.code}`, code[language]] as const)))

async function sha256(lines: Iterable<string>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode([...lines].join('\n')))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
