/** What failures are measured against: the product tree, the trains, the places, and how far each train ran. */
import { bomTree, type BomTree } from '../domain/bomTree'
import { dayNumber, isMoment } from '../domain/moment'
import type { BomNode } from '../domain/records/bomNode'
import type { Party } from '../domain/records/party'
import type { Product } from '../domain/records/product'
import type { Train } from '../domain/records/train'
import type { UsageReading } from '../domain/records/usageReading'
import { trainUsage, type TrainUsage } from './trainUsage'

type WithId<R> = R & { readonly id: string }

export interface FleetSource {
  readonly products: readonly WithId<Product>[]
  readonly bomNodes: readonly WithId<BomNode>[]
  readonly parties: readonly WithId<Party>[]
  readonly trains: readonly WithId<Train>[]
  readonly usageReadings: readonly WithId<UsageReading>[]
}

export interface Fleet {
  readonly tree: BomTree<WithId<BomNode>>
  readonly products: ReadonlyMap<string, WithId<Product>>
  readonly trains: ReadonlyMap<string, WithId<Train>>
  readonly parties: ReadonlyMap<string, WithId<Party>>
  readonly usage: ReadonlyMap<string, TrainUsage>
}

const byId = <R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.map((record) => [record.id, record]))

const dayOf = (date: string | undefined): number | null =>
  date !== undefined && isMoment(date) ? dayNumber(date) : null

function usageOf(source: FleetSource): ReadonlyMap<string, TrainUsage> {
  const readings = new Map<string, WithId<UsageReading>[]>()
  for (const reading of source.usageReadings) {
    if (reading.subjectType !== 'train' || reading.metric !== 'km' || reading.subjectId === undefined) continue
    const known = readings.get(reading.subjectId)
    if (known === undefined) readings.set(reading.subjectId, [reading])
    else known.push(reading)
  }
  return new Map(
    source.trains.map((train) => {
      return [train.id, trainUsage(readings.get(train.id) ?? [], dayOf(train.serviceDate), dayOf(train.retiredOn))]
    }),
  )
}

export function fleetOf(source: FleetSource): Fleet {
  let usage: ReadonlyMap<string, TrainUsage> | null = null
  return {
    tree: bomTree(source.bomNodes),
    products: byId(source.products),
    trains: byId(source.trains),
    parties: byId(source.parties),
    // Worked out when first asked for: names and trees need no distances.
    get usage() {
      usage ??= usageOf(source)
      return usage
    },
  }
}

/** `CRH380A-2641`; a train nobody knows keeps its id. */
export const trainLabel = (fleet: Fleet, id: string): string => {
  const train = fleet.trains.get(id)
  return train === undefined
    ? ''
    : train.vehicleType === undefined
      ? (train.trainNo ?? '')
      : `${train.vehicleType}-${train.trainNo ?? ''}`
}

export const nodeLabel = (fleet: Fleet, id: string): string => fleet.tree.nodes.get(id)?.name ?? ''
export const partyLabel = (fleet: Fleet, id: string): string => {
  const party = fleet.parties.get(id)
  return party?.short ?? party?.name ?? ''
}
