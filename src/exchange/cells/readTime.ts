/** A time of day that stands in a column of its own: `06:15`, `6时15分`, `下午3:20`, or the fraction of a day. */
import { twoDigits } from './serialDate'

const MINUTES_PER_DAY = 1440
const TIME =
  /^(上午|下午|晚上?|早上?|中午|凌晨)?\s*(\d{1,2})\s*[:：时点]\s*(?:(\d{1,2})\s*分?)?(?::\d{1,2}(?:\.\d+)?|\d{1,2}\s*秒)?\s*(am|pm)?$/iu
const LONGEST = 20

/** `06:15`; null when the text or number is no time of day. */
export function readTime(value: string | number | boolean | undefined): string | null {
  if (typeof value === 'number') return value >= 0 && value < 1 ? ofMinutes(Math.round(value * MINUTES_PER_DAY)) : null
  if (typeof value !== 'string' || value.length > LONGEST) return null
  const text = value.normalize('NFKC').trim()
  if (/^0?\.\d+$/u.test(text)) return readTime(Number(text))
  const found = TIME.exec(text)
  if (found === null) return null
  const [, part, hours = '', minutes = '0', half] = found
  const isAfternoon = part === '下午' || part?.startsWith('晚') === true || half?.toLowerCase() === 'pm'
  const hour = Number(hours) + (isAfternoon && Number(hours) < 12 ? 12 : 0)
  return hour > 23 || Number(minutes) > 59 ? null : `${twoDigits(hour)}:${twoDigits(Number(minutes))}`
}

const ofMinutes = (minutes: number): string | null =>
  minutes >= MINUTES_PER_DAY ? null : `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
