/** In which order a column writes day, month and year, where one date alone cannot tell. */

/** `asked`: two numbers of a year's last digits, and no order that fits them all. */
export type DateOrder = 'mdy' | 'dmy' | 'asked'

const THREE_NUMBERS = /^\s*(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})(?!\d)/u
const LONGEST = 100
const FEWEST_DAYS = 3

/**
 * @param texts the dates of a column as they are written
 * @returns null where every date says it itself, or year, month and day fit in this order
 */
export function dateOrder(texts: Iterable<string>): DateOrder | null {
  const fits = { ymd: true, mdy: true, dmy: true }
  const [firsts, thirds] = [new Set<number>(), new Set<number>()]
  let short = false
  let found = false
  for (const text of texts) {
    const numbers = text.length > LONGEST ? null : THREE_NUMBERS.exec(text.normalize('NFKC'))
    if (numbers === null) continue
    const [first, second, third] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])]
    const isShort = numbers[3]!.length === 2
    const own = {
      ymd: isShort && isMonth(second) && isDay(third),
      mdy: isMonth(first) && isDay(second),
      dmy: isMonth(second) && isDay(first),
    }
    if (!own.ymd && !own.mdy && !own.dmy) continue
    found = true
    short ||= isShort
    if (isShort) {
      firsts.add(first)
      thirds.add(third)
    }
    if (isShort) fits.ymd &&= own.ymd
    fits.mdy &&= own.mdy
    fits.dmy &&= own.dmy
  }
  // 05/03/16, 18/04/16, 20/05/16 are days of one year, not the 16th of many.
  const yearIsLast = firsts.size >= FEWEST_DAYS && thirds.size * 2 <= firsts.size
  if (!found || (short && fits.ymd && !yearIsLast)) return null
  if (fits.mdy !== fits.dmy) return fits.mdy ? 'mdy' : 'dmy'
  return short ? 'asked' : null
}

const isMonth = (value: number): boolean => value >= 1 && value <= 12
const isDay = (value: number): boolean => value >= 1 && value <= 31
