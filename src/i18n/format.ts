/** Numbers and dates as people read them, alike in every table, chart and workbook. */
import { dateOfDay } from '../domain/moment'
import type { Language } from './translation'

/** What is no number is never printed as one. */
const notANumber = (value: number): string | null =>
  Number.isNaN(value) ? '—' : Number.isFinite(value) ? null : value > 0 ? '∞' : '−∞'

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }
const cache = new Map<string, Intl.NumberFormat>()

function formatter(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = cache.get(key) ?? new Intl.NumberFormat(LOCALE[language], options)
  cache.set(key, known)
  return known
}

const inDigits = (value: number, language: Language, options: Intl.NumberFormatOptions): string =>
  notANumber(value) ?? formatter(language, options).format(value)

export const formatCount = (value: number, language: Language): string =>
  inDigits(value, language, { maximumFractionDigits: 0 })

/** A measured figure with as many digits as it deserves: four significant ones, none after the point above a thousand. */
export function formatFigure(value: number, language: Language): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1000) return inDigits(value, language, { maximumFractionDigits: 0 })
  return inDigits(value, language, { maximumSignificantDigits: 4 })
}

/** A number somebody entered: every digit of it, because rounding it would say something else. */
export const formatEntered = (value: number, language: Language): string =>
  inDigits(value, language, { maximumSignificantDigits: 15 })

/** The value of a field with its unit: entered as it is, calculated with as many digits as it deserves. */
export function formatNumberField(
  { unit, need }: { readonly unit?: string | undefined; readonly need?: string | undefined },
  value: number,
  language: Language,
): string {
  const isCalculated = need === 'calculated' && !Number.isInteger(value)
  const number = isCalculated ? formatFigure(value, language) : formatEntered(value, language)
  return unit === undefined ? number : `${number} ${unit}`
}

export const formatShare = (share: number, language: Language): string =>
  inDigits(share, language, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 })

/** A p-value with its sign, to be read after “p”: `= 0.046`, `< 0.001`. */
export const formatP = (p: number, language: Language): string =>
  p < 0.001 ? '< 0.001' : `= ${inDigits(p, language, { maximumSignificantDigits: 2 })}`

/** `2016-03-05T14:30+08:00` → `2016-03-05 14:30`; less precise moments stay as short as they are. */
export const formatMoment = (moment: string): string => moment.slice(0, 16).replace('T', ' ')

export const formatDay = (day: number): string => dateOfDay(day)

const pad = (value: number): string => String(value).padStart(2, '0')

/** The clock of this device as local civil time with offset, for example `2026-05-07T14:30+08:00`. */
export function localMoment(now = new Date()): string {
  const offset = -now.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  return (
    `${now.getFullYear()}` +
    `-${pad(now.getMonth() + 1)}-${pad(now.getDate())}T${pad(now.getHours())}:${pad(now.getMinutes())}` +
    `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`
  )
}

/** A stamp in milliseconds as local date and time to the second. */
export function formatStamp(stamp: number): string {
  const at = new Date(stamp)
  return (
    `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ` +
    `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`
  )
}

export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${inDigits(value, language, { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })} ${units[unit]}`
}

/** A share alive: two digits of what is missing to 1 are kept, so that 99.98 % does not become 100 %. */
export const formatReliability = (share: number, language: Language): string => {
  const missing = 1 - share
  const digits = missing > 0 && missing < 0.1 ? Math.min(12, Math.ceil(-Math.log10(missing)) - 1) : 1
  return inDigits(share, language, { style: 'percent', maximumFractionDigits: digits })
}

/** A share on probability paper: two significant digits, so that 0.2% and 99.9% stay apart. */
export const formatPercentile = (share: number, language: Language): string =>
  inDigits(share, language, { style: 'percent', maximumSignificantDigits: share > 0.99 ? 3 : 2 })

/** Whole hundredths as an amount of their currency, `CNY 1,280.50`; always with its code, because signs are shared. */
export const formatMoney = (cents: number, currency: string, language: Language): string =>
  `${currency} ${inDigits(cents / 100, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
