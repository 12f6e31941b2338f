/** Sheets of what is read beside the failures: parts out of the train with repair turn-round, and costs. */
import { dateOfDay } from '../../../domain/moment'
import { formatCount } from '../../../i18n/format'
import type { Custody } from '../../../metrics/reports/custodyLines'
import { dateCell } from '../ooxml/dateCell'
import { count, figure, share, tableSheet, text } from '../ooxml/tableSheet'
import type { Cell, Row, Sheet } from '../ooxml/workbook'
import type { ReportContext, ReportData } from './reportContext'

const money = (cents: number): Cell => ({ value: cents / 100, style: 'money' })

const custodyColumns = ({ t }: ReportContext): readonly (readonly [string, number])[] => [
  [t.reportNo, 6],
  [t.custodyPart, 36],
  [t.custodySerial, 18],
  [t.custodyTagNo, 14],
  [t.custodyLast, 14],
  [t.custodyPlace, 24],
  [t.custodyPaper, 18],
  [t.custodySince, 12],
  [t.custodyAge, 10],
  [t.custodyHere, 12],
  [t.custodyOverdue, 12],
]

/** A part that came off and is not back in stock, in the order of `custodyColumns`. */
const partOutRow = (
  number: number,
  { part, serial, tag, kind, place, doc, sinceDay, ageDays, hereDays, overdueDays }: Custody['out'][number],
  { t }: ReportContext,
): Row => [
  count(number),
  text(part, 'wrapped'),
  text(serial, 'identifier'),
  text(tag, 'identifier'),
  text(t.custodyKindName(kind)),
  text(place, 'wrapped'),
  text(doc, 'identifier'),
  dateCell(dateOfDay(sinceDay)),
  count(ageDays),
  count(hereDays),
  overdueDays === null ? undefined : count(overdueDays),
]

export function custodySheet({ report: { custody } }: ReportData, context: ReportContext): Sheet {
  const { t, language } = context
  const name = t.reportSheet('custody')
  if (custody === null) return tableSheet({ name, rows: [], columns: [] }, context)
  const { out, turnRound, benchNff, fieldNff, day, removed, withoutStep } = custody
  const rows = out.map((part, at) => partOutRow(at + 1, part, context))
  const line = (label: string, value: number | null, as = count): Row => [
    undefined,
    text(label),
    value === null ? text('—') : as(value),
  ]
  const days = (value: number): Cell => figure(value) ?? text('—')
  const rate = (label: string, { found, of }: { readonly found: number; readonly of: number }, rule: string): Row => [
    undefined,
    text(label),
    of === 0 ? text('—') : share(found / of),
    text(t.nffOf(formatCount(found, language), formatCount(of, language))),
    text(rule, 'note'),
  ]
  return tableSheet(
    {
      name,
      rows,
      above: [
        [text(t.turnRule, 'note')],
        line(t.turnFinished, turnRound.finished),
        line(t.turnMedian, turnRound.medianDays, days),
        line(t.turnNinetieth, turnRound.ninetiethDays, days),
        line(t.turnOpen, turnRound.open),
        line(t.turnOldest, turnRound.oldestOpenDays),
        line(t.turnLost, turnRound.lost),
        rate(t.nffBench, benchNff, t.nffBenchRule),
        rate(t.nffField, fieldNff, t.nffFieldRule),
        [
          text(
            `${t.custodyRule(dateOfDay(day))}${language === 'zh' ? '' : ' '}` +
              `${t.custodyRemoved(formatCount(removed, language), formatCount(withoutStep, language))}` +
              `${out.length === 0 ? ` ${t.custodyOutNone}` : ''}`,
            'note',
          ),
        ],
      ],
      columns: custodyColumns(context),
    },
    context,
  )
}

export function costsSheet({ report: { costs } }: ReportData, context: ReportContext): Sheet {
  const { t, language } = context
  const name = t.reportSheet('costs')
  const rows = (costs?.currencies ?? []).flatMap(
    ({ currency, lines, total, ownCents, actualPerTenThousandKm, accruedPerTenThousandKm }): Row[] => [
      ...lines.map(({ label, actualCents, actualEntries, accruedCents, accruedEntries }): Row => [
        text(currency),
        text(label),
        money(actualCents),
        count(actualEntries),
        money(accruedCents),
        count(accruedEntries),
        money(actualCents - accruedCents),
      ]),
      [
        text(currency, 'label'),
        text(t.costsTotalLine, 'label'),
        money(total.actualCents),
        count(total.actualEntries),
        money(total.accruedCents),
        count(total.accruedEntries),
        money(total.actualCents - total.accruedCents),
      ],
      [text(currency), text(t.costsOwn), money(ownCents)],
      [
        text(currency),
        text(t.costsPerKm),
        actualPerTenThousandKm === null ? text('—') : money(actualPerTenThousandKm),
        undefined,
        accruedPerTenThousandKm === null ? text('—') : money(accruedPerTenThousandKm),
      ],
    ],
  )
  const km = costs?.trainKm ?? 0
  return tableSheet(
    {
      name,
      rows,
      above: [
        [text(t.costsRule, 'note')],
        [text(km > 0 ? t.costsPerKmOf(formatCount(Math.round(km), language)) : t.costsNoKm, 'note')],
        ...(rows.length === 0 ? [[text(t.costsNothing, 'note')]] : []),
        ...((costs?.elsewhere ?? 0) === 0
          ? []
          : [[text(t.costsElsewhere(formatCount(costs?.elsewhere ?? 0, language)), 'note')]]),
      ],
      columns: [
        [t.costsCurrency, 10],
        [t.costsBucket, 30],
        [t.costsActual, 16],
        [t.costsActualEntries, 10],
        [t.costsAccrued, 16],
        [t.costsAccruedEntries, 10],
        [t.costsVariance, 18],
      ],
    },
    context,
  )
}
