/**
 * One item, or one car, that people write in several ways. What a person has said to be the same is kept as other names of the
 * one that stays, and read here, so that an old spelling leads to it in a search and in an import.
 */
import { namesIn, withNames } from './otherNames'
import { confusableIdentity, isTellingSerial, serialIdentity } from './serialIdentity'

/** Words before a number that say only that it is one, with signs already alike. */
const SAYS_NUMBER = /^(?:S-?N|N0|序列号|出厂编号|出厂号|编号)-?(?=\d)/u

/**
 * What two spellings of one serial have in common: `SN 00123`, `SN-123` and `sn00123` are `123`. Two that have it in common
 * may be one item, and a person says whether they are. Empty where the text tells no item from others.
 */
export function looseSerial(serial: string): string {
  const loose = confusableIdentity(serial)
    .replace(/[-_./\\#:,]+/gu, '-')
    .replace(SAYS_NUMBER, '')
    .split(/(\d+)/u)
    .map((run) => (/^\d/u.test(run) ? run.replace(/^0+(?=\d)/u, '') : run))
    .join('')
    .replaceAll('-', '')
  return isTellingSerial(serial) || /\d{3}/u.test(loose) ? loose : ''
}

interface Named {
  readonly serialNo?: string
  readonly aliases?: string
  readonly mergedInto?: string
  readonly deleted?: boolean
}

/** Identity of an old spelling → the serial that stays. A spelling under which an item of its own is known leads nowhere. */
export function serialRedirects(units: Iterable<Named>): ReadonlyMap<string, string> {
  const stays = new Map<string, string>()
  const own = new Set<string>()
  for (const { serialNo = '', aliases, mergedInto, deleted } of units) {
    if (mergedInto !== undefined || deleted === true) continue
    own.add(serialIdentity(serialNo))
    for (const name of namesIn(aliases)) stays.set(serialIdentity(name), serialNo)
  }
  for (const identity of own) stays.delete(identity)
  return stays
}

const BETWEEN = '='

/** The cars of a train that were written otherwise: `01=1；M1=2`. */
export function carRedirects(otherCars: string | undefined): ReadonlyMap<string, string> {
  const stays = new Map<string, string>()
  for (const line of namesIn(otherCars)) {
    const at = line.indexOf(BETWEEN)
    if (at > 0) stays.set(serialIdentity(line.slice(0, at)), line.slice(at + BETWEEN.length).trim())
  }
  return stays
}

/** The car a spelling stands for, through any number of merges. */
export function carNamed(carNo: string, otherCars: string | undefined): string {
  const stays = carRedirects(otherCars)
  const seen = new Set<string>()
  let car = carNo
  for (let next = stays.get(serialIdentity(car)); next !== undefined && !seen.has(next);) {
    seen.add(next)
    car = next
    next = stays.get(serialIdentity(car))
  }
  return car
}

/** The text with one spelling more; what led to the double leads on to the car that stays. */
export function withOtherCar(otherCars: string | undefined, double: string, stays: string): string {
  const lines = namesIn(otherCars).filter(
    (line) => serialIdentity(line.split(BETWEEN)[0] ?? '') !== serialIdentity(stays),
  )
  return withNames(lines.join('；'), [`${double}${BETWEEN}${stays}`])
}

/** What two spellings of one car have in common: `01`, `1车` and `1` are `1`; `Mc1` and `MC01` are `MC1`. */
export const looseCar = (carNo: string): string =>
  serialIdentity(carNo)
    .replace(/[号车厢節节CAR#._-]+$/gu, '')
    .replace(/^(?:第|CAR|车)/u, '')
    .replace(/[-_ .]/gu, '')
    .replace(/0+(?=\d)/gu, (zeros, at: number, whole: string) => (/\d/u.test(whole.charAt(at - 1)) ? zeros : ''))
