/** The first sheets of a report: what it concludes, and its figures beside those of other periods. */
import { count, figure, share, tableSheet, text, unit } from '../ooxml/tableSheet'
import type { Cell, Row, Sheet } from '../ooxml/workbook'
import { figureLines, type FigureLine } from './figureLines'
import type { ReportAbout, ReportContext, ReportData } from './reportContext'
import { reportHighlights, sitesLine } from './reportHighlights'

const COVER_WIDTH = 110

/** Rows a drawing on the cover is high, with one free below it. */
const DRAWING_ROWS = 14

/** @param drawn sheets whose drawings stand on the cover as well, under what they say */
export function coverSheet(
  { report }: ReportData,
  about: ReportAbout,
  { t, language, title, subtitle }: ReportContext,
  drawn: readonly Sheet[],
): Sheet {
  const facts: readonly (readonly [string, string])[] = [
    [t.bookNode, about.path],
    [t.bookTrains, about.trainsInWords],
  ]
  const rows: readonly Row[] = [
    [text(title, 'title')],
    [text(subtitle, 'note')],
    [],
    ...facts.map(([label, value]): Row => [text(label, 'label'), text(value, 'wrapped')]),
    [],
    [text(t.reportHighlights, 'label')],
    ...reportHighlights(report, t, language).map((sentence): Row => [undefined, text(sentence, 'wrapped')]),
    [undefined, text(sitesLine(report, t, language), 'wrapped')],
    [],
    [
      text(t.reportConclusion, 'label'),
      text(about.conclusion.trim() === '' ? t.reportConclusionEmpty : about.conclusion.trim(), 'wrapped'),
    ],
  ]
  const charts = drawn.flatMap(({ name, charts = [] }) => charts.map((chart) => ({ ...chart, of: name })))
  return {
    name: t.reportSheet('cover'),
    // The last one keeps the frame of a drawing on the page.
    widths: [26, COVER_WIDTH, 2],
    rows,
    charts: charts.map((chart, at) => ({
      ...chart,
      place: { column: 0, row: rows.length + 1 + at * DRAWING_ROWS, columns: 2, rows: DRAWING_ROWS - 1 },
    })),
    print: { paper: 'A4', landscape: charts.length === 0, header: title, pagesHigh: 1 },
  }
}

const CELL: Readonly<Record<FigureLine['as'], (value: number) => Cell | undefined>> = { count, share, figure }

export function figuresSheet({ report }: ReportData, about: ReportAbout, context: ReportContext): Sheet {
  const { t, language } = context
  const rows = figureLines(report, t, language, about.targetFpmk).map(
    ({ label, isDetail, unit: of, as, now, before, yearBefore, thisYear, remark = '' }): Row => {
      const cell = (value: number | null | undefined): Cell | undefined =>
        value === null || value === undefined ? undefined : CELL[as](value)
      const change = (past: number | null | undefined): Cell | undefined =>
        now === null || now === undefined || past === null || past === undefined ? undefined : CELL[as](now - past)
      return [
        text(isDetail ? `　${label}` : label, isDetail ? 'text' : 'label'),
        unit(of),
        cell(now),
        cell(before),
        change(before),
        cell(yearBefore),
        change(yearBefore),
        cell(thisYear),
        text(remark, 'wrapped'),
      ]
    },
  )
  return tableSheet(
    {
      name: t.reportSheet('figures'),
      columns: [
        [t.bookFigure, 38],
        [t.bookUnit, 13],
        [t.reportNow, 14],
        [t.reportBefore, 14],
        [t.reportChange, 12],
        [t.reportYearBefore, 14],
        [t.reportYearChange, 12],
        [t.reportThisYear, 14],
        [t.bookRemark, 60],
      ],
      rows,
    },
    context,
  )
}
