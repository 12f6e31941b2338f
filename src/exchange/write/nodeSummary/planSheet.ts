/** What must happen to show a target: the plans of the page, one a line. */
import { BETTER } from '../../../metrics/plan/demonstration'
import type { Plan } from '../../../metrics/plan/plan'
import { formatFigure } from '../../../i18n/format'
import { count, figure, share, tableSheet, text, unit } from '../ooxml/tableSheet'
import type { Row, Sheet } from '../ooxml/workbook'
import type { SummaryContext } from './summaryContext'

interface Line {
  readonly allowed: number
  readonly km: number
  readonly months: number | null
  readonly month: string | null
  readonly chances: readonly number[]
}

/** @returns null where nothing is planned */
export function planSheet({ demonstration, lifeDemonstration }: Plan, context: SummaryContext): Sheet | null {
  const { t, language } = context
  const rowOf = (name: string, distance: string, { allowed, km, months, month, chances }: Line): Row => [
    text(name),
    count(allowed),
    count(Math.round(km)),
    unit(distance),
    figure(months),
    text(month ?? ''),
    ...chances.map((chance) => share(chance)),
  ]
  const rows = [
    ...(demonstration?.lines ?? []).map(({ exposureKm, ...line }) =>
      rowOf(t.bookWorkingTopic('demonstration'), t.planPartKm, { ...line, km: exposureKm }),
    ),
    ...(lifeDemonstration?.lines ?? []).map(({ eachKm, ...line }) =>
      rowOf(t.bookWorkingTopic('lifeDemonstration'), t.planTrainKmEach, { ...line, km: eachKm }),
    ),
  ]
  if (rows.length === 0) return null
  return tableSheet(
    {
      name: t.tabPlan,
      columns: [
        [t.bookFigure, 30],
        [t.planAllowed, 16],
        [t.planExposure('km'), 18],
        [t.bookUnit, 20],
        [t.planMonths, 12],
        [t.planMonth, 12],
        ...BETTER.map((ratio) => [t.planChance(formatFigure(ratio, language)), 14] as const),
      ],
      rows,
    },
    context,
  )
}
