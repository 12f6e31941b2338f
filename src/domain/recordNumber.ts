/**
 * The numbers people read: letter of the kind, code of the device that gave it, ordinal on that device, such as `L-7B87-001`.
 * The code keeps numbers of two devices apart, so it is never empty.
 */
const LETTERS = { failure: 'L', problem: 'P', knowledge: 'K' } as const

export type NumberedKind = keyof typeof LETTERS

/**
 * @param ordinal counts from 1
 * @throws RangeError for a device without a code, and for an ordinal that is no counting number
 */
export function recordNumber(kind: NumberedKind, device: string, ordinal: number): string {
  const site = device.trim().toUpperCase()
  if (site === '') throw new RangeError('a number needs the code of the device that gives it')
  if (!Number.isSafeInteger(ordinal) || ordinal < 1) throw new RangeError(`${ordinal} is no ordinal`)
  return `${LETTERS[kind]}-${site}-${String(ordinal).padStart(3, '0')}`
}

/** The number after the highest that this device has given to records of a kind; numbers of others and of imports are passed over. */
export function nextRecordNumber(kind: NumberedKind, device: string, given: Iterable<string | undefined>): string {
  const start = recordNumber(kind, device, 1).slice(0, -3)
  let highest = 0
  for (const number of given) {
    const ordinal = number?.startsWith(start) === true ? Number(number.slice(start.length)) : Number.NaN
    if (Number.isSafeInteger(ordinal) && ordinal > highest) highest = ordinal
  }
  return recordNumber(kind, device, highest + 1)
}

/** Letters of the id of a failure behind its number, where another failure has the same one. */
const SUFFIX_LETTERS = 4

/** The number of the later of two failures that bear one; the same on every device. */
export const suffixedNumber = (no: string, id: string): string => `${no}·${id.slice(-SUFFIX_LETTERS).toUpperCase()}`

/** The code of the device that gave a number by itself; null for a number of a list, a customer or an office. */
export const deviceOfNumber = (no: string): string | null =>
  /^[LPK]-([0-9A-Z]{4,6})-\d{3,}(?:·[0-9A-F]{4})?$/u.exec(no)?.[1] ?? null
