/** What the first page says of now: the months up to today, what was closed, what is open, and the rate of the last whole year. */
import { addMonths, dateOfDay, dayNumber } from '../domain/moment'
import { isOpen } from '../domain/workflow/transitions'
import type { MtbfEstimate } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'
import { withKnownDistance } from './distanceKnown'
import type { FieldData } from './fieldData'
import { textAt } from './failureColumns'
import { mtbfOf } from './nodeFigures'
import type { Period } from './recordedPeriod'
import { closedDay } from './reports/openFailures'
import { fleetExposure, rowsInScope, trainsInScope, type Scope } from './scope'

const MONTHS_SHOWN = 13

export interface MonthFailures extends Period {
  /** YYYY-MM */
  readonly month: string
  readonly failures: number
}

export interface HomeFigures {
  /** The running month last; it ends with today. */
  readonly months: readonly MonthFailures[]
  /** Failures of the month before up to the same day of the month, to compare a running month with. */
  readonly sameDaysBefore: number
  readonly closedThisMonth: number
  readonly open: number
  /** Twelve whole months before the running one. */
  readonly year: Period & {
    readonly failures: number
    readonly trainKm: number
    /** Share of the train-days whose distance is known; null without trains. */
    readonly coverage: number | null
    readonly mtbf: MtbfEstimate | NotEstimable<string>
  }
}

const EVERYTHING: Scope = { population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }

/** @param today day number; failures of later days belong to no month shown */
export function homeFigures(data: FieldData, today: number): HomeFigures {
  const { columns, fleet, live } = data
  const days = columns.number.occurredDay
  const now = dateOfDay(today).slice(0, 7)
  const starts = Array.from({ length: MONTHS_SHOWN + 1 }, (_, at) => dayNumber(addMonths(now, at + 1 - MONTHS_SHOWN)))
  const counts = Array.from({ length: MONTHS_SHOWN }, () => 0)
  const [first = 0, running = 0] = [starts[0], starts[MONTHS_SHOWN - 1]]
  const before = starts[MONTHS_SHOWN - 2] ?? 0
  const sameDay = Math.min(before + (today - running), running - 1)
  let [sameDaysBefore, closedThisMonth, open] = [0, 0, 0]
  for (let at = 0; at < live.length; at += 1) {
    const row = live[at] ?? 0
    const day = days[row] ?? Number.NaN
    if (day >= first && day <= today) {
      const month = starts.findLastIndex((start) => start <= day)
      counts[month] = (counts[month] ?? 0) + 1
      if (day >= before && day <= sameDay) sameDaysBefore += 1
    }
    if (isOpen(textAt(columns, 'state', row))) open += 1
    else {
      const closed = closedDay(columns, row)
      if (closed !== null && closed >= running && closed <= today) closedThisMonth += 1
    }
  }
  return {
    months: counts.map((failures, at) => ({
      month: dateOfDay(starts[at] ?? 0).slice(0, 7),
      failures,
      from: starts[at] ?? 0,
      to: at === MONTHS_SHOWN - 1 ? today + 1 : (starts[at + 1] ?? 0),
    })),
    sameDaysBefore,
    closedThisMonth,
    open,
    year: yearFigures(data, { from: first, to: running }, fleet),
  }
}

function yearFigures(data: FieldData, period: Period, fleet: FieldData['fleet']): HomeFigures['year'] {
  const scope: Scope = { ...EVERYTHING, ...period }
  const { trainKm, coverage } = fleetExposure(fleet, trainsInScope(fleet, scope), period.from, period.to)
  const { counted } = rowsInScope(data, scope)
  const rated = withKnownDistance(data, counted)
  return { ...period, failures: counted.length, trainKm, coverage, mtbf: mtbfOf(rated.length, trainKm) }
}
