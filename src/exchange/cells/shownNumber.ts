/** Digits and words that the format of a number shows and its value does not hold: 1 as `GZ-2016-0001`, 211 as `0211`. */
import { SSF } from 'xlsx'

const LITERAL = /"[^"]*"|\\./gu
const known = new Map<string, boolean>()

/** Does a format add digits or words to whole numbers? Points, groups, shares, dates and currencies are no part of a number's name. */
function addsSigns(format: string): boolean {
  let adds = known.get(format)
  if (adds === undefined) {
    const [first = ''] = format.split(';')
    const bare = first.replace(LITERAL, '')
    const words = (first.match(LITERAL) ?? []).join('').replace(/["\\]/gu, '').trim()
    adds =
      /^[0#?\s/-]+$/u.test(bare) && /0/u.test(bare) && !/#.*#,|\//u.test(bare) && (/00/u.test(bare) || words !== '')
    known.set(format, adds)
  }
  return adds
}

/** What people see of a whole number; null where its format adds nothing. */
export function shownNumber(value: number, format: string | undefined): string | null {
  if (format === undefined || format === 'General' || !Number.isSafeInteger(value) || value < 0) return null
  if (!addsSigns(format)) return null
  return (SSF.format(format, value) as string).trim()
}
