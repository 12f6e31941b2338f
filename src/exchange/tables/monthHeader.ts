import { plainText } from '../../domain/plainText'
import { serialDate } from '../cells/serialDate'

/** The month a mileage column stands for. */
export interface MonthHeader {
  /** null when the header names none and the title must */
  readonly year: number | null
  readonly month: number
}

const YEAR = /((?:19|20)\d{2})(?:年|$|(?=\D))/
const YEAR_MONTH = /((?:19|20)\d{2})[年.\-/]?(0?[1-9]|1[0-2])月?(?:份|末|底)?(?:$|[(（])/
const MONTH = /^(?:第)?(0?[1-9]|1[0-2])月(?:份|末|底)?(?:$|[(（累当月走])/
const CHINESE_MONTH = /^(十[一二]?|[一二三四五六七八九])月/
const ENGLISH_MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?[-'/]?((?:20)?\d{2})?$/
const CHINESE_DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads `2016年/1月`, `2016-01`, `1月(月末累计)`, `Jan 2016`, or a date serial as a header of a month; null for other headers. */
export function monthOfHeader(parts: readonly string[]): MonthHeader | null {
  const last = plainText(parts.at(-1) ?? '')
  if (last === '' || last.length > 20) return null
  const both = YEAR_MONTH.exec(last)
  if (both && !/\d{4}[.\-/]\d{1,2}[.\-/]\d/.test(last)) return { year: Number(both[1]), month: Number(both[2]) }
  const month = monthNumber(last)
  if (month !== null) {
    const english = ENGLISH_MONTH.exec(last)?.[2]
    return {
      year: english ? Number(english.length === 2 ? `20${english}` : english) : yearIn(parts.slice(0, -1)),
      month,
    }
  }
  if (/^[34]\d{4}$/.test(last)) {
    const date = serialDate(Number(last), false)
    if (date?.endsWith('-01')) return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
  }
  return null
}

/** The single month a title names, 2016年12月份走行公里统计 or Mileage Dec 2016; null for none, several or a span of months. */
export function monthInTitle(title: string): MonthHeader | null {
  const folded = plainText(title)
  const found = [...folded.matchAll(/((?:19|20)\d{2})[年.\-/](0?[1-9]|1[0-2])(?:月|(?=$|[^\d.\-/~至到]))/g)].map(
    (match) => `${match[1]} ${Number(match[2])}`,
  )
  const named = [
    ...folded.matchAll(/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-,./]?((?:19|20)\d{2})/g),
  ].map((match) => `${match[2]} ${ENGLISH.indexOf(match[1]!) + 1}`)
  const months = new Set([...found, ...named])
  const [year, month] = [...months][0]?.split(' ') ?? []
  return months.size === 1 && !/\d月?[-~—–至到]\d{1,2}月/.test(folded)
    ? { year: Number(year), month: Number(month) }
    : null
}

/** The single year a text names; null for none or for a span such as 2014-2017. */
export function yearIn(texts: readonly string[]): number | null {
  const years = new Set<number>()
  for (const text of texts) {
    for (const match of plainText(text).matchAll(new RegExp(YEAR, 'g'))) years.add(Number(match[1]))
  }
  return years.size === 1 ? [...years][0]! : null
}

function monthNumber(text: string): number | null {
  const digits = MONTH.exec(text)
  if (digits) return Number(digits[1])
  const chinese = CHINESE_MONTH.exec(text)
  if (chinese) return CHINESE_DIGITS.indexOf(chinese[1]!) + 1
  const english = ENGLISH_MONTH.exec(text)
  return english ? ENGLISH.indexOf(english[1]!.slice(0, 3)) + 1 : null
}
