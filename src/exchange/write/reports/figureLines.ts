/** The figures of a report as lines: this period, the one before, a year earlier and the year so far. */
import type { MtbfEstimate } from '../../../reliability/mtbf'
import { REASONS } from '../../../reliability/reasons'
import type { ReportWords } from '../../../i18n/reports'
import { formatCount, formatShare } from '../../../i18n/format'
import type { Language } from '../../../i18n/translation'
import { MET_CONFIDENCE, metTarget, targetKmOf } from '../../../metrics/metTarget'
import { onTimeShare, type OnTimeClosure } from '../../../metrics/reports/onTimeClosure'
import type { PeriodFigures } from '../../../metrics/reports/periodFigures'
import type { Report } from '../../../metrics/reports/report'
import { ratioInWords } from './reportHighlights'
import { perMillion } from '../../../reliability/perMillion'

export interface FigureLine {
  readonly label: string
  /** Part of the figure above it. */
  readonly isDetail?: true
  readonly unit: string
  readonly as: 'count' | 'figure' | 'share'
  /** Null where it could not be worked out; undefined where it is not asked. */
  readonly now: number | null | undefined
  readonly before?: number | null
  readonly yearBefore?: number | null
  readonly thisYear?: number | null
  readonly remark?: string
  /** The failures this period's number stands for. */
  readonly rows?: Uint32Array
}

type LineOf = (
  label: string,
  unit: string,
  as: FigureLine['as'],
  of: (figures: PeriodFigures) => number | null,
  more?: Partial<FigureLine>,
) => FigureLine

/** A line over all four periods; of one without records nothing is said. */
const linesOver =
  ({ now, before, yearBefore, thisYear }: Report): LineOf =>
  (label, unit, as, of, more = {}) => {
    const past = (figures: PeriodFigures): number | null => (figures.isRecorded ? of(figures) : null)
    return {
      label,
      unit,
      as,
      now: of(now),
      before: past(before),
      yearBefore: past(yearBefore),
      thisYear: past(thisYear),
      ...more,
    }
  }

/** A line of this period alone. */
const only = (
  label: string,
  unit: string,
  as: FigureLine['as'],
  value: number | null,
  more: Partial<FigureLine> = {},
): FigureLine => ({ label, unit, as, now: value, ...more })

export function figureLines(
  report: Report,
  t: ReportWords,
  language: Language,
  targetFpmk?: number,
): readonly FigureLine[] {
  const line = linesOver(report)
  return [
    ...countedLines(report, t, line),
    ...serviceLines(report, t, line),
    ...distanceLines(report, t, line),
    ...rateLines(report, t, language, line),
    ...(targetFpmk === undefined
      ? []
      : [
          only(t.bookTarget, t.bookUnitRate, 'figure', targetFpmk, {
            remark: targetVerdict(report.now, targetKmOf(targetFpmk, report.quantity), t, language),
          }),
        ]),
    ...closingLines(report, t, line),
    ...(report.onTime === null ? [] : onTimeLines(report.onTime, t, language)),
    ...openLines(report, t),
    ...repeatLines(report, t),
  ]
}

/** Failures that count, by who is responsible for them, and those that do not, by why. */
function countedLines(report: Report, t: ReportWords, line: LineOf): readonly FigureLine[] {
  const { now, before, yearBefore, undated, responsibility } = report
  const unit = t.bookUnitFailures
  const unrecorded = [before, yearBefore].some(({ isRecorded }) => !isRecorded)
    ? `${t.reportBefore}/${t.reportYearBefore}: ${t.reportNotRecorded}`
    : ''
  const excluded = (of: PeriodFigures): number =>
    Object.values(of.excluded).reduce((sum, rows) => sum + (rows?.length ?? 0), 0)
  return [
    line(t.bookCounted, unit, 'count', ({ counted }) => counted.length, { remark: unrecorded, rows: now.counted }),
    ...(undated > 0 ? [only(t.bookUndated, unit, 'count', undated, { isDetail: true, remark: t.bookUndatedWhy })] : []),
    ...responsibility.map(({ label, rows }) =>
      only(t.reportResponsibility(label === '' ? t.reportNotJudged : label), unit, 'count', rows.length, {
        isDetail: true,
        rows,
      }),
    ),
    line(t.bookExcluded, unit, 'count', excluded),
    ...Object.entries(now.excluded)
      .filter(([, rows]) => (rows?.length ?? 0) > 0)
      .map(([reason, rows]) =>
        only(t.bookExcludedWhy(reason), unit, 'count', rows?.length ?? 0, {
          isDetail: true,
          ...(rows === undefined ? {} : { rows }),
        }),
      ),
  ]
}

/** What the failures did to service. */
function serviceLines({ now }: Report, t: ReportWords, line: LineOf): readonly FigureLine[] {
  const unit = t.bookUnitFailures
  return [
    line(t.reportService, unit, 'count', ({ service }) => service.length, { rows: now.service }),
    line(t.reportDelays, unit, 'count', ({ delays }) => delays.length, { isDetail: true, rows: now.delays }),
    line(t.reportDelayMin, 'min', 'count', ({ delayMin }) => delayMin, { isDetail: true }),
    line(t.reportWithdrawn, unit, 'count', ({ withdrawn }) => withdrawn.length, {
      isDetail: true,
      rows: now.withdrawn,
    }),
  ]
}

/** Trains and distance, and how much of it is on record. */
function distanceLines({ now, quantity }: Report, t: ReportWords, line: LineOf): readonly FigureLine[] {
  const { extrapolatedKm } = now.exposure
  return [
    line(t.bookTrainCount, t.bookUnitTrains, 'count', ({ exposure }) => exposure.trains),
    line(t.bookTrainKm, 'km', 'count', ({ exposure }) => Math.round(exposure.trainKm)),
    ...(extrapolatedKm > 0
      ? [
          line(t.bookExtrapolated, 'km', 'count', ({ exposure }) => Math.round(exposure.extrapolatedKm), {
            isDetail: true,
          }),
        ]
      : []),
    ...(quantity === 1
      ? []
      : [line(t.bookPartKm, 'km', 'count', ({ exposureKm }) => Math.round(exposureKm), { remark: t.bookPartKmWhy })]),
    line(t.bookCoverage, '', 'share', ({ exposure }) => exposure.coverage, {
      remark: now.isRateInDoubt ? t.bookCoverageLow : t.bookCoverageWhy,
    }),
  ]
}

const estimateOf = ({ mtbf }: PeriodFigures): MtbfEstimate | null => (mtbf.status === 'estimated' ? mtbf : null)

/** Failures per million kilometres and kilometres per failure, each with its bounds. */
function rateLines(report: Report, t: ReportWords, language: Language, line: LineOf): readonly FigureLine[] {
  const { mtbf } = report.now
  const rateOf =
    (rate: (estimate: MtbfEstimate) => number | null) =>
    (of: PeriodFigures): number | null => {
      const estimate = estimateOf(of)
      const value = estimate === null ? null : rate(estimate)
      return value === null ? null : perMillion(value)
    }
  const why =
    mtbf.status === 'not-estimable'
      ? ((REASONS as Readonly<Record<string, Readonly<Record<Language, string>>>>)[mtbf.reason]?.[language] ?? '')
      : (ratioInWords(report, t, language) ?? '')
  const remark = boundsInWords(report.now, t, language)
  const isDetail = true
  return [
    line(
      t.bookFpmk,
      t.bookUnitRate,
      'figure',
      rateOf(({ rate }) => rate),
      { remark: why },
    ),
    line(
      t.bookFpmkLower,
      t.bookUnitRate,
      'figure',
      rateOf(({ rateLower }) => rateLower),
      { isDetail, remark },
    ),
    line(
      t.bookFpmkUpper,
      t.bookUnitRate,
      'figure',
      rateOf(({ rateUpper }) => rateUpper),
      { isDetail },
    ),
    line(t.bookMdbf, 'km', 'figure', (of) => estimateOf(of)?.mtbf ?? null),
    line(t.bookMdbfLower, 'km', 'figure', (of) => estimateOf(of)?.lower ?? null, { isDetail, remark }),
    line(t.bookMdbfUpper, 'km', 'figure', (of) => estimateOf(of)?.upper ?? null, { isDetail }),
  ]
}

function boundsInWords({ mtbf }: PeriodFigures, t: ReportWords, language: Language): string {
  if (mtbf.status !== 'estimated') return ''
  const confidence = formatShare(mtbf.confidence, language)
  return mtbf.sided === 'two' ? t.bookTwoSided(confidence) : t.bookOneSided(confidence)
}

/** Failures closed in the period, how long that took, and how many of its own are closed. */
function closingLines({ now }: Report, t: ReportWords, line: LineOf): readonly FigureLine[] {
  const unit = t.bookUnitFailures
  const isDetail = true
  return [
    line(t.reportClosed, unit, 'count', ({ closing }) => closing.closed, { rows: now.closing.rows }),
    ...(now.closing.undated > 0
      ? [line(t.reportNoClosingLength, unit, 'count', ({ closing }) => closing.undated, { isDetail })]
      : []),
    line(t.reportMedianDays, t.bookUnitDays, 'figure', ({ closing }) => closing.medianDays, { isDetail }),
    line(t.reportNinetieth, t.bookUnitDays, 'figure', ({ closing }) => closing.ninetiethDays, { isDetail }),
    line(t.reportClosedOfThese, unit, 'count', ({ closedOfThese }) => closedOfThese),
    line(
      t.reportClosedShare,
      '',
      'share',
      ({ closedOfThese, counted }) => (counted.length === 0 ? null : closedOfThese / counted.length),
      { isDetail },
    ),
  ]
}

function openLines({ ageing }: Report, t: ReportWords): readonly FigureLine[] {
  const { open, closedUndated } = ageing
  return [
    only(t.reportOpen, t.bookUnitFailures, 'count', open.length, { rows: open }),
    ...(closedUndated > 0
      ? [only(t.reportClosedUndated, t.bookUnitFailures, 'count', closedUndated, { isDetail: true })]
      : []),
  ]
}

function repeatLines({ repeats: { rows, comparable } }: Report, t: ReportWords): readonly FigureLine[] {
  const share = comparable === 0 ? null : rows.length / comparable
  return [
    only(t.reportRepeats, t.bookUnitFailures, 'count', rows.length, { remark: t.reportRepeatRule, rows }),
    only(t.reportRepeatShare, '', 'share', share, { isDetail: true }),
  ]
}

/** Of those closed and those open beyond their time; what nobody dated is left out and said. */
function onTimeLines(onTime: OnTimeClosure, t: ReportWords, language: Language): readonly FigureLine[] {
  const { onTime: closed, late, overdue, suspended, undated, provisionalYears } = onTime
  const provisional = provisionalYears.length === 0 ? '' : t.reportProvisional(provisionalYears)
  return [
    only(t.reportOnTimeShare, '', 'share', onTimeShare(onTime), {
      remark: [t.reportOnTimeRule, provisional].filter((part) => part !== '').join(' '),
    }),
    only(t.reportOnTime, t.bookUnitFailures, 'count', closed, { isDetail: true }),
    only(t.reportLate, t.bookUnitFailures, 'count', late, { isDetail: true }),
    only(t.reportOverdue, t.bookUnitFailures, 'count', overdue, {
      isDetail: true,
      ...(suspended === 0 ? {} : { remark: t.reportSuspended(formatCount(suspended, language)) }),
    }),
    ...(undated === 0 ? [] : [only(t.reportOnTimeUndated, t.bookUnitFailures, 'count', undated, { isDetail: true })]),
  ]
}

/** @param targetKm between failures of one part */
export const targetVerdict = (
  { mtbf }: Pick<PeriodFigures, 'mtbf'>,
  targetKm: number,
  t: ReportWords,
  language: Language,
): string => t.targetJudged(metTarget(mtbf, targetKm), formatShare(MET_CONFIDENCE, language))
