/** Parts whose lives are known, with the removals and gaps of real records, put through the figures of the life screen. */
import { seededRandom } from '../../fixtures/demo/seededRandom'
import type { ItemEvent } from '../../src/domain/itemEvent'
import { dateOfDay, dayNumber } from '../../src/domain/moment'
import { emptyColumns, putRow, type FailureRow } from '../../src/metrics/failureColumns'
import type { FieldData } from '../../src/metrics/fieldData'
import { fleetOf } from '../../src/metrics/fleet'
import type { Population } from '../../src/metrics/judgement'
import { PLAIN_FIT } from '../../src/metrics/lifeQuestion'
import { nodeLife } from '../../src/metrics/nodeLife'
import type { SimulatedRow } from './simulatedRow'
import { percentileLife } from '../../src/reliability/life/fittedLaw'

const START = dayNumber('2016-01-01')
const DAYS = 48 * 30
const DAY_KM = 400

interface Lives {
  readonly trains: number
  /** Parts of the kind on one train. */
  readonly quantity: number
  readonly beta: number
  readonly etaKm: number
  /** Removals of sound parts per part over the whole time, told as failures that were none. */
  readonly soundRemovals?: number
  /** A sound part comes back to another train where true. */
  readonly comesBack?: boolean
  /** Everything is taken out and renewed at this distance, told by the items alone. */
  readonly overhaulKm?: number
  /** Share of the failures that name their serials. */
  readonly named?: number
  /** Failures name their place instead. */
  readonly placed?: boolean
}

interface Known {
  readonly data: FieldData
  readonly items: readonly ItemEvent[]
}

const rowAt = (at: number, day: number, train: number, said: Partial<FailureRow>): FailureRow => ({
  id: `f${at}`,
  deleted: false,
  kept: false,
  state: 'CLOSED',
  trainId: `t${train}`,
  bomNodeId: 'part',
  failedNodeId: 'part',
  occurredAt: dateOfDay(day),
  occurredDay: day,
  method: 'SWAP_NEW',
  relevance: 'REL',
  ...said,
})

/** Each place of each train on its own: parts come and go until the records end. */
function live(world: Lives, seed: number): Known {
  const { trains, quantity, beta, etaKm, soundRemovals = 0, comesBack = false, overhaulKm, named = 1, placed } = world
  const { next } = seededRandom(seed * 7919 + 1)
  const columns = emptyColumns(64)
  const items: ItemEvent[] = []
  const shelf: { readonly serial: string; readonly from: number; readonly age: number; readonly life: number }[] = []
  const rows: FailureRow[] = []
  let serials = 0
  const fresh = () => ({
    serial: `S${(serials += 1)}`,
    from: 0,
    age: 0,
    life: etaKm * (-Math.log(1 - next())) ** (1 / beta),
  })
  for (let train = 0; train < trains; train += 1)
    for (let place = 0; place < quantity; place += 1) {
      let [part, km] = [fresh(), 0]
      for (let overhauls = 1; km < DAYS * DAY_KM;) {
        const [fails, sound] = [km + part.life - part.age, km - (Math.log(1 - next()) * DAYS * DAY_KM) / soundRemovals]
        const overhaul = overhaulKm === undefined ? Infinity : overhaulKm * overhauls
        const at = Math.min(fails, sound, overhaul)
        if (at >= DAYS * DAY_KM) break
        const day = START + Math.floor(at / DAY_KM)
        const back = comesBack ? shelf.findIndex(({ from }) => from < day) : -1
        const other = (back < 0 ? undefined : shelf.splice(back, 1)[0]) ?? fresh()
        const isNamed = next() < named
        const said = {
          ...(isNamed ? { removedSerial: part.serial, installedSerial: other.serial } : {}),
          ...(placed === true ? { carNo: `${place + 1}` } : {}),
        }
        if (at === overhaul) {
          overhauls += 1
          const event = { at: dateOfDay(day), trainId: `t${train}`, carNo: '', position: `${place}`, failureId: '' }
          items.push({ ...event, kind: 'remove', serial: part.serial, reason: 'PM' })
          items.push({ ...event, kind: 'install', serial: other.serial, reason: '' })
        } else if (at === fails) rows.push(rowAt(rows.length, day, train, said))
        else {
          rows.push(
            rowAt(rows.length, day, train, { ...said, verified: 'NFF', relevance: 'NREL', relevanceReason: 'NFF' }),
          )
          shelf.push({ ...part, from: day, age: part.age + at - km })
        }
        ;[part, km] = [other, at]
      }
    }
  // One failure of another part, so that records cover the whole time.
  for (const day of [START, START + DAYS - 1])
    rows.push(rowAt(rows.length, day, 0, { bomNodeId: 'other', failedNodeId: 'other', method: 'FIX' }))
  for (const row of rows) putRow(columns, row)
  const fleet = fleetOf({
    products: [],
    parties: [],
    bomNodes: [
      { id: 'part', name: 'part', qty: quantity, order: 1 },
      { id: 'other', name: 'other', qty: 1, order: 2 },
    ],
    trains: Array.from({ length: trains }, (_, k) => ({
      id: `t${k}`,
      trainNo: `${k}`,
      vehicleType: 'A',
      carsPerTrain: 8,
      serviceDate: dateOfDay(START),
    })),
    usageReadings: Array.from({ length: trains }, (_, k) => ({
      id: `r${k}`,
      subjectType: 'train',
      metric: 'km',
      basis: 'distance',
      subjectId: `t${k}`,
      from: dateOfDay(START),
      at: dateOfDay(START + DAYS - 1),
      value: DAYS * DAY_KM,
    })),
  })
  return { data: { columns, live: Uint32Array.from({ length: columns.size }, (_, row) => row), fleet }, items }
}

/** The life screen of a simulated fleet, and what it was asked of. */
export function lifeOf(world: Lives, seed: number, population: Population) {
  const known = live(world, seed)
  const scope = {
    nodeId: 'part',
    population,
    partBasis: 'analysed' as const,
    vehicleTypes: [],
    depotIds: [],
    from: START,
    to: START + DAYS,
  }
  return { known, scope, life: nodeLife(known.data, scope, { ...PLAIN_FIT, measure: 'km', which: 'all' }, known.items) }
}

type What = 'beta' | 'b10'
const trueB10 = ({ beta, etaKm }: Lives): number => etaKm * (-Math.log(0.9)) ** (1 / beta)

/** Does the 90 % interval hold the truth, of lives or, where they are not known, of superposed renewals? */
const holds =
  (world: Lives, what: What, population: Population = 'all') =>
  (seed: number): boolean | null => {
    const { analysis, superposed } = lifeOf(world, seed, population).life
    const law = superposed ?? analysis.fit
    const failed = superposed?.status === 'fitted' ? superposed.failed : analysis.failed
    if (law.status !== 'fitted' || failed < 5) return null
    const { bounds } = percentileLife(law.law, 0.1)
    const [[low, high], truth] =
      what === 'beta' ? ([law.betaBounds, world.beta] as const) : ([bounds, trueB10(world)] as const)
    return low <= truth && truth <= high
  }

const apart =
  (world: Lives) =>
  (seed: number): boolean | null => {
    const { alike, superposed } = lifeOf(world, seed, 'all').life
    return superposed !== null ? false : alike === null ? null : alike.p < 0.1
  }

const WORN: Lives = { trains: 40, quantity: 1, beta: 3, etaKm: 500_000 }
const MANY: Lives = { trains: 40, quantity: 8, beta: 2.5, etaKm: 600_000 }

const bothHold = (name: string, world: Lives, population: Population = 'all'): readonly SimulatedRow[] =>
  (['beta', 'b10'] as const).map((what) => ({
    name: `${what === 'beta' ? 'β' : 'B10'} holds, ${name}`,
    promise: '90 %',
    within: [0.8, 1],
    isSlow: true,
    once: holds(world, what, population),
  }))

export const SIMULATED_LIVES: readonly SimulatedRow[] = [
  ...bothHold('wear-out, nothing else comes off', WORN),
  ...bothHold('no-fault removals, all failures', { ...WORN, soundRemovals: 1 }),
  ...bothHold('no-fault removals, relevant failures', { ...WORN, soundRemovals: 1 }, 'relevant'),
  ...bothHold('no-fault parts come back', { ...WORN, soundRemovals: 1, comesBack: true }),
  ...bothHold('overhaul at 300,000 km told by the items', { ...WORN, trains: 200, overhaulKm: 300_000 }),
  ...bothHold('8 a train, all serials', MANY),
  ...bothHold('8 a train, places but no serials', { ...MANY, named: 0, placed: true }),
  ...[0.95, 0.9].flatMap((named) => bothHold(`8 a train, serials on ${100 * named} %`, { ...MANY, named })),
  ...bothHold('8 a train, serials on half', { ...MANY, named: 0.5 }),
  ...bothHold('8 a train, no serials', { ...MANY, named: 0 }),
  {
    name: 'called different, 8 a train, all serials, alike',
    promise: '10 %',
    within: [0, 0.2],
    isSlow: true,
    once: apart(MANY),
  },
  {
    name: 'called different, 8 a train, no serials, alike',
    promise: '0 %',
    within: [0, 0.1],
    isSlow: true,
    once: apart({ ...MANY, named: 0 }),
  },
]
