/** Sheets of the yearly report: stock for a planned distance, what was improved, what was learned. */
import { formatCount, formatShare } from '../../../i18n/format'
import { FILL, RATE_CONFIDENCE } from '../../../metrics/reports/spareLines'
import { dateCell } from '../ooxml/dateCell'
import { count, figure, tableSheet, text } from '../ooxml/tableSheet'
import type { Row, Sheet } from '../ooxml/workbook'
import type { ReportContext, ReportData } from './reportContext'
import { perMillion } from '../../../reliability/perMillion'

export function sparesSheet({ report: { spares } }: ReportData, context: ReportContext): Sheet {
  const { t, language } = context
  const shares = FILL.map((fill) => formatShare(fill, language))
  const rows = (spares?.lines ?? []).map(
    ({ label, partNo, quantity, rows: ofPart, exposureKm, rate, plannedPartKm, demand }): Row => [
      text(label, 'wrapped'),
      text(partNo, 'identifier'),
      figure(quantity),
      count(ofPart.length),
      count(Math.round(exposureKm)),
      rate.status === 'estimated' ? figure(perMillion(rate.rate)) : undefined,
      rate.status === 'estimated' ? figure(perMillion(rate.rateUpper)) : undefined,
      count(Math.round(plannedPartKm)),
      figure(demand?.expected),
      ...FILL.map((_, at) => (demand === null ? undefined : count(demand.stock[at] ?? 0))),
      figure(demand?.expectedUpper),
      ...FILL.map((_, at) => (demand === null ? undefined : count(demand.stockUpper[at] ?? 0))),
    ],
  )
  return tableSheet(
    {
      name: t.reportSheet('spares'),
      rows,
      paper: 'A3',
      above: [
        [text(t.sparesRule(formatShare(RATE_CONFIDENCE, language)), 'note')],
        [
          text(
            (spares?.isGiven ? t.sparesGiven : t.sparesLastYear)(
              formatCount(Math.round(spares?.plannedKm ?? 0), language),
            ),
            'note',
          ),
        ],
        ...((spares?.elsewhere ?? 0) === 0
          ? []
          : [[text(t.sparesElsewhere(formatCount(spares?.elsewhere ?? 0, language)), 'note')]]),
      ],
      columns: [
        [t.reportPart, 28],
        [t.reportPartNo, 14],
        [t.bookQuantity, 9],
        [t.chartFailures, 9],
        [t.bookPartKm, 15],
        [t.bookFpmk, 12],
        [t.sparesRateUpper, 14],
        [t.sparesPlanned, 15],
        [t.sparesDemand, 11],
        ...shares.map((share) => [t.sparesStock(share), 9] as const),
        [t.sparesDemandUpper, 13],
        ...shares.map((share) => [t.sparesStockUpper(share), 15] as const),
      ],
    },
    context,
  )
}

export function improvementsSheet({ report: { work } }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const rows = (work?.improvements ?? []).map(
    ({ description, kind, owner, of, nodeLabel, day, changeDocNo, doneUnits, scopeUnits, verdictLabel }, at): Row => [
      count(at + 1),
      text(nodeLabel, 'wrapped'),
      text(description, 'wrapped'),
      text(kind, 'wrapped'),
      text(of, 'wrapped'),
      day === '' ? undefined : dateCell(day),
      text(changeDocNo, 'identifier'),
      text(owner),
      doneUnits === null ? undefined : count(doneUnits),
      scopeUnits === null ? undefined : count(scopeUnits),
      text(verdictLabel === '' ? t.workUnverified : verdictLabel, 'wrapped'),
    ],
  )
  return tableSheet(
    {
      name: t.reportSheet('improvements'),
      rows,
      paper: 'A3',
      above: [[text(t.workRule, 'note')], ...(rows.length === 0 ? [[text(t.workNone, 'note')]] : [])],
      columns: [
        [t.reportNo, 6],
        [t.reportPart, 22],
        [t.workAction, 50],
        [t.workKind, 18],
        [t.workOf, 30],
        [t.workDay, 12],
        [t.workChangeDoc, 16],
        [t.workOwner, 12],
        [t.workDoneUnits, 9],
        [t.workScopeUnits, 9],
        [t.workVerdict, 20],
      ],
    },
    context,
  )
}

export function lessonsSheet({ report: { work } }: ReportData, context: ReportContext): Sheet {
  const { t, language } = context
  const rows = (work?.lessons ?? []).map(({ no, title, nodeLabel, recognise, fix, publishedOn }): Row => [
    text(no, 'identifier'),
    text(title, 'wrapped'),
    text(nodeLabel, 'wrapped'),
    text(recognise, 'wrapped'),
    text(fix, 'wrapped'),
    dateCell(publishedOn),
  ])
  const undated = work?.lessonsUndated ?? 0
  return tableSheet(
    {
      name: t.reportSheet('lessons'),
      rows,
      paper: 'A3',
      above: [
        [text(rows.length === 0 ? t.lessonsNone : t.lessonsRule, 'note')],
        ...(undated === 0 ? [] : [[text(t.lessonsUndated(formatCount(undated, language)), 'note')]]),
      ],
      columns: [
        [t.lessonsNo, 14],
        [t.lessonsTitle, 34],
        [t.reportPart, 22],
        [t.lessonsRecognise, 50],
        [t.lessonsFix, 60],
        [t.lessonsDay, 12],
      ],
    },
    context,
  )
}
