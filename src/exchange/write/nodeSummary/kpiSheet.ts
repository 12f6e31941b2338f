import { REASONS } from '../../../reliability/reasons'
import { formatDay, formatFigure, formatP, formatShare } from '../../../i18n/format'
import type { Language } from '../../../i18n/translation'
import type { GapInRecords } from '../../../metrics/gapInRecords'
import { MET_CONFIDENCE, metTarget, targetKmOf } from '../../../metrics/metTarget'
import type { TrainScatter } from '../../../metrics/trainScatter'
import type { Row, Sheet } from '../ooxml/workbook'
import type { NodeSummaryAbout } from './nodeSummaryAbout'
import type { NodeAnalysis } from '../../../metrics/nodeAnalysis'
import type { SummaryContext } from './summaryContext'
import { count, figure, share, tableSheet, text, unit } from '../ooxml/tableSheet'
import { perMillion } from '../../../reliability/perMillion'

export function kpiSheet(analysis: NodeAnalysis, { targetFpmk }: NodeSummaryAbout, context: SummaryContext): Sheet {
  const { t } = context
  const excluded = Object.entries(analysis.excluded)
    .map(([why, rows]) => [why, rows?.length ?? 0] as const)
    .filter(([, rows]) => rows > 0)
  const rows: readonly Row[] = [
    [text(t.bookCounted, 'label'), count(analysis.counted.length), unit(t.bookUnitFailures)],
    ...(analysis.undated > 0
      ? [
          [
            text(`　${t.bookUndated}`),
            count(analysis.undated),
            unit(t.bookUnitFailures),
            text(t.bookUndatedWhy, 'wrapped'),
          ],
        ]
      : []),
    [text(t.bookExcluded, 'label'), count(excluded.reduce((sum, [, rows]) => sum + rows, 0)), unit(t.bookUnitFailures)],
    ...excluded.map(([why, rows]) => [text(`　${t.bookExcludedWhy(why)}`), count(rows), unit(t.bookUnitFailures)]),
    ...duplicateRows(analysis, context),
    ...exposureRows(analysis, context),
    ...rateRows(analysis, context),
    ...(targetFpmk === undefined
      ? []
      : [
          [
            text(t.bookTarget, 'label'),
            figure(targetFpmk),
            unit(t.bookUnitRate),
            verdict(analysis, targetFpmk, context),
          ],
        ]),
  ]
  return tableSheet(
    {
      name: t.bookKpiSheet,
      columns: [
        [t.bookFigure, 40],
        [t.bookValue, 18],
        [t.bookUnit, 16],
        [t.bookRemark, 62],
      ],
      rows,
    },
    context,
  )
}

function duplicateRows(
  { duplicates, mtbfWithoutDuplicates }: NodeAnalysis,
  { t, language }: SummaryContext,
): readonly Row[] {
  if (duplicates.rows.length === 0) return []
  const mdbf = mtbfWithoutDuplicates?.mtbf ?? null
  const remark =
    mdbf === null
      ? t.bookDuplicatesRule
      : `${t.bookDuplicatesRule}\n${t.bookWithoutDuplicates(formatFigure(mdbf, language))}`
  return [
    [text(`　${t.bookDuplicates}`), count(duplicates.rows.length), unit(t.bookUnitFailures), text(remark, 'wrapped')],
  ]
}

function exposureRows(
  { exposure, exposureKm, quantity, isRateInDoubt }: NodeAnalysis,
  { t }: SummaryContext,
): readonly Row[] {
  const km = (value: number): Row[number] => count(Math.round(value))
  return [
    [text(t.bookTrainCount, 'label'), count(exposure.trains), unit(t.bookUnitTrains)],
    [text(t.bookTrainKm, 'label'), km(exposure.trainKm), unit('km')],
    ...(exposure.extrapolatedKm > 0
      ? [[text(`　${t.bookExtrapolated}`), km(exposure.extrapolatedKm), unit('km')]]
      : []),
    [text(t.bookQuantity, 'label'), figure(quantity)],
    [text(t.bookPartKm, 'label'), km(exposureKm), unit('km'), text(t.bookPartKmWhy, 'wrapped')],
    [
      text(t.bookCoverage, 'label'),
      exposure.coverage === null ? undefined : share(exposure.coverage),
      undefined,
      text(isRateInDoubt ? `${t.bookCoverageWhy}\n${t.bookCoverageLow}` : t.bookCoverageWhy, 'wrapped'),
    ],
  ]
}

function rateRows({ mtbf, scatter, gap }: NodeAnalysis, { t, language }: SummaryContext): readonly Row[] {
  if (mtbf.status === 'not-estimable')
    return [
      [text(t.bookFpmk, 'label'), undefined, unit(t.bookUnitRate), text(REASONS[mtbf.reason][language])],
      [text(t.bookMdbf, 'label'), undefined, unit('km'), text(REASONS[mtbf.reason][language])],
    ]
  const confidence = formatShare(mtbf.confidence, language)
  const bounds = text(mtbf.sided === 'two' ? t.bookTwoSided(confidence) : t.bookOneSided(confidence), 'wrapped')
  const rate = (value: number | null): Row[number] => figure(value === null ? null : perMillion(value))
  return [
    [text(t.bookFpmk, 'label'), rate(mtbf.rate), unit(t.bookUnitRate)],
    ...(mtbf.rateLower === null
      ? []
      : [[text(`　${t.bookFpmkLower}`), rate(mtbf.rateLower), unit(t.bookUnitRate), bounds]]),
    [text(`　${t.bookFpmkUpper}`), rate(mtbf.rateUpper), unit(t.bookUnitRate), bounds],
    ...(mtbf.mtbf === null ? [] : [[text(t.bookMdbf, 'label'), figure(mtbf.mtbf), unit('km')]]),
    [
      text(mtbf.mtbf === null ? t.bookMdbfLower : `　${t.bookMdbfLower}`, mtbf.mtbf === null ? 'label' : 'text'),
      figure(mtbf.lower),
      unit('km'),
      bounds,
    ],
    ...(mtbf.upper === null ? [] : [[text(`　${t.bookMdbfUpper}`), figure(mtbf.upper), unit('km'), bounds]]),
    ...(scatter === null || mtbf.mtbf === null ? [] : scatterRows(scatter, confidence, t, language)),
    ...(gap === null ? [] : [gapRow(gap, t, language)]),
  ]
}

/** Where records may be missing. */
function gapRow(
  { from, to, share: ofAll, chance, isLast }: GapInRecords,
  t: SummaryContext['t'],
  language: Language,
): Row {
  const [days, part, p] = [
    [formatDay(from), formatDay(to)] as const,
    formatShare(ofAll, language),
    formatP(chance, language),
  ]
  const why = isLast ? t.gapLastWhy(days[0], part, p) : t.gapWhy(...days, part, p)
  return [text(t.bookGap, 'label'), share(ofAll), undefined, text(why, 'wrapped')]
}

/** What holds where failures scatter over trains more than chance lets them. */
function scatterRows(
  { isBeyondChance, lower, upper, ratio, p }: TrainScatter,
  confidence: string,
  t: SummaryContext['t'],
  language: Language,
): readonly Row[] {
  if (!isBeyondChance) return []
  const why = text(t.scatterWhy(formatFigure(ratio, language), formatP(p, language)), 'wrapped')
  const robust = text(t.bookRobust(confidence), 'wrapped')
  return [
    [text(`　${t.bookOfRobust(t.bookFpmkLower)}`), figure(perMillion(lower)), unit(t.bookUnitRate), robust],
    [text(`　${t.bookOfRobust(t.bookFpmkUpper)}`), figure(perMillion(upper)), unit(t.bookUnitRate), robust],
    [text(`　${t.bookOfRobust(t.bookMdbfLower)}`), figure(1 / upper), unit('km'), robust],
    [text(`　${t.bookOfRobust(t.bookMdbfUpper)}`), figure(1 / lower), unit('km'), why],
  ]
}

/** By the same bounds as the page of the node. */
function verdict(
  { mtbf, scatter, quantity }: NodeAnalysis,
  fpmk: number,
  { t, language }: SummaryContext,
): Row[number] {
  const met = metTarget(mtbf, targetKmOf(fpmk, quantity), MET_CONFIDENCE, scatter?.isBeyondChance ? scatter : null)
  return text(t.targetJudged(met, formatShare(MET_CONFIDENCE, language)), 'wrapped')
}
