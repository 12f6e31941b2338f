/** How long repairs of a node took, as far as the handlings of its failures say. */
import { minuteOf } from '../domain/calendar/workingCalendar'
import type { Handling } from '../domain/records/handling'
import { textAt } from './failureColumns'
import type { FieldData } from './fieldData'
import { recordedPeriod } from './recordedPeriod'
import { rowsInScope, trainsInScope, type Scope } from './scope'
import { exposureBetween } from './trainUsage'

/**
 * `clock`: from start to finish of the work on site. `labour`: hours of diagnosis, repair and commissioning, of all hands.
 * `down`: from the failure to the end of its last handling, with travel and waiting.
 */
export const REPAIR_BASES = ['clock', 'labour', 'down'] as const
export type RepairBasis = (typeof REPAIR_BASES)[number]

export interface OneRepair {
  readonly row: number
  readonly hours: number
}

export interface RepairHours {
  /** By hours. */
  readonly repairs: Readonly<Record<RepairBasis, readonly OneRepair[]>>
  /** Failures that count, and those of them whose handlings say none of these hours. */
  readonly counted: number
  readonly silent: Uint32Array
  /** Hours by the calendar that the trains of the scope were in service. */
  readonly trainHours: number
}

const MINUTES_AN_HOUR = 60
const HOURS_A_DAY = 24
/** Beyond a year it is a slip of the pen, or not a repair. */
const LONGEST_HOURS = 8760
const DAY_TEXT = 10

/** To the hour at least; a day alone says nothing of hours. */
const timeOf = (moment: string | undefined): number | null =>
  moment === undefined || moment.length <= DAY_TEXT ? null : minuteOf(moment)

const hoursBetween = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : (to - from) / MINUTES_AN_HOUR

/** Each handling that tells of its time tells both ends, or nothing can be said of them together. */
function clockHours(handlings: readonly Handling[]): number | null {
  const timed = handlings.filter(({ startAt, endAt }) => timeOf(startAt) !== null || timeOf(endAt) !== null)
  const each = timed.map(({ startAt, endAt }) => hoursBetween(timeOf(startAt), timeOf(endAt)))
  return each.length === 0 || each.includes(null) ? null : each.reduce<number>((sum, hours) => sum + (hours ?? 0), 0)
}

function labourHours(handlings: readonly Handling[]): number | null {
  const told = handlings.filter(({ repairH }) => repairH !== undefined)
  return told.length === 0
    ? null
    : told.reduce((sum, { diagH = 0, repairH = 0, debugH = 0 }) => sum + diagH + repairH + debugH, 0)
}

function downHours(occurredAt: string, handlings: readonly Handling[]): number | null {
  const ends = handlings.flatMap(({ endAt }) => timeOf(endAt) ?? [])
  return ends.length === 0 ? null : hoursBetween(timeOf(occurredAt), Math.max(...ends))
}

/** @param handlingsOf those of a row that show with it, in order */
export function repairHours(
  data: FieldData,
  scope: Scope,
  handlingsOf: (row: number) => readonly Handling[],
): RepairHours {
  const { columns, fleet } = data
  const { from, to } = recordedPeriod(data, scope)
  const { counted } = rowsInScope(data, { ...scope, from, to })
  const repairs: Record<RepairBasis, OneRepair[]> = { clock: [], labour: [], down: [] }
  const silent: number[] = []
  for (const row of counted) {
    const handlings = handlingsOf(row)
    const told: Record<RepairBasis, number | null> = {
      clock: clockHours(handlings),
      labour: labourHours(handlings),
      down: downHours(textAt(columns, 'occurredAt', row), handlings),
    }
    const said = REPAIR_BASES.flatMap((basis) => {
      const hours = told[basis]
      return hours !== null && hours > 0 && hours <= LONGEST_HOURS ? [[basis, hours] as const] : []
    })
    for (const [basis, hours] of said) repairs[basis].push({ row, hours })
    if (said.length === 0) silent.push(row)
  }
  for (const basis of REPAIR_BASES) repairs[basis].sort((a, b) => a.hours - b.hours)
  const serviceDays = trainsInScope(fleet, scope).reduce((sum, id) => {
    const usage = fleet.usage.get(id)
    return usage === undefined ? sum : sum + exposureBetween(usage, from, to).serviceDays
  }, 0)
  return {
    repairs,
    counted: counted.length,
    silent: Uint32Array.from(silent),
    trainHours: serviceDays * HOURS_A_DAY,
  }
}

/** The failures whose handlings are asked for. */
export function rowsRepaired(data: FieldData, scope: Scope): Uint32Array {
  const { from, to } = recordedPeriod(data, scope)
  return rowsInScope(data, { ...scope, from, to }).counted
}
