/** What a report says, as it will be handed out: on the screen before export, and on paper. */
import { ParetoChart } from '../../charts/ParetoChart'
import { ParetoTable } from '../../charts/ParetoTable'
import { ChartFrame } from '../../charts/ChartFrame'
import { TrendChart } from '../../charts/TrendChart'
import { TrendTable } from '../../charts/TrendTable'
import type { OnOpen } from '../../charts/openedMark'
import { figureLines, type FigureLine } from '../../exchange/write/reports/figureLines'
import { periodInWords } from '../../exchange/write/reports/reportContext'
import { reportHighlights, sitesLine } from '../../exchange/write/reports/reportHighlights'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import { wordsOfReports, type ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { Report } from '../../metrics/reports/report'
import { partField } from '../../metrics/partBasis'
import { REPORT_KINDS, type ReportPart } from '../../metrics/reports/reportKinds'
import { useText } from '../../ui/LanguageContext'
import type { ReportNames } from './useReportNames'
import { ContractLines } from './ContractLines'
import { CostLines } from './CostLines'
import { CustodyLines } from './CustodyLines'
import { PhotoLines } from './PhotoLines'
import { RateLines } from './RateLines'
import { SpareLines, YearWorkLines } from './YearLines'
import { FailureLines } from './FailureLines'
import './reports.css'

const CHILDREN = 15
/** Failures listed on the screen and on paper; the workbook has all. */
const LISTED = 10
const LISTED_DAILY = 50

interface Props {
  readonly report: Report
  readonly names: ReportNames
  readonly onOpen: OnOpen
}

export function ReportBody({ report, names, onOpen }: Props) {
  const { language, t: words } = useText()
  const t = wordsOfReports(language)
  const parts: readonly ReportPart[] = REPORT_KINDS[report.question.kind].parts
  const has = (part: ReportPart): boolean => parts.includes(part)
  const part = partField(report.question.scope.partBasis)
  const period = periodInWords(report.question.scope, t)
  const subtitle =
    [t.bookPeriod, period].join(language === 'zh' ? '：' : ': ') +
    words.semicolon +
    names.populationName +
    words.semicolon +
    t.partBasisName(report.question.scope.partBasis)
  return (
    <>
      <section className="card card-pad stack report-part">
        <h3>{t.reportHighlights}</h3>
        <ul className="report-highlights">
          {reportHighlights(report, t, language).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {has('sites') ? (
          <p
            className={report.sites.some(({ verdict }) => verdict === 'missing') ? 'note warn' : 'note'}
            data-part="sites"
          >
            <strong>{sitesLine(report, t)}</strong>
            <br />
            <span className="small">{t.reportSitesRule}</span>
          </p>
        ) : null}
      </section>
      <section className="card card-pad stack report-part">
        <h3>{t.reportSheet('figures')}</h3>
        <FigureLines
          lines={figureLines(report, t, language, names.targetFpmk)}
          t={t}
          language={language}
          onOpen={onOpen}
        />
      </section>
      {report.contract === null ? null : (
        <ContractLines contract={report.contract} t={t} language={language} onOpen={onOpen} />
      )}
      {has('ram') ? (
        <RateLines
          title={t.reportSheet('ram')}
          rule={t.reportRamRule}
          group={t.reportRamCategory}
          kmName={t.reportKm}
          lines={report.ram.map(({ category, rows, trainKm, mtbf }) => ({
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
      {report.ages === null ? null : (
        <RateLines
          title={t.reportSheet('ages')}
          rule={t.reportAgesRule(report.ages.unknown)}
          group={t.reportServiceYear}
          kmName={t.bookPartKm}
          lines={report.ages.lines.map(({ year, rows, exposureKm, mtbf }) => ({
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
      {has('pareto') ? (
        <div className="report-charts">
          {(['child', 'symptomCode'] as const).map((dimension) => (
            <ChartFrame
              key={dimension}
              title={t.reportSheet(dimension)}
              subtitle={subtitle}
              help="pareto"
              empty={report.now.counted.length === 0 ? t.reportNone : null}
              table={<ParetoTable label={t.reportSheet(dimension)} bars={report.paretos[dimension]} onOpen={onOpen} />}
            >
              <ParetoChart label={t.reportSheet(dimension)} bars={report.paretos[dimension]} onOpen={onOpen} />
            </ChartFrame>
          ))}
        </div>
      ) : null}
      {has('trend') ? (
        <ChartFrame
          title={t.reportChartTrend}
          subtitle={subtitle}
          help="trend"
          empty={report.trend.points.length === 0 ? t.reportNotRecorded : null}
          table={
            <TrendTable
              label={t.reportChartTrend}
              months={report.trend.points}
              chart={report.trend.chart}
              onOpen={onOpen}
            />
          }
        >
          <TrendChart
            label={t.reportChartTrend}
            months={report.trend.points}
            chart={report.trend.chart}
            onOpen={onOpen}
          />
        </ChartFrame>
      ) : null}
      {has('mtbf') ? <Children report={report} t={t} language={language} /> : null}
      {report.question.kind === 'daily' ? (
        <FailureLines
          part={part}
          title={t.reportSheet('failures')}
          rows={report.failures}
          most={LISTED_DAILY}
          t={t}
          onOpen={onOpen}
        />
      ) : null}
      {has('notable') ? (
        <FailureLines
          part={part}
          title={t.reportSheet('notable')}
          rows={report.notable}
          most={LISTED}
          t={t}
          onOpen={onOpen}
          remark={t.reportNotableRule}
        />
      ) : null}
      {report.photos === null ? null : <PhotoLines photos={report.photos} part={part} t={t} language={language} />}
      {report.custody === null ? null : <CustodyLines custody={report.custody} t={t} language={language} />}
      {report.costs === null ? null : <CostLines costs={report.costs} t={t} language={language} />}
      {report.spares === null ? null : <SpareLines spares={report.spares} t={t} language={language} onOpen={onOpen} />}
      {report.work === null ? null : <YearWorkLines work={report.work} t={t} language={language} />}
      {has('ageing') ? <AgeingBars report={report} t={t} language={language} onOpen={onOpen} /> : null}
    </>
  )
}

function FigureLines({
  lines,
  t,
  language,
  onOpen,
}: {
  readonly lines: readonly FigureLine[]
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}) {
  const shown = (value: number | null | undefined, as: FigureLine['as']): string =>
    value === undefined
      ? ''
      : value === null
        ? '—'
        : as === 'count'
          ? formatCount(value, language)
          : as === 'share'
            ? formatShare(value, language)
            : formatFigure(value, language)
  return (
    // It scrolls sideways on a phone, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" role="region" aria-label={t.reportSheet('figures')} tabIndex={0}>
      <table className="table report-figures">
        <thead>
          <tr>
            <th scope="col">{t.bookFigure}</th>
            <th scope="col">{t.bookUnit}</th>
            <th scope="col" className="number">
              {t.reportNow}
            </th>
            <th scope="col" className="number">
              {t.reportBefore}
            </th>
            <th scope="col" className="number">
              {t.reportYearBefore}
            </th>
            <th scope="col" className="number">
              {t.reportThisYear}
            </th>
            <th scope="col">{t.bookRemark}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, isDetail, unit, as, now, before, yearBefore, thisYear, remark = '', rows }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the lines are in a fixed order and a label may come twice
            <tr key={`${label}${at}`}>
              <th scope="row" className={isDetail ? 'detail' : undefined}>
                {label}
              </th>
              <td className="small muted">{unit}</td>
              <td className="number strong">
                {rows === undefined || rows.length === 0 ? (
                  shown(now, as)
                ) : (
                  <button
                    type="button"
                    className="kpi-link"
                    aria-label={`${label}: ${shown(now, as)}`}
                    onClick={() => onOpen({ label, rows })}
                  >
                    {shown(now, as)}
                  </button>
                )}
              </td>
              <td className="number">{shown(before, as)}</td>
              <td className="number">{shown(yearBefore, as)}</td>
              <td className="number">{shown(thisYear, as)}</td>
              <td className="small">{remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Children({
  report,
  t,
  language,
}: {
  readonly report: Report
  readonly t: ReportWords
  readonly language: Language
}) {
  const figure = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  return (
    <section className="card card-pad stack report-part">
      <h3>{t.reportChartMtbf}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone, so the keyboard must reach it */}
      <div className="scroll-x" role="region" aria-label={t.reportChartMtbf} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.reportPart}</th>
              <th scope="col" className="number">
                {t.chartFailures}
              </th>
              <th scope="col" className="number">
                {t.reportBefore}
              </th>
              <th scope="col" className="number">
                {t.reportYearBefore}
              </th>
              <th scope="col" className="number">
                {t.bookMdbfLower}
              </th>
              <th scope="col" className="number">
                {t.bookMdbf}
              </th>
              <th scope="col" className="number">
                {t.bookMdbfUpper}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.children.slice(0, CHILDREN).map(({ nodeId, label, rows, before, yearBefore, mtbf }) => (
              <tr key={nodeId}>
                <th scope="row">{label}</th>
                <td className="number">{formatCount(rows.length, language)}</td>
                <td className="number">{formatCount(before, language)}</td>
                <td className="number">{formatCount(yearBefore, language)}</td>
                <td className="number">{mtbf.status === 'estimated' ? figure(mtbf.lower) : '—'}</td>
                <td className="number strong">{mtbf.status === 'estimated' ? figure(mtbf.mtbf) : '—'}</td>
                <td className="number">{mtbf.status === 'estimated' ? figure(mtbf.upper) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const AGE_LOOKS = ['age-1', 'age-2', 'age-3', 'age-4'] as const

/** Open failures by state; the pieces of a bar are its age classes, and each says its number. */
function AgeingBars({
  report,
  t,
  language,
  onOpen,
}: {
  readonly report: Report
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}) {
  const { ageing } = report
  const most = Math.max(1, ...ageing.states.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0)))
  const ages = t.reportAges.split('|')
  const states = ageing.states.filter(({ counts }) => counts.some((n) => n > 0))
  return (
    <section className="card card-pad stack report-part">
      <div className="spread">
        <h3>{t.reportChartAgeing}</h3>
        {ageing.open.length === 0 ? null : (
          <button
            type="button"
            className="kpi-link no-print"
            onClick={() => onOpen({ label: t.reportSheet('open'), rows: ageing.open })}
          >
            {t.reportOpen} {formatCount(ageing.open.length, language)}
          </button>
        )}
      </div>
      {states.length === 0 ? (
        <p className="muted">{t.reportNone}</p>
      ) : (
        <>
          <ul className="ageing-legend">
            {ages.map((age, at) => (
              <li key={age}>
                <span className={`ageing-piece ${AGE_LOOKS[at] ?? ''}`} aria-hidden />
                {age}
              </li>
            ))}
          </ul>
          <ul className="ageing">
            {states.map(({ state, label, counts }) => (
              <li key={state}>
                <span>{state === 'closed-since' ? t.reportOpenSince : label}</span>
                <span className="ageing-bar">
                  {counts.map((n, at) =>
                    n === 0 ? null : (
                      <span
                        key={ages[at]}
                        className={`ageing-piece ${AGE_LOOKS[at] ?? ''}`}
                        style={{ width: `${(n / most) * 100}%` }}
                      >
                        <span className="visually-hidden">{ages[at]}: </span>
                        {formatCount(n, language)}
                      </span>
                    ),
                  )}
                </span>
                <span className="number">
                  {formatCount(
                    counts.reduce((sum, n) => sum + n, 0),
                    language,
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
