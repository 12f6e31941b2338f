/**
 * Which hours are worked, and how long something takes in them. Everything is local civil time counted in minutes, as
 * moments are; no clock and no time zone is asked.
 */
import { dateOfDay, dayNumber, isMoment, type Moment } from '../moment'
import { PUBLIC_HOLIDAYS, type HolidayYear } from './publicHolidays'

const DAY = 1440

export interface WorkingCalendar {
  /** Worked stretches of a working day, in minutes after midnight, in order. */
  readonly hours: readonly (readonly [from: number, to: number])[]
  readonly off: ReadonlySet<number>
  readonly worked: ReadonlySet<number>
  /** Years whose holidays are known; in others only weekends are off. */
  readonly years: ReadonlySet<number>
}

/** 08:30 to 12:00 and 13:00 to 17:30: eight hours, so that half a working day is four. */
export const DEFAULT_HOURS: WorkingCalendar['hours'] = [
  [510, 720],
  [780, 1050],
]

/** @param added years entered by the company; a year given there replaces the built-in one */
export function workingCalendar(
  added: readonly HolidayYear[] = [],
  hours: WorkingCalendar['hours'] = DEFAULT_HOURS,
): WorkingCalendar {
  const years = [...PUBLIC_HOLIDAYS.filter(({ year }) => !added.some((own) => own.year === year)), ...added]
  const off = new Set<number>()
  for (const { off: stretches } of years)
    for (const [first, last] of stretches)
      for (let day = dayNumber(first); day <= dayNumber(last); day += 1) off.add(day)
  return {
    hours,
    off,
    worked: new Set(years.flatMap(({ worked }) => worked.map(dayNumber))),
    years: new Set(years.map(({ year }) => year)),
  }
}

/** 1970-01-01 was a Thursday; 0 is Monday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

export const isWorkingDay = (day: number, calendar: WorkingCalendar): boolean =>
  calendar.worked.has(day) || (weekday(day) < 5 && !calendar.off.has(day))

/**
 * Minutes since 1970-01-01T00:00 of local civil time. A moment known to the day stands for its beginning.
 * @returns null for a moment not known to the day
 */
export const minuteOf = (moment: Moment): number | null =>
  isMoment(moment) && moment.length >= 10
    ? dayNumber(moment.slice(0, 10)) * DAY +
      Number(moment.slice(11, 13) || '0') * 60 +
      Number(moment.slice(14, 16) || '0')
    : null

export function momentOf(minute: number): Moment {
  const day = Math.floor(minute / DAY)
  const rest = minute - day * DAY
  return `${dateOfDay(day)}T${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`
}

/** How long a working day is. */
export const workingMinutesPerDay = ({ hours }: WorkingCalendar): number =>
  hours.reduce((sum, [from, to]) => sum + to - from, 0)

/** Worked minutes between two minutes; negative when they run backwards. */
export function workingMinutes(from: number, to: number, calendar: WorkingCalendar): number {
  if (to < from) return 0 - workingMinutes(to, from, calendar)
  const [first, last] = [Math.floor(from / DAY), Math.floor(to / DAY)]
  const inDay = (day: number, start: number, end: number): number =>
    isWorkingDay(day, calendar)
      ? calendar.hours.reduce(
          (sum, [opens, closes]) => sum + Math.max(0, Math.min(closes, end) - Math.max(opens, start)),
          0,
        )
      : 0
  if (first === last) return inDay(first, from - first * DAY, to - first * DAY)
  let sum = inDay(first, from - first * DAY, DAY) + inDay(last, 0, to - last * DAY)
  const whole = workingMinutesPerDay(calendar)
  for (let day = first + 1; day < last; day += 1) if (isWorkingDay(day, calendar)) sum += whole
  return sum
}

/**
 * Years between two minutes, both included, whose holidays nobody has entered. Worked time in them leaves out weekends only and is
 * provisional.
 */
export function provisionalYears(from: number, to: number, { years }: WorkingCalendar): readonly number[] {
  const [first, last] = [yearOf(Math.min(from, to)), yearOf(Math.max(from, to))]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((year) => !years.has(year))
}

const yearOf = (minute: number): number => Number(momentOf(minute).slice(0, 4))

/** When so many worked minutes after `from` are over. */
export function addWorkingMinutes(from: number, minutes: number, calendar: WorkingCalendar): number {
  let left = minutes
  for (let day = Math.floor(from / DAY); ; day += 1) {
    if (!isWorkingDay(day, calendar)) continue
    for (const [opens, closes] of calendar.hours) {
      const start = Math.max(day * DAY + opens, from)
      const room = day * DAY + closes - start
      if (room <= 0) continue
      if (left <= room) return start + left
      left -= room
    }
  }
}

/** `2027-01-01..2027-01-03 2027-02-06..2027-02-12` and `2027-01-04 …` of one year, as a person types them. */
export function readHolidayYear(year: number, off: string, worked: string): HolidayYear | null {
  const days = (text: string): readonly string[] => text.split(/[\s,，、;；]+/u).filter((part) => part !== '')
  const isDay = (text: string): boolean => isMoment(text) && text.length === 10
  const stretches = days(off)
    .map((part) => part.split(/\.\.|～|~/u))
    .map(([first = '', last = first]) => [first, last] as const)
  const isRead =
    stretches.every(
      ([first, last]) => isDay(first) && isDay(last) && first <= last && dayNumber(last) - dayNumber(first) < 60,
    ) && days(worked).every(isDay)
  return isRead ? { year, off: stretches, worked: days(worked) } : null
}
