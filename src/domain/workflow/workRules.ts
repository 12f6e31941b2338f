/**
 * The company's own working day, holidays and time limits as they are kept in the settings, read back with what cannot be
 * read left out. A setting says only what differs from the built-in rules; an empty one goes back to them.
 */
import { oneOf } from '../closedSet'
import { isPlainObject } from '../plainObject'
import { storedList, textsIn } from '../storedList'
import {
  DEFAULT_HOURS,
  readHolidayYear,
  workingCalendar,
  workingMinutesPerDay,
  type WorkingCalendar,
} from '../calendar/workingCalendar'
import type { HolidayYear } from '../calendar/publicHolidays'
import type { Json } from '../records/field'
import { DEFAULT_LIMITS, type VerificationLimits } from './gates'
import { may, type Role } from './roles'
import { DEFAULT_TIME_LIMITS, LIMIT_KEYS, type LimitKey, type TimeLimits } from './timeLimits'
import { LIMIT_UNITS, type Limit, type LimitUnit } from './stateClock'

export const CALENDAR_SETTING = 'workingCalendar'
export const LIMITS_SETTING = 'timeLimits'
export const HOURS_SETTING = 'workingHours'
export const WINDOW_SETTING = 'verificationWindow'
export const WORK_SETTINGS = [HOURS_SETTING, LIMITS_SETTING, CALENDAR_SETTING, WINDOW_SETTING] as const
export type WorkSetting = (typeof WORK_SETTINGS)[number]

/** One year as a person typed it. */
export interface TypedYear {
  readonly year: number
  readonly off: string
  readonly worked: string
}

/** The working day as a person typed it, `08:30`; a day without a break leaves both its ends empty. */
export interface TypedDay {
  readonly start: string
  readonly breakStart: string
  readonly breakEnd: string
  readonly end: string
}

export interface WorkRules {
  readonly calendar: WorkingCalendar
  readonly limits: TimeLimits
  readonly window: VerificationLimits
}

const objectOf = (value: Json | undefined): Readonly<Record<string, Json>> =>
  isPlainObject(value) ? (value as Readonly<Record<string, Json>>) : {}

export const typedYears = (setting: Json | undefined): readonly TypedYear[] =>
  storedList(setting, (entry) => {
    const [year, texts] = [entry['year'], textsIn(entry, ['off', 'worked'])]
    return typeof year === 'number' && texts !== null ? { year, ...texts } : null
  })

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minuteOfDay = (text: string): number | null => {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：](\d{2})$/u.exec(text.trim()) ?? []
  return hour === '' || Number(hour) * 60 + Number(minute) > 1440 || Number(minute) > 59
    ? null
    : Number(hour) * 60 + Number(minute)
}

export function typedDay(hours: WorkingCalendar['hours']): TypedDay {
  const [first = [0, 0], last] = hours
  return {
    start: clockText(first[0]),
    breakStart: last === undefined ? '' : clockText(first[1]),
    breakEnd: last === undefined ? '' : clockText(last[0]),
    end: clockText((last ?? first)[1]),
  }
}

export const DEFAULT_DAY: TypedDay = typedDay(DEFAULT_HOURS)

export type DayRefusal = 'day-times' | 'day-order' | 'day-break'

/** The worked stretches of a typed day, or what is wrong with it. */
export function readDay(typed: TypedDay): WorkingCalendar['hours'] | DayRefusal {
  const hasBreak = typed.breakStart.trim() !== '' || typed.breakEnd.trim() !== ''
  const [start, end] = [minuteOfDay(typed.start), minuteOfDay(typed.end)]
  if (start === null || end === null) return 'day-times'
  if (start >= end) return 'day-order'
  if (!hasBreak) return [[start, end]]
  const [from, to] = [minuteOfDay(typed.breakStart), minuteOfDay(typed.breakEnd)]
  return from === null || to === null || from <= start || to <= from || to >= end
    ? 'day-break'
    : [
        [start, from],
        [to, end],
      ]
}

export function hoursOf(setting: Json | undefined): WorkingCalendar['hours'] {
  const { start, breakStart, breakEnd, end } = objectOf(setting)
  const texts = [start, breakStart, breakEnd, end].map((text) => (typeof text === 'string' ? text : ''))
  const hours = readDay({
    start: texts[0] ?? '',
    breakStart: texts[1] ?? '',
    breakEnd: texts[2] ?? '',
    end: texts[3] ?? '',
  })
  return typeof hours === 'string' ? DEFAULT_HOURS : hours
}

/** A limit longer than this is a slip of the hand. */
export const MOST_DAYS = 1000

export type LimitRefusal = 'limit-number' | 'limit-too-long'

/** A limit as it was typed; an empty one of a priority means that handling goes by the path. */
export function readLimit(
  key: LimitKey,
  typed: string,
  unit: LimitUnit,
  calendar: WorkingCalendar,
): Limit | null | LimitRefusal {
  const text = typed.trim().replace(',', '.')
  if (text === '' && key.startsWith('HANDLING.P')) return null
  const amount = Number(text)
  if (text === '' || !Number.isFinite(amount) || amount <= 0) return 'limit-number'
  const days =
    unit === 'days' ? amount : (amount * 60) / (unit === 'clockHours' ? 1440 : workingMinutesPerDay(calendar))
  return days > MOST_DAYS ? 'limit-too-long' : { amount, unit }
}

/** Limits that differ from the built-in ones; null where the company wants none of its own for a priority. */
export type OwnLimits = Readonly<Partial<Record<LimitKey, Limit | null>>>

export function ownLimits(setting: Json | undefined): OwnLimits {
  const own = objectOf(setting)
  return Object.fromEntries(
    LIMIT_KEYS.flatMap((key): [LimitKey, Limit | null][] => {
      if (own[key] === null && key.startsWith('HANDLING.P')) return [[key, null]]
      // Before limits knew paths, one number of working hours stood for the whole state.
      const plain = own[key.split('.')[0] ?? key]
      if (typeof plain === 'number' && plain > 0 && !key.startsWith('HANDLING.P'))
        return [[key, { amount: plain, unit: 'hours' }]]
      const { amount, unit } = objectOf(own[key])
      const known = oneOf(LIMIT_UNITS, unit)
      return typeof amount === 'number' && amount > 0 && known !== undefined ? [[key, { amount, unit: known }]] : []
    }),
  )
}

const isSame = (a: Limit | null | undefined, b: Limit | null | undefined): boolean =>
  a?.amount === b?.amount && a?.unit === b?.unit

/** What has to be kept of these limits: those that differ from the built-in ones. */
export const ownOf = (limits: OwnLimits): OwnLimits =>
  Object.fromEntries(
    LIMIT_KEYS.flatMap((key) =>
      limits[key] === undefined || isSame(limits[key], DEFAULT_TIME_LIMITS[key]) ? [] : [[key, limits[key]]],
    ),
  )

/** Which limits two versions of the setting disagree about, with what each says. */
export function limitsBetween(
  before: Json | undefined,
  after: Json | undefined,
): readonly { readonly key: LimitKey; readonly before: Limit | null; readonly after: Limit | null }[] {
  const [old, now] = [limitsOf(before), limitsOf(after)]
  return LIMIT_KEYS.flatMap((key) =>
    isSame(old[key], now[key]) ? [] : [{ key, before: old[key] ?? null, after: now[key] ?? null }],
  )
}

export function limitsOf(setting: Json | undefined): TimeLimits {
  const own = ownLimits(setting)
  return Object.fromEntries(
    LIMIT_KEYS.flatMap((key) => {
      const limit = own[key] === undefined ? DEFAULT_TIME_LIMITS[key] : own[key]
      return limit === null || limit === undefined ? [] : [[key, limit]]
    }),
  )
}

/** How long and how far an action is watched, as a person typed it. */
export interface TypedWindow {
  readonly days: string
  readonly km: string
}

export const typedWindow = ({ windowDays, kmPerTrain }: VerificationLimits): TypedWindow => ({
  days: String(windowDays),
  km: String(kmPerTrain),
})

export type WindowRefusal = 'window-days' | 'window-km'
const MOST_WINDOW_KM = 10_000_000

/** Whole days, at least one; kilometres may be none where a company goes by time alone. */
export function readWindow({ days, km }: TypedWindow): VerificationLimits | WindowRefusal {
  const [windowDays, kmPerTrain] = [Number(days.trim()), Number(km.trim().replace(/[,，\s]/gu, ''))]
  if (days.trim() === '' || !Number.isInteger(windowDays) || windowDays < 1 || windowDays > MOST_DAYS)
    return 'window-days'
  return km.trim() === '' || !Number.isFinite(kmPerTrain) || kmPerTrain < 0 || kmPerTrain > MOST_WINDOW_KM
    ? 'window-km'
    : { windowDays, kmPerTrain }
}

export function windowOf(setting: Json | undefined): VerificationLimits {
  const { windowDays, kmPerTrain } = objectOf(setting)
  const read = readWindow({ days: String(windowDays ?? ''), km: String(kmPerTrain ?? '') })
  return typeof read === 'string' ? DEFAULT_LIMITS : read
}

export type WorkSettings = Readonly<Partial<Record<WorkSetting, Json | undefined>>>

export function workRules({
  [CALENDAR_SETTING]: calendar,
  [LIMITS_SETTING]: limits,
  [HOURS_SETTING]: hours,
  [WINDOW_SETTING]: window,
}: WorkSettings): WorkRules {
  const years = typedYears(calendar)
    .map(({ year, off, worked }) => readHolidayYear(year, off, worked))
    .filter((year): year is HolidayYear => year !== null)
  return { calendar: workingCalendar(years, hoursOf(hours)), limits: limitsOf(limits), window: windowOf(window) }
}

/** Limits and the working day move what is late for everybody, so whoever keeps the system changes them, and says why. */
export const mayChangeRules = (role: Role): boolean => may(role, 'U', 'administer')
