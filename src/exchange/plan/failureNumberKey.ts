import { plainText } from '../../domain/plainText'

/** `GZ-2016-0153`, `gz2016-153` and `2016-153` are the same number: the year and the count decide. */
export function failureNumberKey(no: string): string {
  const match = /(\d{4})\D*(\d+)$/u.exec(plainText(no))
  return match === null ? plainText(no) : `${match[1]}-${Number(match[2])}`
}
