import type { LogHead } from '../../../domain/logChain'
import type { Fields } from '../../../domain/records/field'
import type { CodeBook } from '../../../domain/codeBook'
import type { Moment } from '../../../domain/moment'
import { dateOfDay } from '../../../domain/moment'
import { formatMoment } from '../../../i18n/format'
import { wordsOfReports, type ReportWords } from '../../../i18n/reports'
import type { Language } from '../../../i18n/translation'
import type { Period } from '../../../metrics/recordedPeriod'
import type { Report } from '../../../metrics/reports/report'
import type { ReportRow } from '../../../metrics/reports/reportRows'
import type { Picture } from '../ooxml/picture'
import type { LedgerRow } from '../../tables/ledgerRow'

export type ShownPicture = Pick<Picture, 'bytes' | 'mime' | 'widthPx' | 'heightPx'>

/** A report with the failures its lists name. */
export interface ReportData {
  readonly report: Report
  /** Every failure a list of the report names, once. */
  readonly rows: readonly ReportRow[]
  /** The same failures as customers' ledgers hold them, where the report carries one. */
  readonly ledger?: { readonly rows: readonly LedgerRow[]; readonly codes: CodeBook; readonly company?: Fields }
  /** Small copies of the pictures it shows, by the id of the failure; one that could not be opened is missing. */
  readonly pictures?: ReadonlyMap<string, ShownPicture>
  /** SHA-256 over all it was worked out from. */
  readonly inputsHash: string
  /** The end of the log of this device when it was worked out. */
  readonly logHead: LogHead
}

/** What a report says beside its figures. */
export interface ReportAbout {
  readonly language: Language
  readonly nodeName: string
  /** The nodes above it and itself. */
  readonly path: string
  readonly populationName: string
  readonly trainsInWords: string
  readonly conclusion: string
  /** Local civil time. */
  readonly generatedAt: Moment
  readonly build: string
  readonly targetFpmk?: number
}

/** What all sheets of a report share. */
export interface ReportContext {
  readonly t: ReportWords
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly period: string
  readonly rowOf: (row: number) => ReportRow | undefined
}

export function reportContext({ report, rows }: ReportData, about: ReportAbout): ReportContext {
  const t = wordsOfReports(about.language)
  const period = periodInWords(report.question.scope, t)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  return {
    t,
    language: about.language,
    period,
    title: t.reportTitle(report.question.kind, about.nodeName),
    subtitle: t.reportSubtitle(
      period,
      `${about.populationName} · ${t.partBasisName(report.question.scope.partBasis)}`,
      formatMoment(about.generatedAt),
    ),
    rowOf: (row) => byRow.get(row),
  }
}

export const periodInWords = ({ from, to }: Period, t: ReportWords): string =>
  to - from === 1 ? dateOfDay(from) : t.bookPeriodOf(dateOfDay(from), dateOfDay(to - 1))
