/** Stretches of time as people say them. */
import { workingMinutesPerDay, type WorkingCalendar } from '../domain/calendar/workingCalendar'
import type { Clock } from '../domain/workflow/stateClock'
import { formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'

/** Worked minutes: days as long as the company's working day, hours, minutes. A clock that runs day and night counts calendar days. */
export function workedInWords(
  minutes: number,
  clock: Pick<Clock, 'isAroundTheClock'> | null,
  calendar: WorkingCalendar,
  t: Messages,
  language: Language,
): string {
  const size = Math.abs(minutes)
  if (clock?.isAroundTheClock === true) return passedInWords(size, t, language)
  const day = workingMinutesPerDay(calendar)
  if (size < 60) return t.workMinutes(formatFigure(Math.round(size), language))
  if (size < day) return t.workHours(formatFigure(Math.round(size / 6) / 10, language))
  return t.workDays(formatFigure(Math.round((size * 10) / day) / 10, language))
}

/** Calendar minutes: days and hours of the clock on the wall. */
export function passedInWords(minutes: number, t: Messages, language: Language): string {
  return minutes < 1440
    ? minutes < 60
      ? t.workMinutes(formatFigure(minutes, language))
      : t.workHours(formatFigure(Math.round(minutes / 6) / 10, language))
    : t.workCalendarDays(formatFigure(Math.round(minutes / 144) / 10, language))
}
