/** Failures one by one: those counted, those open, those a meeting must hear of, those that came back, those left out. */
import { LIST_COMMA } from '../../../i18n/inLanguage'
import { dateOfDay, isMoment } from '../../../domain/moment'
import type { ReportRow } from '../../../metrics/reports/reportRows'
import { dateCell } from '../ooxml/dateCell'
import { count, figure, share, tableSheet, text } from '../ooxml/tableSheet'
import type { Picture } from '../ooxml/picture'
import type { Cell, Row, Sheet } from '../ooxml/workbook'
import type { ReportContext, ReportData } from './reportContext'

const date = (moment: string): Cell | undefined =>
  moment === '' ? undefined : ((isMoment(moment) ? dateCell(moment) : undefined) ?? text(moment))
const words = (value: string, style: 'text' | 'wrapped' | 'identifier' = 'text'): Cell | undefined =>
  value === '' ? undefined : text(value, style)
export const trainOf = ({ trainId, trainText }: ReportRow): string => trainId || trainText

/** Where pictures lie, how wide their column is in characters, and the room they have in pixels. */
const PHOTO_COLUMN = 3
const PHOTO_WIDTH = 24
const PICTURE_PX = { width: 164, height: 124 } as const

type Column = readonly [header: string, width: number, cell: (row: ReportRow, at: number) => Cell | undefined]

function columnsOf({ t }: ReportContext, openOn?: number): readonly Column[] {
  return [
    [t.reportNo, 6, (_, at) => count(at + 1)],
    [t.bookFailureNo, 18, ({ no }) => words(no, 'identifier')],
    [t.bookTrain, 16, (row) => words(trainOf(row), 'identifier')],
    [t.bookDate, 17, ({ occurredAt }) => date(occurredAt)],
    ...(openOn === undefined
      ? []
      : [
          [
            t.reportAge,
            9,
            ({ occurredDay }: ReportRow) => (occurredDay === null ? undefined : count(openOn - occurredDay)),
          ] as const,
        ]),
    [t.reportSite, 14, ({ depotId }) => words(depotId)],
    [t.reportCar, 7, ({ carNo }) => words(carNo, 'identifier')],
    [t.bookNode, 22, ({ part }) => words(part, 'wrapped')],
    [t.reportSerial, 17, ({ serial }) => words(serial, 'identifier')],
    [t.bookDescription, 46, ({ description }) => words(description, 'wrapped')],
    [t.reportImpact, 14, ({ serviceImpact }) => words(serviceImpact)],
    [t.reportDelay, 9, ({ delayMin }) => (delayMin === null ? undefined : count(delayMin))],
    [t.reportSeverity, 9, ({ severity }) => words(severity)],
    [t.reportState, 12, ({ state }) => words(state)],
  ]
}

const closing = ({ t }: ReportContext): readonly Column[] => [
  [t.reportCause, 13, ({ causeCat }) => words(causeCat)],
  [t.reportRootCause, 34, ({ causeText }) => words(causeText, 'wrapped')],
  [t.reportMeasure, 34, ({ measure }) => words(measure, 'wrapped')],
  [t.reportAction, 34, ({ actionText }) => words(actionText, 'wrapped')],
  [t.reportMainResponsible, 14, ({ responsibleText }) => words(responsibleText)],
  [t.reportClosedAt, 17, ({ closedAt }) => date(closedAt)],
  [t.reportRemoved, 17, ({ removedSerial }) => words(removedSerial, 'identifier')],
  [t.reportInstalled, 17, ({ installedSerial }) => words(installedSerial, 'identifier')],
]

function listSheet(
  part: string,
  rows: ArrayLike<number>,
  columns: readonly Column[],
  context: ReportContext,
  remark = '',
  pictures: readonly Picture[] = [],
): Sheet {
  const { t, rowOf } = context
  const lines = Array.from(rows).flatMap((row) => rowOf(row) ?? [])
  return tableSheet(
    {
      name: t.reportSheet(part),
      paper: 'A3',
      pagesWide: columns.length > 18 ? 2 : 1,
      // Number and train.
      repeatColumns: 'A:C',
      above: [
        [
          text(
            [t.reportRowsHere(String(lines.length)), remark].filter((sentence) => sentence !== '').join('　'),
            'note',
          ),
        ],
      ],
      pictures,
      columns: columns.map(([header, width]) => [header, width]),
      rows: lines.map((line, at): Row => columns.map(([, , cell]) => cell(line, at))),
    },
    context,
  )
}

export const failuresSheet = ({ report }: ReportData, context: ReportContext): Sheet =>
  listSheet('failures', report.failures, [...columnsOf(context), ...closing(context)], context)

export const openSheet = ({ report: { ageing } }: ReportData, context: ReportContext): Sheet =>
  listSheet(
    'open',
    ageing.open,
    [...columnsOf(context, ageing.day), ...closing(context).slice(0, 5)],
    context,
    `${context.t.reportAgeingRule(dateOfDay(ageing.day))} ${context.t.reportOldestFirst}`,
  )

/** The events with their pictures in a column of their own, where the report shows any. */
export function notableSheet({ report, pictures }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const { photos, notable } = report
  const rest = [...columnsOf(context), ...closing(context).slice(0, 4)]
  if (photos === null) return listSheet('notable', notable, rest, context, t.reportNotableRule)
  const photoOf = new Map(photos.shown.map((photo) => [photo.row, photo]))
  const said = (row: ReportRow): Cell | undefined => {
    const photo = photoOf.get(row.row)
    return photo === undefined || pictures?.has(photo.failureId) ? undefined : text(t.photosUnreadable, 'wrapped')
  }
  const lying = Array.from(notable)
    .filter((row) => context.rowOf(row) !== undefined)
    .flatMap((row, at): Picture[] => {
      const photo = photoOf.get(row)
      const shown = photo === undefined ? undefined : pictures?.get(photo.failureId)
      if (photo === undefined || shown === undefined) return []
      const scale = Math.min(1, PICTURE_PX.width / shown.widthPx, PICTURE_PX.height / shown.heightPx)
      const no = context.rowOf(row)?.no ?? ''
      return [
        {
          ...shown,
          widthPx: Math.round(shown.widthPx * scale),
          heightPx: Math.round(shown.heightPx * scale),
          column: PHOTO_COLUMN,
          row: at,
          name: photo.name,
          description: t.photosAlt(no, photo.caption || photo.name),
        },
      ]
    })
  const columns: readonly Column[] = [
    ...rest.slice(0, PHOTO_COLUMN),
    [t.photosColumn, PHOTO_WIDTH, said],
    ...rest.slice(PHOTO_COLUMN),
  ]
  return listSheet(
    'notable',
    notable,
    columns,
    context,
    `${t.reportNotableRule} ${t.photosShown(String(photos.shown.length), String(photos.withPhoto), String(photos.events))}`,
    lying,
  )
}

export function excludedSheet({ report }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const whyOf = new Map(
    Object.entries(report.now.excluded).flatMap(([why, rows]) => Array.from(rows ?? [], (row) => [row, why] as const)),
  )
  const columns = columnsOf(context)
  return listSheet(
    'excluded',
    [...whyOf.keys()],
    [
      ...columns.slice(0, 2),
      [t.reportWhy, 24, ({ row }) => words(t.bookExcludedWhy(whyOf.get(row) ?? ''), 'wrapped')],
      ...columns.slice(2),
    ],
    context,
  )
}

export function repeatsSheet({ report: { repeats } }: ReportData, context: ReportContext): Sheet {
  const { t, rowOf, language } = context
  const rows = repeats.pairs.map(({ rows: ofPair, repeats: times }): Row => {
    const lines = Array.from(ofPair).flatMap((row) => rowOf(row) ?? [])
    const [first] = lines
    const last = lines.at(-1)
    return [
      first === undefined ? undefined : words(trainOf(first), 'identifier'),
      first === undefined ? undefined : words(first.part, 'wrapped'),
      count(ofPair.length),
      count(times),
      first === undefined ? undefined : date(first.occurredAt),
      last === undefined ? undefined : date(last.occurredAt),
      text(
        lines
          .map(({ no }) => no)
          .filter((no) => no !== '')
          .join(LIST_COMMA[language]),
        'wrapped',
      ),
      words(last?.description ?? '', 'wrapped'),
    ]
  })
  const figures: Row = [
    text(
      `${t.reportRepeatRule}　${t.reportRepeats} ${repeats.rows.length} / ${t.bookComparable} ${repeats.comparable}`,
      'note',
    ),
  ]
  return tableSheet(
    {
      name: t.reportSheet('repeats'),
      above: [figures],
      rows,
      columns: [
        [t.bookTrain, 18],
        [t.bookNode, 28],
        [t.bookPairFailures, 10],
        [t.bookRepeats, 10],
        [t.reportFrom, 17],
        [t.reportLast, 17],
        [t.bookFailureNo, 50],
        [t.bookDescription, 50],
      ],
    },
    context,
  )
}

export function sitesSheet({ report: { sites } }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const rows = sites.map(({ label, verdict, reports, lastDay, silentDays, yearly, expected, chance }): Row => [
    text(label === '' ? t.bookBlank : label),
    text(t.reportHandIn(verdict), verdict === 'missing' ? 'label' : 'text'),
    count(reports),
    lastDay === null ? undefined : dateCell(dateOfDay(lastDay)),
    silentDays === null ? undefined : count(silentDays),
    count(yearly),
    figure(expected),
    chance === null ? undefined : share(chance),
  ])
  return tableSheet(
    {
      name: t.reportSheet('sites'),
      rows,
      columns: [
        [t.reportSite, 26],
        [t.reportVerdict, 30],
        [t.reportReports, 11],
        [t.reportLast, 14],
        [t.reportSilent, 11],
        [t.reportYearly, 11],
        [t.reportExpected, 11],
        [t.reportSilenceChance, 14],
      ],
    },
    context,
  )
}
