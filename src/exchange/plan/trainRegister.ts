/** Trains by type and number, by number and place, and by number alone where a sheet is about the known fleet. */
import type { PlannedRecord } from '../../domain/importPlan'
import { namesIn } from '../../domain/otherNames'
import { plainText } from '../../domain/plainText'
import type { Train } from '../../domain/records/train'
import { isSameVehicleType } from '../cells/isSameVehicleType'

/** Ids of the places a row names: they tell which of two trains of one number is meant. */
export interface Places {
  readonly operatorId?: string | undefined
  readonly depotId?: string | undefined
  readonly lineId?: string | undefined
}

export interface NumberedTrains {
  /** Distinct numbers without a type on the sheet, and how many of them one known train has. */
  readonly numbers: number
  readonly known: number
}

type Found =
  | { readonly is: 'found'; readonly train: PlannedRecord<'trains'> }
  | { readonly is: 'doubtful'; readonly train: PlannedRecord<'trains'> | undefined }
  | { readonly is: 'unknown' }

const UNKNOWN: Found = { is: 'unknown' }

/** One number says nothing of the type; five of a fleet, and hardly any other, say that the sheet is about this fleet. */
const FEWEST_NUMBERS = 5
const NEARLY_ALL = 0.9

const keyOf = (trainNo: string, vehicleType: string): string => `${plainText(vehicleType)}|${plainText(trainNo)}`

export interface TrainRegister {
  readonly add: (train: PlannedRecord<'trains'>) => void
  /** The train of exactly this number and type. */
  readonly named: (trainNo: string, vehicleType: string) => PlannedRecord<'trains'> | undefined
  /** The train a row of the sheet may mean; doubtful where a person must say so. */
  readonly find: (trainNo: string, vehicleType: string, words: Places, sheet: number) => Found
  /** Sheets whose trains were found by their numbers alone. */
  readonly byNumber: ReadonlyMap<number, NumberedTrains>
}

/** @param numbersOf the numbers that a sheet gives without a type, each once */
export function trainRegister(
  known: readonly PlannedRecord<'trains'>[],
  numbersOf: (sheet: number) => readonly string[],
): TrainRegister {
  const byKey = new Map<string, PlannedRecord<'trains'>>()
  const byNumber = new Map<string, PlannedRecord<'trains'>[]>()
  const addNumber = (trainNo: string, train: PlannedRecord<'trains'>): void => {
    const number = plainText(trainNo)
    const others = byNumber.get(number)
    if (others === undefined) byNumber.set(number, [train])
    else if (!others.includes(train)) others.push(train)
  }
  const add = (train: PlannedRecord<'trains'>): void => {
    byKey.set(keyOf(train.trainNo ?? '', train.vehicleType ?? ''), train)
    addNumber(train.trainNo ?? '', train)
  }
  for (const train of known) add(train)
  // A number a train had before finds it, unless another has it now.
  for (const train of known)
    for (const former of namesIn(train.aliases)) {
      const key = keyOf(former, train.vehicleType ?? '')
      if (byKey.has(key)) continue
      byKey.set(key, train)
      addNumber(former, train)
    }

  const trusted = new Map<number, NumberedTrains>()
  const asked = new Set<number>()
  function isAboutFleet(sheet: number): boolean {
    if (asked.has(sheet)) return trusted.has(sheet)
    asked.add(sheet)
    const numbers = numbersOf(sheet)
    const found = numbers.filter((number) => byNumber.get(plainText(number))?.length === 1).length
    if (numbers.length >= FEWEST_NUMBERS && found >= numbers.length * NEARLY_ALL)
      trusted.set(sheet, { numbers: numbers.length, known: found })
    return trusted.has(sheet)
  }

  /** A number alone never finds a train where a type is known on either side: other types have the same numbers. */
  function ofType(vehicleType: string, sameNumber: readonly PlannedRecord<'trains'>[], words: Places): Found {
    const [only, second] = sameNumber.filter((train) => isSameVehicleType(vehicleType, train.vehicleType ?? ''))
    if (only !== undefined)
      return second === undefined ? { is: 'found', train: only } : { is: 'doubtful', train: undefined }
    const untyped = sameNumber.find((train) => (train.vehicleType ?? '') === '')
    if (untyped === undefined) return UNKNOWN
    return isAtSamePlace(untyped, words) ? { is: 'found', train: untyped } : { is: 'doubtful', train: untyped }
  }

  function withoutType(sameNumber: readonly PlannedRecord<'trains'>[], words: Places, sheet: number): Found {
    const here = sameNumber.filter((train) => isAtSamePlace(train, words))
    if (here.length === 1) return { is: 'found', train: here[0]! }
    if (sameNumber.length === 0) return UNKNOWN
    if (sameNumber.length === 1 && isAboutFleet(sheet)) return { is: 'found', train: sameNumber[0]! }
    return { is: 'doubtful', train: sameNumber.length === 1 ? sameNumber[0] : undefined }
  }

  return {
    add,
    byNumber: trusted,
    named: (trainNo, vehicleType) => byKey.get(keyOf(trainNo, vehicleType)),
    find: (trainNo, vehicleType, words, sheet) => {
      const exact = byKey.get(keyOf(trainNo, vehicleType))
      if (exact !== undefined) return { is: 'found', train: exact }
      const sameNumber = byNumber.get(plainText(trainNo)) ?? []
      return vehicleType === '' ? withoutType(sameNumber, words, sheet) : ofType(vehicleType, sameNumber, words)
    },
  }
}

/** Beside the number the place agrees, and no place contradicts. */
function isAtSamePlace(train: Train, words: Places): boolean {
  const pairs = (['depotId', 'operatorId', 'lineId'] as const).map((field) => [train[field], words[field]] as const)
  return (
    pairs.some(([known, written]) => known !== undefined && known === written) &&
    pairs.every(([known, written]) => known === undefined || written === undefined || known === written)
  )
}
