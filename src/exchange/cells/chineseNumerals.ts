/** Dates in Chinese numerals, `二〇一六年四月十八日`, in digits. */

const DIGITS = '〇一二三四五六七八九'

const digitsOf = (numeral: string): string => [...numeral].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join('')

/** The text with the numerals before 年, 月, 日 and 号 in digits; the same text where there are none. */
export const withDigits = (text: string): string =>
  text.replace(/[〇零○一二三四五六七八九十]{1,4}(?=[年月日号])/gu, (numeral) => {
    const [tens = '', ones] = numeral.split('十')
    return ones === undefined ? digitsOf(tens) : (digitsOf(tens) || '1') + (digitsOf(ones) || '0')
  })
