/** Dates in Chinese numerals, `二〇一六年四月十八日`, in digits. */

const DIGITS = '〇一二三四五六七八九'
const NUMERAL = '[一二三四五六七八九十]{1,3}'
const ONE_DIGIT = /[零○Ｏo]/giu

/** The text with the numerals before 年, 月, 日 and 号 in digits; the same text where there are none. */
export function withDigits(text: string): string {
  if (!/[一二三四五六七八九十]/u.test(text)) return text
  return text
    .replace(/([〇零○o一二三四五六七八九]{4}|[〇零○o一二三四五六七八九]{2})(?=年)/giu, (year) =>
      [...year.replace(ONE_DIGIT, '〇')].map((digit) => DIGITS.indexOf(digit)).join(''),
    )
    .replace(new RegExp(`${NUMERAL}(?=[月日号])`, 'gu'), (numeral) => String(numberOf(numeral) ?? numeral))
}

/** 一 to 九十九: tens before 十, ones behind it. */
function numberOf(numeral: string): number | null {
  const [before, behind, more] = numeral.split('十')
  if (more !== undefined) return null
  if (behind === undefined) return numeral.length === 1 ? DIGITS.indexOf(numeral) : null
  if (before!.length > 1 || behind.length > 1) return null
  return (before === '' ? 1 : DIGITS.indexOf(before!)) * 10 + (behind === '' ? 0 : DIGITS.indexOf(behind))
}
