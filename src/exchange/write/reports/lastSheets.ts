/** The last sheets of a report: with what parameters it was made, counts that anybody can check, and what the words mean. */
import { dateOfDay } from '../../../domain/moment'
import { formatMoment, formatShare } from '../../../i18n/format'
import { HELP, type HelpTopic } from '../../../reliability/help'
import { hasPart } from '../../../metrics/reports/reportKinds'
import { RATE_CONFIDENCE } from '../../../metrics/reports/spareLines'
import { CONFIDENCE } from '../../../metrics/nodeFigures'
import { columnCells, count, text } from '../ooxml/tableSheet'
import type { Row, Sheet } from '../ooxml/workbook'
import type { ReportAbout, ReportContext, ReportData } from './reportContext'

/** A number the report states, and a formula that finds it again in its sheets. */
interface Check {
  readonly name: string
  readonly value: number
  readonly formula: string
}

function checksOf({ report }: ReportData, sheets: readonly Sheet[], { t }: ReportContext): readonly Check[] {
  const sheet = (part: string): Sheet | undefined => sheets.find(({ name }) => name === t.reportSheet(part))
  const check = (name: string, part: string, value: number, formula: (of: Sheet) => string): readonly Check[] => {
    const found = sheet(part)
    return found === undefined ? [] : [{ name, value, formula: formula(found) }]
  }
  return [
    ...check(t.reportCheckList, 'failures', report.now.counted.length, (of) => `COUNT(${columnCells(of, 0)})`),
    ...check(t.reportCheckPareto, 'child', report.now.counted.length, (of) => `SUM(${columnCells(of, 1)})`),
    ...check(
      t.reportCheckShare,
      'child',
      report.now.counted.length === 0 ? 0 : 1,
      (of) => `ROUND(SUM(${columnCells(of, 2)}),9)`,
    ),
    ...check(t.reportCheckAgeing, 'ageing', report.ageing.open.length, (of) => `SUM(${columnCells(of, 5)})`),
  ]
}

export function parametersSheet(
  data: ReportData,
  about: ReportAbout,
  sheets: readonly Sheet[],
  context: ReportContext,
): Sheet {
  const { t, language, title, period } = context
  const { report, inputsHash, logHead } = data
  const facts: readonly (readonly [string, string])[] = [
    [t.reportKindName, t.reportKind(report.question.kind)],
    [t.bookNode, about.path],
    [t.bookPeriod, period],
    [t.bookPopulation, about.populationName],
    [t.partBasis, t.partBasisName(report.question.scope.partBasis)],
    [t.bookTrains, about.trainsInWords],
    [t.reportConfidence, formatShare(CONFIDENCE, language)],
    [t.bookRepeatDefinition, t.reportRepeatRule],
    [t.reportRhythm, t.reportSitesRule],
    [t.reportRecords, t.bookPeriodOf(dateOfDay(report.recorded.from), dateOfDay(report.recorded.to - 1))],
    [t.reportDataUntil, dateOfDay(report.question.today)],
    [t.bookGenerated, formatMoment(about.generatedAt)],
    [t.bookBuild, about.build],
    [t.reportHash, `${inputsHash}\n${t.reportHashWhy}`],
    [t.reportLogHead, `${t.reportLogHeadOf(logHead.deviceCode, logHead.entries, logHead.hash)}\n${t.reportLogHeadWhy}`],
  ]
  const factRows = facts.map(([label, value]): Row => [text(label, 'label'), text(value, 'wrapped')])
  const first = factRows.length + 5
  const checks = checksOf(data, sheets, context).map(({ name, value, formula }, at): Row => [
    undefined,
    text(name, 'wrapped'),
    count(value),
    { value: value, style: 'count', formula },
    { value: '', style: 'centered', formula: `IF(C${first + at}=D${first + at},"✓","✗")` },
  ])
  return {
    name: t.reportSheet('parameters'),
    widths: [26, 90, 14, 14, 12],
    rows: [
      [text(title, 'title')],
      [],
      ...factRows,
      [],
      [
        text(t.reportCheck, 'label'),
        undefined,
        text(t.reportCheckValue, 'header'),
        text(t.reportCheckFormula, 'header'),
        text(t.reportCheckVerdict, 'header'),
      ],
      ...checks,
    ],
    print: { paper: 'A4', landscape: true, header: title },
  }
}

export function definitionsSheet(
  {
    report: {
      question: {
        kind,
        scope: { partBasis },
      },
    },
  }: ReportData,
  { t, language, title }: ReportContext,
): Sheet {
  const of = (topic: HelpTopic): string =>
    `${HELP[topic][language].formula} ${HELP[topic][language].assumptions} ${HELP[topic][language].whenNot}`
  const definitions: readonly (readonly [string, string])[] = [
    [t.partBasisName(partBasis), t.partBasisWhy(partBasis)],
    [t.bookPartKm, t.bookPartKmWhy],
    [t.bookCoverage, t.bookCoverageWhy],
    [t.bookFpmk, 'n ÷ T × 10⁶'],
    [t.bookMdbf, of('mtbf')],
    [t.reportSheet('child'), of('pareto')],
    [t.reportSheet('trend'), of('trend')],
    [
      t.reportRepeats,
      `${t.reportRepeatRule} ${HELP.recurrence[language].assumptions} ${HELP.recurrence[language].whenNot}`,
    ],
    [t.reportSheet('sites'), t.reportSitesRule],
    [t.reportSheet('notable'), t.reportNotableRule],
    ...(hasPart(kind, 'contract') ? [[t.reportSheet('contract'), t.contractRule] as const] : []),
    ...(hasPart(kind, 'custody')
      ? [[t.turnTitle, `${t.turnRule} ${t.nffBench}: ${t.nffBenchRule}. ${t.nffField}: ${t.nffFieldRule}.`] as const]
      : []),
    ...(hasPart(kind, 'costs') ? [[t.reportSheet('costs'), t.costsRule] as const] : []),
    ...(hasPart(kind, 'spares')
      ? [[t.reportSheet('spares'), t.sparesRule(formatShare(RATE_CONFIDENCE, language))] as const]
      : []),
    ...(hasPart(kind, 'ageing') ? [[t.reportOnTimeShare, t.reportOnTimeRule] as const] : []),
    ...(kind === 'monthly' ? [[t.reportNotKept, t.reportNotKeptWhy] as const] : []),
  ]
  return {
    name: t.reportSheet('definitions'),
    widths: [30, 120],
    rows: [
      [text(title, 'title')],
      [],
      ...definitions.map(([label, words]): Row => [text(label, 'label'), text(words, 'wrapped')]),
    ],
    print: { paper: 'A4', landscape: true, header: title },
  }
}
