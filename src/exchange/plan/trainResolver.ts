/** Trains named by the rows: found by number and type, completed from the fleet list, or made as a stub that says so. */
import type { IdFor } from '../../domain/naturalId'
import type { PlannedRecord } from '../../domain/importPlan'
import { trainLabel } from '../../domain/trainLabel'
import type { Train } from '../../domain/records/train'
import type { Origin } from '../../domain/records/tables'
import type { KnownRecords } from './knownRecords'
import type { ParsedRecord } from '../cells/parsedRecord'
import { decidedName, type WordDecisions } from '../tables/wordDecisions'
import type { MasterReconciler } from './masterReconciler'
import type { PartyResolver } from './partyResolver'
import type { Choice } from './review/unknownWords'
import { trainRegister, type NumberedTrains, type Places } from './trainRegister'

/** What a row says of its train. */
export interface TrainWords extends Places {
  readonly trainNo: unknown
  readonly vehicleType?: unknown
}

export interface TrainResolver {
  /** The train of a row; a train nobody has listed is made from what the row says. */
  readonly idOf: (words: TrainWords, origin: Origin) => string | undefined
  /** The train of a row, where it is known: none is made. */
  readonly knownId: (words: TrainWords, sheet: number) => string | undefined
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

/** How a decision names a train. */
export const trainChoice = ({ trainNo = '', vehicleType = '' }: Train): Choice => ({
  value: `${vehicleType}|${trainNo}`,
  label: trainLabel(trainNo, vehicleType),
})

const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

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
  idFor: IdFor,
  decisions: WordDecisions = {},
): TrainResolver {
  const register = trainRegister(known.trains, numbersOf)
  const added: PlannedRecord<'trains'>[] = []
  const stubs: string[] = []
  const doubts = new Map<string, Choice>()
  const add = (train: PlannedRecord<'trains'>): void => {
    added.push(train)
    masters.isPlanned(train.id)
    register.add(train)
  }

  /** What a person decided the words to mean. */
  function decided(label: string): PlannedRecord<'trains'> | undefined {
    const [type, number] = String(decidedName(decisions, 'trainNo', label)).split('|')
    return number === undefined ? undefined : register.named(number, type ?? '')
  }

  function knownTrain(
    trainNo: string,
    vehicleType: string,
    words: Places,
    sheet: number,
  ): PlannedRecord<'trains'> | undefined {
    const found = register.find(trainNo, vehicleType, words, sheet)
    if (found.is === 'found') return found.train
    const label = trainLabel(trainNo, vehicleType)
    if (found.is === 'doubtful' && found.train !== undefined) doubts.set(label, trainChoice(found.train))
    return decided(label)
  }

  return {
    added,
    stubs,
    doubts,
    byNumber: register.byNumber,
    idOf: (words, origin) => {
      const [trainNo, vehicleType] = [trimmed(words.trainNo), trimmed(words.vehicleType)]
      if (trainNo === '') return undefined
      const found = knownTrain(trainNo, vehicleType, words, origin.sheet)
      if (found !== undefined) return found.id
      const id = idFor('trains', { trainNo, vehicleType })
      add({ id, trainNo, ...(vehicleType === '' ? {} : { vehicleType }), origin })
      stubs.push(trainLabel(trainNo, vehicleType))
      return id
    },
    knownId: (words, sheet) => {
      const [trainNo, vehicleType] = [trimmed(words.trainNo), trimmed(words.vehicleType)]
      return trainNo === '' ? undefined : knownTrain(trainNo, vehicleType, words, sheet)?.id
    },
    addListed: ({ fields }, origin) => {
      const [trainNo, vehicleType] = [trimmed(fields.trainNo), trimmed(fields.vehicleType)]
      if (trainNo === '') return 'no-number'
      const operatorId = parties.listed('operator', fields.operator, undefined, origin)
      const depotId = parties.listed('depot', fields.depot, operatorId, origin)
      const lineId = parties.listed('line', fields.line, undefined, origin)
      const said = saidOf(fields, { operatorId, depotId, lineId })
      const found = knownTrain(trainNo, vehicleType, { operatorId, depotId, lineId }, origin.sheet)
      if (found === undefined) {
        add({ id: idFor('trains', { trainNo, vehicleType }), trainNo, ...said, status: 'service', origin })
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

/** What a row of a fleet list says of its train, beside the number. */
function saidOf(fields: ParsedRecord['fields'], { operatorId, depotId, lineId }: Places): Train {
  const vehicleType = trimmed(fields.vehicleType)
  return {
    ...(vehicleType === '' ? {} : { vehicleType }),
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(depotId === undefined ? {} : { depotId }),
    ...(lineId === undefined ? {} : { lineId }),
    ...(typeof fields.cars === 'number' ? { carsPerTrain: fields.cars } : {}),
    ...(typeof fields.inServiceAt === 'string' ? { serviceDate: fields.inServiceAt } : {}),
  }
}
