/** Trains named by the rows: found by number and type, completed from the fleet list, or made as a stub that says so. */
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import { trainLabel } from '../../domain/trainLabel'
import type { Train } from '../../domain/records/train'
import type { Origin } from '../../domain/records/tables'
import type { KnownRecords } from './knownRecords'
import { isSameVehicleType } from '../cells/isSameVehicleType'
import type { ParsedRecord } from '../cells/parsedRecord'
import { decidedName, type WordDecisions } from '../tables/wordDecisions'
import type { MasterReconciler } from './masterReconciler'
import type { PartyResolver } from './partyResolver'
import type { Choice } from './review/unknownWords'

/** Ids of the places a row names: they tell which of two trains of one number is meant. */
export interface Places {
  readonly operatorId?: string | undefined
  readonly depotId?: string | undefined
  readonly lineId?: string | undefined
}

/** What a row says of its train. */
export interface TrainWords extends Places {
  readonly trainNo: unknown
  readonly vehicleType?: unknown
}

export interface TrainResolver {
  /** The train of a row; a train nobody has listed is made from what the row says. */
  readonly idOf: (words: TrainWords, origin: Origin) => string | undefined
  readonly addListed: (
    record: ParsedRecord,
    origin: Origin,
  ) => 'added' | 'completed' | 'differs' | 'already-there' | 'no-number'
  readonly added: readonly PlannedRecord<'trains'>[]
  /** Trains that appear in rows but in no fleet list. */
  readonly stubs: readonly string[]
  /** Sheets without types whose trains were found by their numbers, because nearly all of them are those of the fleet. */
  readonly byNumber: ReadonlyMap<number, NumberedTrains>
  /** Trains as written → the known train of the same number they may be; nobody knows until a person says so. */
  readonly doubts: ReadonlyMap<string, Choice>
}

export interface NumberedTrains {
  /** Distinct numbers without a type on the sheet, and how many of them one known train has. */
  readonly numbers: number
  readonly known: number
}

/** One number says nothing of the type; five of a fleet, and hardly any other, say that the sheet is about this fleet. */
const FEWEST_NUMBERS = 5
const NEARLY_ALL = 0.9

const keyOf = (trainNo: string, vehicleType: string): string => `${plainText(vehicleType)}|${plainText(trainNo)}`

/** How a decision names a train. */
export const trainChoice = ({ trainNo = '', vehicleType = '' }: Train): Choice => ({
  value: `${vehicleType}|${trainNo}`,
  label: trainLabel(trainNo, vehicleType),
})

const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

type Found =
  | { readonly is: 'found'; readonly train: PlannedRecord<'trains'> }
  | { readonly is: 'doubtful'; readonly train: PlannedRecord<'trains'> | undefined }
  | { readonly is: 'unknown' }
const UNKNOWN: Found = { is: 'unknown' }

export interface TrainSurroundings {
  readonly known: KnownRecords
  readonly parties: PartyResolver
  readonly masters: MasterReconciler
  /** The numbers that a sheet of the import gives without a type, each once. */
  readonly numbersOf: (sheet: number) => readonly string[]
}

/** @param decisions a decided train reads `type|number` */
export function trainResolver(
  { known, parties, masters, numbersOf }: TrainSurroundings,
  newId: () => string,
  decisions: WordDecisions = {},
): TrainResolver {
  const byKey = new Map<string, PlannedRecord<'trains'>>()
  const byNumber = new Map<string, PlannedRecord<'trains'>[]>()
  const remember = (train: PlannedRecord<'trains'>): void => {
    byKey.set(keyOf(train.trainNo ?? '', train.vehicleType ?? ''), train)
    const number = plainText(train.trainNo ?? '')
    const others = byNumber.get(number)
    if (others === undefined) byNumber.set(number, [train])
    else others.push(train)
  }
  for (const train of known.trains) remember(train)
  const added: PlannedRecord<'trains'>[] = []
  const stubs: string[] = []
  const doubts = new Map<string, Choice>()
  const add = (train: PlannedRecord<'trains'>): void => {
    added.push(train)
    masters.isPlanned(train.id)
    remember(train)
  }

  const byNumberOf = new Map<number, NumberedTrains>()
  const trusted = new Map<number, boolean>()
  function isAboutFleet(sheet: number): boolean {
    const before = trusted.get(sheet)
    if (before !== undefined) return before
    const numbers = numbersOf(sheet)
    const found = numbers.filter((number) => byNumber.get(plainText(number))?.length === 1).length
    const isTrusted = numbers.length >= FEWEST_NUMBERS && found >= numbers.length * NEARLY_ALL
    trusted.set(sheet, isTrusted)
    if (isTrusted) byNumberOf.set(sheet, { numbers: numbers.length, known: found })
    return isTrusted
  }

  /** A number alone never finds a train where a type is known on either side: other types have the same numbers. */
  function find(trainNo: string, vehicleType: string, words: Places, sheet: number): Found {
    const exact = byKey.get(keyOf(trainNo, vehicleType))
    if (exact !== undefined) return { is: 'found', train: exact }
    const sameNumber = byNumber.get(plainText(trainNo)) ?? []
    if (vehicleType !== '') {
      const [only, second] = sameNumber.filter((train) => isSameVehicleType(vehicleType, train.vehicleType ?? ''))
      if (only !== undefined)
        return second === undefined ? { is: 'found', train: only } : { is: 'doubtful', train: undefined }
      const untyped = sameNumber.find((train) => (train.vehicleType ?? '') === '')
      if (untyped === undefined) return UNKNOWN
      return isAtSamePlace(untyped, words) ? { is: 'found', train: untyped } : { is: 'doubtful', train: untyped }
    }
    const here = sameNumber.filter((train) => isAtSamePlace(train, words))
    if (here.length === 1) return { is: 'found', train: here[0]! }
    if (sameNumber.length === 0) return UNKNOWN
    if (sameNumber.length === 1 && isAboutFleet(sheet)) return { is: 'found', train: sameNumber[0]! }
    return { is: 'doubtful', train: sameNumber.length === 1 ? sameNumber[0] : undefined }
  }

  /** What a person decided the words to mean. */
  function decided(label: string): PlannedRecord<'trains'> | undefined {
    const [type, number] = String(decidedName(decisions, 'trainNo', label)).split('|')
    return number === undefined ? undefined : byKey.get(keyOf(number, type ?? ''))
  }

  function knownTrain(
    trainNo: string,
    vehicleType: string,
    words: Places,
    sheet: number,
  ): PlannedRecord<'trains'> | undefined {
    const found = find(trainNo, vehicleType, words, sheet)
    if (found.is === 'found') return found.train
    const label = trainLabel(trainNo, vehicleType)
    if (found.is === 'doubtful' && found.train !== undefined) doubts.set(label, trainChoice(found.train))
    return decided(label)
  }

  return {
    added,
    stubs,
    doubts,
    byNumber: byNumberOf,
    idOf: (words, origin) => {
      const [trainNo, vehicleType] = [trimmed(words.trainNo), trimmed(words.vehicleType)]
      if (trainNo === '') return undefined
      const found = knownTrain(trainNo, vehicleType, words, origin.sheet)
      if (found !== undefined) return found.id
      const id = newId()
      add({ id, trainNo, ...(vehicleType === '' ? {} : { vehicleType }), origin })
      stubs.push(trainLabel(trainNo, vehicleType))
      return id
    },
    addListed: ({ fields }, origin) => {
      const [trainNo, vehicleType] = [trimmed(fields.trainNo), trimmed(fields.vehicleType)]
      if (trainNo === '') return 'no-number'
      const operatorId = parties.listed('operator', fields.operator, undefined, origin)
      const depotId = parties.listed('depot', fields.depot, operatorId, origin)
      const lineId = parties.listed('line', fields.line, undefined, origin)
      const said: Train = {
        ...(vehicleType === '' ? {} : { vehicleType }),
        ...(operatorId === undefined ? {} : { operatorId }),
        ...(depotId === undefined ? {} : { depotId }),
        ...(lineId === undefined ? {} : { lineId }),
        ...(typeof fields.cars === 'number' ? { carsPerTrain: fields.cars } : {}),
        ...(typeof fields.inServiceAt === 'string' ? { serviceDate: fields.inServiceAt } : {}),
      }
      const found = knownTrain(trainNo, vehicleType, { operatorId, depotId, lineId }, origin.sheet)
      if (found === undefined) {
        add({ id: newId(), trainNo, ...said, status: 'service', origin })
        return 'added'
      }
      // That a train is listed says that it runs, as long as nobody said otherwise.
      const outcome = masters.say(
        'trains',
        found,
        found.status === undefined ? { ...said, status: 'service' } : said,
        origin,
      )
      return outcome === 'same' ? 'already-there' : outcome
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
