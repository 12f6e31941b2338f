/**
 * What devices are called. An id is drawn once, of 100 random bits: among a million devices, two draw the same one with a
 * chance of 4 in 10^19. Before version 12 it had 16 bits; such a device takes a new one that everybody who holds its log works
 * out alike.
 */
import { sha256 } from './sha256'

/** Crockford's letters: none is taken for another one when a number is read aloud or copied by hand. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_LETTERS = 20
export const DEVICE_ID_BYTES = ID_LETTERS
/** So much of it stands in the numbers a device gives. */
const CODE_LETTERS = 6

/** Between the short id a device had before version 12 and what was added to it. */
const ADDED = '~'
const SHORT = /^[0-9a-f]{4}$/u
const RENAMED = /^[0-9a-f]{4}~[0-9a-z]{16,36}$/u

/**
 * A new id.
 * @param random as many random bytes as `DEVICE_ID_BYTES`; five bits of each are used
 * @throws RangeError when there are fewer
 */
export function deviceIdFrom(random: Uint8Array): string {
  if (random.length < ID_LETTERS) throw new RangeError(`a device id needs ${ID_LETTERS} random bytes`)
  return lettersOf(random.subarray(0, ID_LETTERS))
}

/** Is it an id of the kind two devices could draw alike? */
export const isShortDeviceId = (id: string): boolean => SHORT.test(id)

/**
 * The id that takes the place of a short one. It hangs on the id of the first change the device made, which no other device of
 * the same short id made: whoever holds the log, be it a copy or a restored backup, comes to the same answer.
 */
export function renamedDeviceId(short: string, firstChangeId: string): string {
  const hash = sha256(`device\n${short}\n${firstChangeId}`)
  const bytes = Uint8Array.from({ length: ID_LETTERS }, (_, at) => Number.parseInt(hash.slice(2 * at, 2 * at + 2), 16))
  return `${short}${ADDED}${lettersOf(bytes)}`
}

/** The short id a device had, where its id took the place of one. */
export const formerDeviceId = (id: string): string | null => (RENAMED.test(id) ? id.slice(0, 4) : null)

/** The part of an id that stands in numbers people read, such as `7B87K3`; a short id as it is. */
export const deviceCode = (id: string): string => id.replace(ADDED, '').slice(0, CODE_LETTERS).toUpperCase()

const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => LETTERS[byte & 31]).join('')
