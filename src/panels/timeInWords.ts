/** Stretches of time as people say them. */
import { formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'

const HOURS_A_DAY = 8

/** Worked minutes: days of eight hours, hours, minutes. */
export function workedInWords(minutes: number, t: Messages, language: Language): string {
  const size = Math.abs(minutes)
  if (size < 60) return t.workMinutes(formatFigure(Math.round(size), language))
  if (size < HOURS_A_DAY * 60) return t.workHours(formatFigure(Math.round(size / 6) / 10, language))
  return t.workDays(formatFigure(Math.round(size / (HOURS_A_DAY * 6)) / 10, language))
}

/** Calendar minutes: days and hours of the clock on the wall. */
export function passedInWords(minutes: number, t: Messages, language: Language): string {
  return minutes < 1440 ? (minutes < 60 ? t.workMinutes(formatFigure(minutes, language)) : t.workHours(formatFigure(Math.round(minutes / 6) / 10, language))) : t.workCalendarDays(formatFigure(Math.round(minutes / 144) / 10, language))
}
