/** Which sign of a written number is its decimal point. */

/**
 * Does a column write decimals with a comma? Only where some number leaves no doubt, `812345,6` or `402.000,5`, and none
 * says otherwise, `1,234.5`.
 */
export function usesDecimalComma(texts: Iterable<string>): boolean {
  let uses = false
  for (const text of texts) {
    if (text.length > LONGEST) continue
    if (/\d,\d{3}(?:[.,]\d|\D*$(?<=\.\d+))/u.test(text)) return false
    uses ||= /\d,\d{1,2}(?!\d)/u.test(text) || /\d\.\d{3}[.,]\d/u.test(text) || /\d{4,},\d{3}(?!\d)/u.test(text)
  }
  return uses
}

const LONGEST = 60

/**
 * A number with points and commas as digits and one point; null where it may be either.
 * @param comma the column writes decimals with a comma, so that `799.001` has no decimals
 */
export function decimalText(number: string, comma: boolean): string | null {
  const [commas, points] = [number.split(',').length - 1, number.split('.').length - 1]
  if (commas + points === 0) return number
  if (commas > 0 && points > 0) {
    const decimal = number.lastIndexOf(',') > number.lastIndexOf('.') ? ',' : '.'
    const [whole = '', decimals = '', more] = number.split(decimal)
    const grouped = more === undefined ? ungrouped(whole, decimal === ',' ? '.' : ',') : null
    return grouped === null ? null : `${grouped}.${decimals}`
  }
  const sign = commas > 0 ? ',' : '.'
  if (commas + points > 1) return ungrouped(number, sign)
  const [whole = '', rest = ''] = number.split(sign)
  const maybeGroup = rest.length === 3 && whole.length <= 3 && !whole.startsWith('0') && whole !== ''
  if (sign === '.') return comma && maybeGroup ? whole + rest : number
  if (maybeGroup) return comma ? `${whole}.${rest}` : whole + rest
  return rest.length === 1 || rest.length === 2 || (rest.length === 3 && whole.length > 3) ? `${whole}.${rest}` : null
}

function ungrouped(number: string, sign: string): string | null {
  const [first = '', ...groups] = number.split(sign)
  return first.length >= 1 && first.length <= 3 && groups.every((group) => group.length === 3)
    ? first + groups.join('')
    : groups.length === 0
      ? first
      : null
}
