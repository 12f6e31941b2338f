/** What a report says, as it will be handed out: on the screen before export, and on paper. */
import { COLON } from '../../i18n/inLanguage'
import { ChartFrame } from '../../charts/ChartFrame'
import type { OnOpen } from '../../charts/openedMark'
import { ParetoChart } from '../../charts/ParetoChart'
import { ParetoTable } from '../../charts/ParetoTable'
import { TrendChart } from '../../charts/TrendChart'
import { TrendTable } from '../../charts/TrendTable'
import { figureLines } from '../../exchange/write/reports/figureLines'
import { periodInWords } from '../../exchange/write/reports/reportContext'
import { reportHighlights, sitesLine } from '../../exchange/write/reports/reportHighlights'
import { wordsOfReports, type ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import { partField } from '../../metrics/partBasis'
import type { Report } from '../../metrics/reports/report'
import { hasPart } from '../../metrics/reports/reportKinds'
import { useText } from '../../ui/LanguageContext'
import { AgeingBars } from './AgeingBars'
import { ChildLines } from './ChildLines'
import { ContractLines } from './ContractLines'
import { CostLines } from './CostLines'
import { CustodyLines } from './CustodyLines'
import { FailureLines } from './FailureLines'
import { FigureLines } from './FigureLines'
import { PhotoLines } from './PhotoLines'
import { RateLines } from './RateLines'
import { SpareLines } from './SpareLines'
import type { ReportNames } from './useReportNames'
import { YearWorkLines } from './YearWorkLines'
import './reports.css'

/** Failures listed on the screen and on paper; the workbook has all. */
const LISTED = 10
const LISTED_DAILY = 50

interface Props {
  readonly report: Report
  readonly names: ReportNames
  readonly onOpen: OnOpen
  /** On paper the charts stand on the first page, two beside each other, and the long tables follow. */
  readonly isPaper?: boolean
}

/** What every part of the report needs. */
interface PartProps {
  readonly report: Report
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}

export function ReportBody({ report, names, onOpen, isPaper = false }: Props) {
  const { language, t: words } = useText()
  const t = wordsOfReports(language)
  const { scope } = report.question
  const subtitle = [
    [t.bookPeriod, periodInWords(scope, t)].join(COLON[language]),
    names.populationName,
    t.partBasisName(scope.partBasis),
  ].join(words.semicolon)
  const shared = { report, t, language, onOpen }
  const ageing = hasPart(report.question.kind, 'ageing') ? (
    <AgeingBars ageing={report.ageing} t={t} language={language} onOpen={onOpen} />
  ) : null
  return (
    <>
      <Highlights {...shared} isPaper={isPaper} />
      {isPaper ? (
        <>
          <div className="paper-charts">
            <Charts {...shared} subtitle={subtitle} />
            {ageing}
          </div>
          <Sites report={report} t={t} language={language} />
        </>
      ) : null}
      <section className="card card-pad stack report-part">
        <h3>{t.reportSheet('figures')}</h3>
        <FigureLines
          lines={figureLines(report, t, language, names.targetFpmk)}
          t={t}
          language={language}
          onOpen={onOpen}
        />
      </section>
      <RateParts {...shared} />
      {isPaper ? null : <Charts {...shared} subtitle={subtitle} />}
      {hasPart(report.question.kind, 'mtbf') ? <ChildLines report={report} t={t} language={language} /> : null}
      <FailureParts {...shared} />
      <RecordParts {...shared} />
      {isPaper ? null : ageing}
    </>
  )
}

/** What a reader should know first; on the screen with the sites that may not have reported. */
function Highlights({ report, t, language, isPaper }: PartProps & { readonly isPaper: boolean }) {
  return (
    <section className="card card-pad stack report-part">
      <h3>{t.reportHighlights}</h3>
      <ul className="report-highlights">
        {reportHighlights(report, t, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {isPaper ? null : <Sites report={report} t={t} language={language} />}
    </section>
  )
}

/** Which sites may not have reported, and by which rule. */
function Sites({ report, t, language }: Omit<PartProps, 'onOpen'>) {
  if (!hasPart(report.question.kind, 'sites')) return null
  const isSiteMissing = report.sites.some(({ verdict }) => verdict === 'missing')
  return (
    <p className={isSiteMissing ? 'note warn' : 'note'} data-part="sites">
      <strong>{sitesLine(report, t, language)}</strong>
      <br />
      <span className="small sites-rule">{t.reportSitesRule}</span>
    </p>
  )
}

/** Failures over distance: against the contract, by category, by year of service. */
function RateParts({ report, t, language, onOpen }: PartProps) {
  const { contract, ram, ages } = report
  return (
    <>
      {contract === null ? null : <ContractLines contract={contract} t={t} language={language} onOpen={onOpen} />}
      {hasPart(report.question.kind, 'ram') ? (
        <RateLines
          title={t.reportSheet('ram')}
          rule={t.reportRamRule}
          group={t.reportRamCategory}
          kmName={t.reportKm}
          lines={ram.map(({ category, rows, trainKm, mtbf }) => ({
            label: t.reportRam(category),
            rows,
            km: trainKm,
            mtbf,
          }))}
          t={t}
          language={language}
          onOpen={onOpen}
        />
      ) : null}
      {ages === null ? null : (
        <RateLines
          title={t.reportSheet('ages')}
          rule={t.reportAgesRule(ages.unknown)}
          group={t.reportServiceYear}
          kmName={t.bookPartKm}
          lines={ages.lines.map(({ year, rows, exposureKm, mtbf }) => ({
            label: String(year),
            rows,
            km: exposureKm,
            mtbf,
          }))}
          t={t}
          language={language}
          onOpen={onOpen}
        />
      )}
    </>
  )
}

function Charts({ report, t, onOpen, subtitle }: PartProps & { readonly subtitle: string }) {
  const { kind } = report.question
  const trend = { label: t.reportChartTrend, months: report.trend.points, chart: report.trend.chart, onOpen }
  return (
    <>
      {hasPart(kind, 'pareto') ? (
        <div className="report-charts">
          {(['child', 'symptomCode'] as const).map((dimension) => {
            const pareto = { label: t.reportSheet(dimension), bars: report.paretos[dimension], onOpen }
            return (
              <ChartFrame
                key={dimension}
                title={t.reportSheet(dimension)}
                subtitle={subtitle}
                help="pareto"
                empty={report.now.counted.length === 0 ? t.reportNone : null}
                table={<ParetoTable {...pareto} />}
              >
                <ParetoChart {...pareto} />
              </ChartFrame>
            )
          })}
        </div>
      ) : null}
      {hasPart(kind, 'trend') ? (
        <ChartFrame
          title={t.reportChartTrend}
          subtitle={subtitle}
          help="trend"
          empty={report.trend.points.length === 0 ? t.reportNotRecorded : null}
          table={<TrendTable {...trend} />}
        >
          <TrendChart {...trend} />
        </ChartFrame>
      ) : null}
    </>
  )
}

/** Failures in their own words: all of a day, or the notable ones. */
function FailureParts({ report, t, onOpen }: PartProps) {
  const { kind, scope } = report.question
  const shared = { part: partField(scope.partBasis), t, onOpen }
  return (
    <>
      {kind === 'daily' ? (
        <FailureLines {...shared} title={t.reportSheet('failures')} rows={report.failures} most={LISTED_DAILY} />
      ) : null}
      {hasPart(kind, 'notable') ? (
        <FailureLines
          {...shared}
          title={t.reportSheet('notable')}
          rows={report.notable}
          most={LISTED}
          remark={t.reportNotableRule}
        />
      ) : null}
    </>
  )
}

/** What other records tell: photos, parts that are out, costs, stock, the work of the year. */
function RecordParts({ report, t, language, onOpen }: PartProps) {
  const { photos, custody, costs, spares, work } = report
  const part = partField(report.question.scope.partBasis)
  return (
    <>
      {photos === null ? null : <PhotoLines photos={photos} part={part} t={t} language={language} />}
      {custody === null ? null : <CustodyLines custody={custody} t={t} language={language} />}
      {costs === null ? null : <CostLines costs={costs} t={t} language={language} />}
      {spares === null ? null : <SpareLines spares={spares} t={t} language={language} onOpen={onOpen} />}
      {work === null ? null : <YearWorkLines work={work} t={t} language={language} />}
    </>
  )
}
