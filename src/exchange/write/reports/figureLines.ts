/** The figures of a report as lines: this period, the one before, a year earlier and the year so far. */
import { REASONS } from '../../../reliability/reasons'
import type { ReportWords } from '../../../i18n/reports'
import { formatCount, formatShare } from '../../../i18n/format'
import type { Language } from '../../../i18n/translation'
import { onTimeShare, type OnTimeClosure } from '../../../metrics/reports/onTimeClosure'
import type { PeriodFigures } from '../../../metrics/reports/periodFigures'
import type { Report } from '../../../metrics/reports/report'
import { ratioInWords } from './reportHighlights'

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

const PER_MILLION = 1e6
const ENOUGH_COVERAGE = 0.8

export function figureLines(
  report: Report,
  t: ReportWords,
  language: Language,
  targetFpmk?: number,
): readonly FigureLine[] {
  const { now, before, yearBefore, thisYear, ageing, repeats, undated } = report
  const line = (
    label: string,
    unit: string,
    as: FigureLine['as'],
    of: (figures: PeriodFigures) => number | null,
    more: Partial<FigureLine> = {},
  ): FigureLine => {
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
  const only = (
    label: string,
    unit: string,
    as: FigureLine['as'],
    value: number | null,
    more: Partial<FigureLine> = {},
  ): FigureLine => ({ label, unit, as, now: value, ...more })
  const estimate = (of: PeriodFigures) => (of.mtbf.status === 'estimated' ? of.mtbf : null)
  const coverage = now.exposure.coverage
  const why =
    now.mtbf.status === 'not-estimable'
      ? ((REASONS as Readonly<Record<string, Readonly<Record<Language, string>>>>)[now.mtbf.reason]?.[language] ?? '')
      : (ratioInWords(report, t, language) ?? '')
  const bounds =
    now.mtbf.status === 'estimated'
      ? now.mtbf.sided === 'two'
        ? t.bookTwoSided(formatShare(now.mtbf.confidence, language))
        : t.bookOneSided(formatShare(now.mtbf.confidence, language))
      : ''
  const unrecorded = [before, yearBefore].some(({ isRecorded }) => !isRecorded)
    ? `${t.reportBefore}/${t.reportYearBefore}: ${t.reportNotRecorded}`
    : ''
  const excluded = (of: PeriodFigures): number =>
    Object.values(of.excluded).reduce((sum, rows) => sum + (rows?.length ?? 0), 0)
  const failures = t.bookUnitFailures
  return [
    line(t.bookCounted, failures, 'count', ({ counted }) => counted.length, { remark: unrecorded, rows: now.counted }),
    ...(undated > 0
      ? [only(t.bookUndated, failures, 'count', undated, { isDetail: true, remark: t.bookUndatedWhy })]
      : []),
    ...report.responsibility.map(({ label, rows }) =>
      only(t.reportResponsibility(label === '' ? t.reportNotJudged : label), failures, 'count', rows.length, {
        isDetail: true,
        rows,
      }),
    ),
    line(t.bookExcluded, failures, 'count', excluded),
    ...Object.entries(now.excluded)
      .filter(([, rows]) => (rows?.length ?? 0) > 0)
      .map(([reason, rows]) =>
        only(t.bookExcludedWhy(reason), failures, 'count', rows?.length ?? 0, {
          isDetail: true,
          ...(rows === undefined ? {} : { rows }),
        }),
      ),
    line(t.reportService, failures, 'count', ({ service }) => service.length, { rows: now.service }),
    line(t.reportDelays, failures, 'count', ({ delays }) => delays.length, { isDetail: true, rows: now.delays }),
    line(t.reportDelayMin, 'min', 'count', ({ delayMin }) => delayMin, { isDetail: true }),
    line(t.reportWithdrawn, failures, 'count', ({ withdrawn }) => withdrawn.length, {
      isDetail: true,
      rows: now.withdrawn,
    }),
    line(t.bookTrainCount, t.bookUnitTrains, 'count', ({ exposure }) => exposure.trains),
    line(t.bookTrainKm, 'km', 'count', ({ exposure }) => Math.round(exposure.trainKm)),
    ...(now.exposure.extrapolatedKm > 0
      ? [
          line(t.bookExtrapolated, 'km', 'count', ({ exposure }) => Math.round(exposure.extrapolatedKm), {
            isDetail: true,
          }),
        ]
      : []),
    ...(report.quantity === 1
      ? []
      : [line(t.bookPartKm, 'km', 'count', ({ exposureKm }) => Math.round(exposureKm), { remark: t.bookPartKmWhy })]),
    line(t.bookCoverage, '', 'share', ({ exposure }) => exposure.coverage, {
      remark: coverage !== null && coverage < ENOUGH_COVERAGE ? t.bookCoverageLow : t.bookCoverageWhy,
    }),
    line(
      t.bookFpmk,
      t.bookUnitRate,
      'figure',
      (of) => (estimate(of) === null ? null : (estimate(of)?.rate ?? 0) * PER_MILLION),
      { remark: why },
    ),
    line(
      t.bookFpmkLower,
      t.bookUnitRate,
      'figure',
      (of) => {
        const lower = estimate(of)?.rateLower
        return lower == null ? null : lower * PER_MILLION
      },
      { isDetail: true, remark: bounds },
    ),
    line(
      t.bookFpmkUpper,
      t.bookUnitRate,
      'figure',
      (of) => {
        const upper = estimate(of)?.rateUpper
        return upper === undefined ? null : upper * PER_MILLION
      },
      { isDetail: true },
    ),
    line(t.bookMdbf, 'km', 'figure', (of) => estimate(of)?.mtbf ?? null),
    line(t.bookMdbfLower, 'km', 'figure', (of) => estimate(of)?.lower ?? null, { isDetail: true, remark: bounds }),
    line(t.bookMdbfUpper, 'km', 'figure', (of) => estimate(of)?.upper ?? null, { isDetail: true }),
    ...(targetFpmk === undefined
      ? []
      : [only(t.bookTarget, t.bookUnitRate, 'figure', targetFpmk, { remark: targetVerdict(now, targetFpmk, t) })]),
    line(t.reportClosed, failures, 'count', ({ closing }) => closing.closed, { rows: now.closing.rows }),
    ...(now.closing.undated > 0
      ? [line(t.reportNoClosingLength, failures, 'count', ({ closing }) => closing.undated, { isDetail: true })]
      : []),
    line(t.reportMedianDays, t.bookUnitDays, 'figure', ({ closing }) => closing.medianDays, { isDetail: true }),
    line(t.reportNinetieth, t.bookUnitDays, 'figure', ({ closing }) => closing.ninetiethDays, { isDetail: true }),
    line(t.reportClosedOfThese, failures, 'count', ({ closedOfThese }) => closedOfThese),
    line(
      t.reportClosedShare,
      '',
      'share',
      ({ closedOfThese, counted }) => (counted.length === 0 ? null : closedOfThese / counted.length),
      { isDetail: true },
    ),
    ...(report.onTime === null ? [] : onTimeLines(report.onTime, t, language, only)),
    only(t.reportOpen, failures, 'count', ageing.open.length, { rows: ageing.open }),
    ...(ageing.closedUndated > 0
      ? [only(t.reportClosedUndated, failures, 'count', ageing.closedUndated, { isDetail: true })]
      : []),
    only(t.reportRepeats, failures, 'count', repeats.rows.length, { remark: t.reportRepeatRule, rows: repeats.rows }),
    only(t.reportRepeatShare, '', 'share', repeats.comparable === 0 ? null : repeats.rows.length / repeats.comparable, {
      isDetail: true,
    }),
  ]
}

/** Of those closed and those open beyond their time; what nobody dated is left out and said. */
function onTimeLines(
  onTime: OnTimeClosure,
  t: ReportWords,
  language: Language,
  only: (
    label: string,
    unit: string,
    as: FigureLine['as'],
    value: number | null,
    more?: Partial<FigureLine>,
  ) => FigureLine,
): readonly FigureLine[] {
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

/** A target is proven when the upper bound of the rate meets it; a point estimate alone only says what was seen, and none without a failure. */
export function targetVerdict({ mtbf }: PeriodFigures, target: number, t: ReportWords): string {
  if (mtbf.status === 'not-estimable') return ''
  if (mtbf.rateUpper * PER_MILLION <= target) return t.reportTargetProven
  if (mtbf.failures === 0) return t.reportTargetOpen
  return mtbf.rate * PER_MILLION <= target ? t.reportTargetSeen : t.bookTargetMissed
}
