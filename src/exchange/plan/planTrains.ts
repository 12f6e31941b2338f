/** Trains named by the rows: found by number and type, completed from the fleet list, or made as a stub that says so. */
import { plainText } from '../../domain/plainText'
import type { PlannedRecord } from '../../domain/importPlan'
import type { KnownRecords } from './knownRecords'
import type { ParsedRecord } from '../cells/parsedRecord'
import { decidedName, type WordDecisions } from '../tables/wordDecisions'
import type { PartyDesk } from './planParties'

export interface TrainDesk {
  /** The train of a row; a train nobody has listed is made from what the row says. */
  readonly idOf: (
    trainNo: unknown,
    vehicleType: unknown,
    origin: PlannedRecord<'trains'>['origin'],
  ) => string | undefined
  readonly addListed: (
    record: ParsedRecord,
    origin: PlannedRecord<'trains'>['origin'],
  ) => 'added' | 'already-there' | 'no-number'
  readonly added: readonly PlannedRecord<'trains'>[]
  /** Trains that appear in rows but in no fleet list. */
  readonly stubs: readonly string[]
}

const SHORTEST_TYPE = 2

const keyOf = (trainNo: string, vehicleType: string): string => `${plainText(vehicleType)}|${plainText(trainNo)}`

/** @param decisions a decided train reads `type|number` */
export function trainDesk(
  known: KnownRecords,
  parties: PartyDesk,
  newId: () => string,
  decisions: WordDecisions = {},
): TrainDesk {
  const byKey = new Map<string, string>()
  const typeOf = new Map<string, string>()
  const typesOfNumber = new Map<string, Set<string>>()
  const remember = (trainNo: string, vehicleType: string, id: string): void => {
    byKey.set(keyOf(trainNo, vehicleType), id)
    typeOf.set(id, plainText(vehicleType))
    const number = plainText(trainNo)
    typesOfNumber.set(number, (typesOfNumber.get(number) ?? new Set()).add(id))
  }
  for (const train of known.trains) remember(train.trainNo ?? '', train.vehicleType ?? '', train.id)
  const added: PlannedRecord<'trains'>[] = []
  const stubs: string[] = []

  const find = (trainNo: string, vehicleType: string): string | undefined => {
    const exact = byKey.get(keyOf(trainNo, vehicleType))
    if (exact !== undefined) return exact
    const sameNumber = [...(typesOfNumber.get(plainText(trainNo)) ?? [])]
    if (vehicleType === '') return sameNumber.length === 1 ? sameNumber[0] : undefined
    // 380A-2641 and CRH380A 2641 are one train.
    const written = plainText(vehicleType)
    const fitting = sameNumber.filter(
      (id) => written.length >= SHORTEST_TYPE && (typeOf.get(id) ?? '').endsWith(written),
    )
    return fitting.length === 1 ? fitting[0] : undefined
  }

  return {
    added,
    stubs,
    idOf: (number, type, origin) => {
      const trainNo = typeof number === 'string' ? number.trim() : ''
      const vehicleType = typeof type === 'string' ? type.trim() : ''
      if (trainNo === '') return undefined
      const found = find(trainNo, vehicleType)
      if (found !== undefined) return found
      const label = vehicleType === '' ? trainNo : `${vehicleType}-${trainNo}`
      const [decidedType, decidedNo] = String(decidedName(decisions, 'trainNo', label)).split('|')
      const decided = decidedNo === undefined ? undefined : find(decidedNo, decidedType ?? '')
      if (decided !== undefined) return decided
      const id = newId()
      added.push({
        id,
        trainNo,
        ...(vehicleType === '' ? {} : { vehicleType }),
        ...(origin === undefined ? {} : { origin }),
      })
      stubs.push(label)
      remember(trainNo, vehicleType, id)
      return id
    },
    addListed: ({ fields }, origin) => {
      const trainNo = typeof fields.trainNo === 'string' ? fields.trainNo : ''
      const vehicleType = typeof fields.vehicleType === 'string' ? fields.vehicleType : ''
      if (trainNo === '') return 'no-number'
      if (find(trainNo, vehicleType) !== undefined) return 'already-there'
      const operatorId = parties.idOf('operator', fields.operator)
      const depotId = parties.idOf('depot', fields.depot, operatorId)
      const lineId = parties.idOf('line', fields.line)
      const id = newId()
      added.push({
        id,
        trainNo,
        ...(vehicleType === '' ? {} : { vehicleType }),
        ...(operatorId === undefined ? {} : { operatorId }),
        ...(depotId === undefined ? {} : { depotId }),
        ...(lineId === undefined ? {} : { lineId }),
        ...(typeof fields.cars === 'number' ? { carsPerTrain: fields.cars } : {}),
        ...(typeof fields.inServiceAt === 'string' ? { serviceDate: fields.inServiceAt } : {}),
        status: 'service',
        ...(origin === undefined ? {} : { origin }),
      })
      remember(trainNo, vehicleType, id)
      return 'added'
    },
  }
}
