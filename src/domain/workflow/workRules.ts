/** The company's own holidays and limits as they are kept in the settings, read back with what cannot be read left out. */
import { readHolidayYear, workingCalendar, type WorkingCalendar } from '../calendar/workingCalendar'
import type { HolidayYear } from '../calendar/publicHolidays'
import type { Json } from '../records/field'
import { DEFAULT_TIME_LIMITS, LIMITED_STATES, type TimeLimits } from './timeLimits'

export const CALENDAR_SETTING = 'workingCalendar'
export const LIMITS_SETTING = 'timeLimits'

/** One year as a person typed it. */
export interface TypedYear {
  readonly year: number
  readonly off: string
  readonly worked: string
}

export interface WorkRules {
  readonly calendar: WorkingCalendar
  readonly limits: TimeLimits
}

export function typedYears(setting: Json | undefined): readonly TypedYear[] {
  if (!Array.isArray(setting)) return []
  return (setting as readonly Json[]).flatMap((entry): TypedYear[] => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return []
    const { year, off, worked } = entry as Readonly<Record<string, Json>>
    return typeof year === 'number' && typeof off === 'string' && typeof worked === 'string' ? [{ year, off, worked }] : []
  })
}

export function workRules(calendar: Json | undefined, limits: Json | undefined): WorkRules {
  const years = typedYears(calendar).map(({ year, off, worked }) => readHolidayYear(year, off, worked)).filter((year): year is HolidayYear => year !== null)
  const own = typeof limits === 'object' && limits !== null && !Array.isArray(limits) ? (limits as Readonly<Record<string, Json>>) : {}
  return {
    calendar: workingCalendar(years),
    limits: Object.fromEntries(LIMITED_STATES.map((state) => {
      const hours = own[state]
      return [state, typeof hours === 'number' && hours > 0 ? { hours } : DEFAULT_TIME_LIMITS[state]]
    })) as Record<keyof TimeLimits, { hours: number }>,
  }
}
