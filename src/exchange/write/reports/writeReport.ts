import { isOneOf } from '../../../domain/closedSet'
import { REPORT_KINDS, type ReportPart } from '../../../metrics/reports/reportKinds'
import type { Sheet } from '../ooxml/workbook'
import { writeXlsx } from '../ooxml/writeXlsx'
import { ledgerSheet } from '../writeFailureLedger'
import { agesSheet, mtbfSheet, paretoSheets, ramSheet, vehicleTypesSheet } from './breakdownSheets'
import { contractSheet } from './contractSheet'
import { onPaper } from './onPaper'
import { coverSheet, figuresSheet } from './frontSheets'
import { definitionsSheet, parametersSheet } from './lastSheets'
import { excludedSheet, failuresSheet, notableSheet, openSheet, repeatsSheet, sitesSheet } from './listSheets'
import { costsSheet, custodySheet } from './partsSheets'
import { reportContext, type ReportAbout, type ReportContext, type ReportData } from './reportContext'
import { improvementsSheet, lessonsSheet, sparesSheet } from './yearSheets'
import { ageingSheet, trendSheet } from './timeSheets'

type Builder = (
  data: ReportData,
  about: ReportAbout,
  context: ReportContext,
  sheets: readonly Sheet[],
) => readonly Sheet[]

/** One entry per part; the parameters come after the sheets they check, and the cover is made of the drawn ones. */
const BUILDERS: Readonly<Record<ReportPart, Builder>> = {
  cover: (data, about, context, sheets) => [coverSheet(data, about, context, sheets)],
  figures: (data, about, context) => [figuresSheet(data, about, context)],
  vehicleTypes: (data, _, context) => [vehicleTypesSheet(data, context)],
  ram: (data, _, context) => [ramSheet(data, context)],
  contract: (data, _, context) => [contractSheet(data, context)],
  ages: (data, _, context) => [agesSheet(data, context)],
  pareto: (data, _, context) => paretoSheets(data, context),
  mtbf: (data, _, context) => [mtbfSheet(data, context)],
  trend: (data, _, context) => [trendSheet(data, context)],
  ageing: (data, _, context) => [ageingSheet(data, context)],
  open: (data, _, context) => [openSheet(data, context)],
  notable: (data, _, context) => [notableSheet(data, context)],
  // The pictures lie on the sheet of the events they show.
  photos: () => [],
  custody: (data, _, context) => [custodySheet(data, context)],
  costs: (data, _, context) => [costsSheet(data, context)],
  spares: (data, _, context) => [sparesSheet(data, context)],
  improvements: (data, _, context) => [improvementsSheet(data, context)],
  lessons: (data, _, context) => [lessonsSheet(data, context)],
  repeats: (data, _, context) => [repeatsSheet(data, context)],
  excluded: (data, _, context) => [excludedSheet(data, context)],
  sites: (data, _, context) => [sitesSheet(data, context)],
  failures: (data, _, context) => [failuresSheet(data, context)],
  ledger: ({ ledger, report }, about, { t, period }) =>
    ledger === undefined
      ? []
      : [
          {
            ...ledgerSheet(ledger.rows, {
              ...about,
              codes: ledger.codes,
              company: ledger.company ?? {},
              filterInWords: [
                about.nodeName,
                period,
                about.populationName,
                t.partBasisName(report.question.scope.partBasis),
              ].join(' · '),
            }),
            name: t.reportSheet('ledger'),
          },
        ],
  parameters: (data, about, context, sheets) => [parametersSheet(data, about, sheets, context)],
  definitions: (data, _, context) => [definitionsSheet(data, context)],
}

/** Drawings of these parts stand on the cover, the trend first on paper as on the screen. */
const ON_COVER = ['trend', 'pareto', 'ageing'] as const satisfies readonly ReportPart[]

/**
 * A report as a workbook with live charts: facts are values, dates are dates, and a few rows count the sheets again by formula.
 * @returns bytes of an .xlsx file; the same report and words always give the same bytes
 */
export function writeReport(data: ReportData, about: ReportAbout): Uint8Array {
  const context = reportContext(data, about)
  const sheets: Sheet[] = []
  const drawn = new Map<ReportPart, readonly Sheet[]>()
  const [, ...parts] = REPORT_KINDS[data.report.question.kind].parts
  for (const part of parts) {
    const built = BUILDERS[part](data, about, context, sheets)
    if (isOneOf(ON_COVER, part)) drawn.set(part, built)
    sheets.push(...built.map((sheet) => onPaper(sheet, part, context)))
  }
  sheets.unshift(
    ...BUILDERS.cover(
      data,
      about,
      context,
      ON_COVER.flatMap((part) => drawn.get(part) ?? []),
    ),
  )
  return writeXlsx({
    title: context.title,
    creator: context.t.bookProgram(about.build),
    createdAt: about.generatedAt,
    recalculate: true,
    sheets,
  })
}
