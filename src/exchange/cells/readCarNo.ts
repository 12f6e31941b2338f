/** One car of a train, or how many the text names. */
export interface CarReading {
  readonly carNo?: string
  readonly several?: boolean
}

/** A longer text holds more than a number. */
const LONGEST = 60
const CAR = /^(?:第|no\.?|car|coach|carriage|vehicle|车厢|车|mc|tc|mp|m|t)?0*(\d{1,2})(?:号|#|节|位|车厢|车)*$/i
const SEVERAL = /^\D{0,2}\d{1,2}(?:号|#|节|车厢|车)*(?:[、,/;~\-和及至]|\s)+\D{0,2}\d{1,2}/

/** Reads a car number: `3`, `03`, `3车`, `3号车`; `3、4车` names several and gives none. */
export function readCarNo(text: string): CarReading {
  if (text.length > LONGEST) return {}
  const clean = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .trim()
  if (SEVERAL.test(clean)) return { several: true }
  const found = CAR.exec(clean.replace(/\s+/g, ''))
  return found ? { carNo: found[1]! } : {}
}
