/** Failures, exposure and rate of each group with bounds, and its ratio to the reference. */
import { ChartFrame } from '../../charts/ChartFrame'
import { ForestChart, forestColour, type ForestItem } from '../../charts/ForestChart'
import { MarkTable } from '../../charts/MarkTable'
import { linearAxis } from '../../charts/scales'
import { formatCount, formatFigure, formatP } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { CompareShown, NamedGroup } from './CompareTab'
import { bounded, pAlone } from './groupCells'

export function GroupRatesFrame({ comparison, groups, reference, name, filter, onOpen }: CompareShown) {
  const { t, language } = useText()
  const { failures, exposureKm, by } = comparison
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number): string => formatFigure(value, language)
  const different = groups.filter(({ isDifferent }) => isDifferent).length
  const mean = failures / exposureKm
  const items = groups.map((group) => itemOf(group, t, language))
  const most = Math.max(
    perMillion(mean),
    ...items.flatMap(({ value, lower, upper }) => [value ?? 0, lower ?? 0, upper ?? 0]),
  )
  const table = <RatesTable {...{ groups, reference, onOpen }} />
  return (
    <ChartFrame
      title={`${name} — ${t.chartGroupRates}`}
      subtitle={`${t.compareSubtitle(count(failures), figure(inMillions(exposureKm)), t.comparedBy(by), reference)}${t.semicolon}${filter}`}
      notes={notesOn(comparison, t, language)}
      help="compareRates"
      empty={failures === 0 ? t.nodeHistoryEmpty : null}
      table={table}
    >
      <p className="chart-verdict">
        {different === 0
          ? t.compareNoVerdict(count(groups.length))
          : t.compareVerdict(count(different), count(groups.length))}
        {groups.length > 2 ? `${t.semicolon}${t.compareMany(count(groups.length))}` : ''}
      </p>
      <ForestChart
        label={t.chartGroupRates}
        items={items}
        axis={linearAxis(t.compareRateAxis, most, figure)}
        line={perMillion(mean)}
        legend={[
          { shape: 'dot', colour: forestColour(false), text: t.compareRateLegend },
          { shape: 'dash-dots', colour: 'var(--text-2)', text: t.compareMeanLegend(figure(perMillion(mean))) },
          ...(different === 0
            ? []
            : [{ shape: 'diamond' as const, colour: forestColour(true), text: t.compareDifferentLegend }]),
        ]}
        onOpen={onOpen}
      />
      {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figure-table group-table" role="region" aria-label={t.chartGroupRates} tabIndex={0}>
        {table}
      </div>
      <Beside comparison={comparison} onOpen={onOpen} />
    </ChartFrame>
  )
}

function RatesTable({ groups, reference, onOpen }: Pick<CompareShown, 'groups' | 'reference' | 'onOpen'>) {
  const { t, language } = useText()
  return (
    <MarkTable
      caption={t.chartGroupRates}
      nameHead={t.compareGroup}
      countHead={t.chartFailures}
      heads={[
        t.compareTrains,
        t.chartExposure,
        t.compareRate,
        t.compareRatio(reference),
        t.compareAdjusted,
        t.compareMtbf,
        t.compareShrunk,
      ]}
      onOpen={onOpen}
      rows={groups.map((group) => ({
        key: group.word,
        name: group.name,
        rows: group.rows,
        cells: cellsOf(group, t, language),
      }))}
    />
  )
}

function cellsOf(group: NamedGroup, t: Messages, language: Language): readonly string[] {
  const { trains, exposureKm, mtbf, adjustedP, shrunk, isDifferent } = group
  const figure = (value: number): string => formatFigure(value, language)
  const rate = (value: number | null): string => figure(perMillion(value ?? 0))
  return [
    trains === null ? '—' : formatCount(trains, language),
    figure(inMillions(exposureKm)),
    mtbf.status === 'estimated' ? bounded(rate(mtbf.rate), rate(mtbf.rateLower), rate(mtbf.rateUpper)) : '—',
    ratioWords(group, t, language),
    adjustedP === null ? '—' : `${pAlone(adjustedP, language)}${isDifferent ? `\n${t.compareDifferent}` : ''}`,
    mtbfWords(mtbf, language),
    rate(shrunk.rate),
  ]
}

function ratioWords({ ratio, isReference }: NamedGroup, t: Messages, language: Language): string {
  if (isReference) return t.compareIsReference
  if (ratio === null) return '—'
  const figure = (value: number | null): string => (value === null ? '∞' : formatFigure(value, language))
  return bounded(figure(ratio.ratio), figure(ratio.lower), figure(ratio.upper))
}

function mtbfWords(mtbf: NamedGroup['mtbf'], language: Language): string {
  if (mtbf.status !== 'estimated') return '—'
  const thousands = (km: number | null): string => (km === null ? '∞' : formatFigure(km / 1000, language))
  return mtbf.mtbf === null
    ? `≥ ${thousands(mtbf.lower)}`
    : bounded(thousands(mtbf.mtbf), thousands(mtbf.lower), thousands(mtbf.upper))
}

function itemOf(group: NamedGroup, t: Messages, language: Language): ForestItem {
  const { word, name, rows, exposureKm, mtbf, isDifferent } = group
  const figure = (value: number): string => formatFigure(value, language)
  const rate = perMillion(rows.length / exposureKm)
  const isEstimated = mtbf.status === 'estimated'
  return {
    key: word,
    name,
    value: rate,
    lower: isEstimated ? perMillion(mtbf.rateLower ?? 0) : null,
    upper: isEstimated ? perMillion(mtbf.rateUpper) : null,
    isSignal: isDifferent,
    label: t.compareRateMark(name, formatCount(rows.length, language), figure(rate)),
    tip: [
      t.chartOfThese(formatCount(rows.length, language)),
      ...(isEstimated ? [t.boundsOf(figure(perMillion(mtbf.rateLower ?? 0)), figure(perMillion(mtbf.rateUpper)))] : []),
      ...(group.ratio === null ? [] : [t.compareRatioTip(ratioWords(group, t, language).replace('\n', ' '))]),
      ...(group.adjustedP === null ? [] : [`${t.compareAdjusted} ${formatP(group.adjustedP, language)}`]),
    ],
    rows,
  }
}

/** What to beware of before groups are called different. */
function notesOn({ scatter, groups }: CompareShown['comparison'], t: Messages, language: Language): readonly string[] {
  return [
    ...(scatter?.isBeyondChance === true
      ? [t.compareScattered(formatFigure(scatter.ratio, language), formatP(scatter.p, language))]
      : []),
    ...(groups.every(({ trains }) => trains === null) ? [t.compareNotTrains] : []),
  ]
}

/** Failures that are in no rate, each with its door. */
function Beside({ comparison, onOpen }: Pick<CompareShown, 'comparison' | 'onOpen'>) {
  const { t, language } = useText()
  const { withoutDistance, unplaced, unplacedKm } = comparison
  const doors = [
    { rows: withoutDistance, words: t.compareWithoutDistance(formatCount(withoutDistance.length, language)) },
    { rows: unplaced, words: t.compareUnplaced(formatCount(unplaced.length, language)) },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <>
      {doors.map(({ rows, words }) => (
        <p key={words} className="small">
          <button type="button" className="kpi-link" onClick={() => onOpen({ label: words, rows })}>
            {words}
          </button>
        </p>
      ))}
      {unplacedKm > 0 ? (
        <p className="small muted">{t.compareUnplacedKm(formatFigure(inMillions(unplacedKm), language))}</p>
      ) : null}
    </>
  )
}
