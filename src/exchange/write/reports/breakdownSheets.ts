/** Where the failures are: by vehicle type, by part, symptom and cause, and the distance each part runs between two. */
import type { MtbfEstimate } from '../../../reliability/mtbf'
import type { NotEstimable } from '../../../reliability/notEstimable'
import { count, figure, share, tableSheet, text, type TableChart } from '../ooxml/tableSheet'
import type { Cell, Row, Sheet } from '../ooxml/workbook'
import type { ReportContext, ReportData } from './reportContext'
import { CHART_COLOURS } from './chartColours'
import { perMillion } from '../../../reliability/perMillion'

const BARS = 15

type Estimate = MtbfEstimate | NotEstimable<string>
const rate = (of: Estimate): Cell | undefined => (of.status === 'estimated' ? figure(perMillion(of.rate)) : undefined)
const rateLower = (of: Estimate): Cell | undefined =>
  of.status === 'estimated' && of.rateLower !== null ? figure(perMillion(of.rateLower)) : undefined
const rateUpper = (of: Estimate): Cell | undefined =>
  of.status === 'estimated' ? figure(perMillion(of.rateUpper)) : undefined
const between = (high: number | null | undefined, low: number | null | undefined): Cell | undefined =>
  high === null || high === undefined || low === null || low === undefined ? undefined : figure(high - low)

export function vehicleTypesSheet({ report }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const rows = report.vehicleTypes.map(
    ({
      vehicleType,
      figures: { exposure, exposureKm, counted, service, delays, withdrawn, mtbf, closedOfThese },
    }): Row => {
      const estimate = mtbf.status === 'estimated' ? mtbf : null
      return [
        text(vehicleType),
        count(exposure.trains),
        count(Math.round(exposureKm)),
        count(counted.length),
        count(service.length),
        count(delays.length),
        count(withdrawn.length),
        rate(mtbf),
        rateLower(mtbf),
        rateUpper(mtbf),
        count(closedOfThese),
        counted.length === 0 ? undefined : share(closedOfThese / counted.length),
        between(
          estimate === null ? null : perMillion(estimate.rateUpper),
          estimate === null ? null : perMillion(estimate.rate),
        ),
        between(
          estimate === null ? null : perMillion(estimate.rate),
          estimate === null ? null : perMillion(estimate.rateLower ?? 0),
        ),
      ]
    },
  )
  const name = t.reportSheet('vehicleTypes')
  return tableSheet(
    {
      name,
      columns: [
        [t.reportVehicleType, 14],
        [t.reportTrains, 9],
        [t.bookPartKm, 15],
        [t.chartFailures, 9],
        [t.reportService, 10],
        [t.reportDelays, 10],
        [t.reportWithdrawn, 12],
        [t.bookFpmk, 13],
        [t.bookFpmkLower, 11],
        [t.bookFpmkUpper, 11],
        [t.reportClosedOfThese, 11],
        [t.reportClosedShare, 11],
        [t.reportUpper, 10],
        [t.reportLower, 10],
      ],
      rows,
      charts: [
        {
          title: t.reportChartTypes,
          description: t.reportChartDescription(t.reportChartTypes, name),
          categories: 0,
          direction: 'up',
          axes: { value: t.reportAxisRate },
          series: [{ column: 7, shape: 'bar', colour: CHART_COLOURS.first, bounds: { up: 12, down: 13 } }],
        },
      ],
    },
    context,
  )
}

/** Bars and the share they reach together; the bars are drawn against the total, so that both scales agree. */
const paretoChart = (
  what: string,
  sheet: string,
  total: number,
  columns: { readonly count: number; readonly cumulative: number },
  { t }: ReportContext,
): TableChart => ({
  title: t.reportChartPareto(what),
  description: t.reportChartDescription(t.reportChartPareto(what), sheet),
  categories: 0,
  direction: 'up',
  mostRows: BARS,
  axes: { value: t.reportAxisFailures, second: t.reportAxisShare },
  secondIsShare: true,
  most: Math.max(1, total),
  series: [
    { column: columns.count, shape: 'bar', colour: CHART_COLOURS.first },
    { column: columns.cumulative, shape: 'line', colour: CHART_COLOURS.ink, axis: 'second' },
  ],
})

export function paretoSheets({ report }: ReportData, context: ReportContext): readonly Sheet[] {
  const { t } = context
  const total = report.now.counted.length
  const byPart = new Map(report.children.map((line) => [line.nodeId, line]))
  return (['child', 'symptomCode', 'causeCat'] as const).map((dimension) => {
    const name = t.reportSheet(dimension)
    const what = dimension === 'child' ? t.reportPart : dimension === 'symptomCode' ? t.reportSymptom : t.reportCause
    const rows = report.paretos[dimension].map(({ word, label, rows: ofBar, share: part, cumulative, vital }): Row => {
      const line = dimension === 'child' ? byPart.get(word) : undefined
      return [
        text(label === '' ? t.bookBlank : label, 'wrapped'),
        count(ofBar.length),
        share(part),
        share(cumulative),
        vital ? text('●', 'centered') : undefined,
        ...(dimension !== 'child'
          ? []
          : line === undefined
            ? []
            : [count(line.before), count(line.yearBefore), count(line.open)]),
      ]
    })
    const more =
      dimension === 'child'
        ? ([
            [t.reportBefore, 9],
            [t.reportYearBefore, 11],
            [t.reportOpenNow, 9],
          ] as const)
        : []
    return tableSheet(
      {
        name,
        rows,
        columns: [
          [what, dimension === 'symptomCode' ? 46 : 30],
          [t.chartFailures, 10],
          [t.chartShare, 10],
          [t.chartCumulativeShare, 12],
          [t.chartVital, 10],
          ...more,
        ],
        charts: [paretoChart(what, name, total, { count: 1, cumulative: 3 }, context)],
      },
      context,
    )
  })
}

export function mtbfSheet({ report }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const name = t.reportSheet('mtbf')
  const rows = report.children.map(
    ({ label, partNo, quantity, rows: ofPart, before, yearBefore, exposureKm, mtbf }): Row => {
      const estimate = mtbf.status === 'estimated' ? mtbf : null
      return [
        text(label, 'wrapped'),
        text(partNo, 'identifier'),
        figure(quantity),
        count(ofPart.length),
        count(before),
        count(yearBefore),
        count(Math.round(exposureKm)),
        rate(mtbf),
        rateLower(mtbf),
        rateUpper(mtbf),
        figure(estimate?.lower),
        figure(estimate?.mtbf),
        figure(estimate?.upper),
        between(estimate?.upper, estimate?.mtbf),
        between(estimate?.mtbf, estimate?.lower),
        estimate !== null && estimate.mtbf === null ? figure(estimate.lower) : undefined,
      ]
    },
  )
  return tableSheet(
    {
      name,
      rows,
      paper: 'A3',
      columns: [
        [t.reportPart, 26],
        [t.reportPartNo, 13],
        [t.bookQuantity, 9],
        [t.chartFailures, 9],
        [t.reportBefore, 8],
        [t.reportYearBefore, 10],
        [t.bookPartKm, 14],
        [t.bookFpmk, 13],
        [t.bookFpmkLower, 11],
        [t.bookFpmkUpper, 11],
        [t.bookMdbfLower, 13],
        [t.bookMdbf, 13],
        [t.bookMdbfUpper, 13],
        [t.reportUpper, 12],
        [t.reportLower, 12],
        [t.reportAtLeast, 14],
      ],
      charts: [
        {
          title: t.reportChartMtbf,
          description: t.reportChartDescription(t.reportChartMtbf, name),
          categories: 0,
          direction: 'right',
          mostRows: BARS,
          axes: { value: t.reportAxisMdbf },
          series: [
            { column: 11, shape: 'bar', colour: CHART_COLOURS.first, bounds: { up: 13, down: 14 } },
            { column: 15, shape: 'bar', colour: CHART_COLOURS.pale, hatched: true },
          ],
        },
      ],
    },
    context,
  )
}

/** The next round number, so that the longest interval still ends on the axis. */
function roundedUp(value: number): number {
  if (!(value > 0)) return 1
  const step = 10 ** Math.floor(Math.log10(value))
  return Math.ceil(value / step) * step
}

export function ramSheet({ report }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const name = t.reportSheet('ram')
  const reach = roundedUp(
    Math.max(...report.ram.map(({ mtbf }) => (mtbf.status === 'estimated' ? (mtbf.upper ?? mtbf.lower) : 0))),
  )
  const rows = report.ram.map(({ category, rows: ofCategory, trainKm, mtbf }): Row => {
    const estimate = mtbf.status === 'estimated' ? mtbf : null
    return [
      text(t.reportRam(category), 'wrapped'),
      count(ofCategory.length),
      count(Math.round(trainKm)),
      rate(mtbf),
      rateLower(mtbf),
      rateUpper(mtbf),
      figure(estimate?.lower),
      figure(estimate?.mtbf),
      figure(estimate?.upper),
      between(estimate?.upper, estimate?.mtbf),
      between(estimate?.mtbf, estimate?.lower),
      estimate !== null && estimate.mtbf === null ? figure(estimate.lower) : undefined,
    ]
  })
  return tableSheet(
    {
      name,
      rows,
      above: [[text(t.reportRamRule, 'note')]],
      columns: [
        [t.reportRamCategory, 34],
        [t.chartFailures, 9],
        [t.reportKm, 15],
        [t.bookFpmk, 13],
        [t.bookFpmkLower, 11],
        [t.bookFpmkUpper, 11],
        [t.bookMdbfLower, 13],
        [t.bookMdbf, 13],
        [t.bookMdbfUpper, 13],
        [t.reportUpper, 12],
        [t.reportLower, 12],
        [t.reportAtLeast, 14],
      ],
      charts: [
        {
          title: t.reportChartMtbf,
          description: t.reportChartDescription(t.reportChartMtbf, name),
          categories: 0,
          direction: 'right',
          most: reach,
          axes: { value: t.reportAxisMdbf },
          series: [
            { column: 7, shape: 'bar', colour: CHART_COLOURS.first, bounds: { up: 9, down: 10 } },
            { column: 11, shape: 'bar', colour: CHART_COLOURS.pale, hatched: true },
          ],
        },
      ],
    },
    context,
  )
}

export function agesSheet({ report: { ages } }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const name = t.reportSheet('ages')
  const rows = (ages?.lines ?? []).map(({ year, trains, rows: ofYear, exposureKm, mtbf }): Row => {
    const estimate = mtbf.status === 'estimated' ? mtbf : null
    return [
      count(year),
      count(trains),
      count(ofYear.length),
      count(Math.round(exposureKm)),
      rate(mtbf),
      rateLower(mtbf),
      rateUpper(mtbf),
      between(
        estimate === null ? null : perMillion(estimate.rateUpper),
        estimate === null ? null : perMillion(estimate.rate),
      ),
      between(
        estimate === null ? null : perMillion(estimate.rate),
        estimate === null ? null : perMillion(estimate.rateLower ?? 0),
      ),
    ]
  })
  return tableSheet(
    {
      name,
      rows,
      above: [[text(t.reportAgesRule(ages?.unknown ?? 0), 'note')]],
      columns: [
        [t.reportServiceYear, 12],
        [t.reportTrains, 9],
        [t.chartFailures, 9],
        [t.bookPartKm, 15],
        [t.bookFpmk, 13],
        [t.bookFpmkLower, 11],
        [t.bookFpmkUpper, 11],
        [t.reportUpper, 10],
        [t.reportLower, 10],
      ],
      charts: [
        {
          title: t.reportChartAges,
          description: t.reportChartDescription(t.reportChartAges, name),
          categories: 0,
          direction: 'up',
          axes: { value: t.reportAxisRate },
          series: [{ column: 4, shape: 'bar', colour: CHART_COLOURS.first, bounds: { up: 7, down: 8 } }],
        },
      ],
    },
    context,
  )
}
