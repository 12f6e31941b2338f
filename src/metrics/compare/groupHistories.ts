/** Trains of each group as they age and as they run on: mean cumulative failures, their difference, and growth. */
import type { NotEstimable } from '../../reliability/notEstimable'
import { mcfDifference, type McfDifference } from '../../reliability/meanCumulativeFunction'
import { ageBetween, type AgeMeasure } from '../age'
import { textAt } from '../failureColumns'
import type { FieldData } from '../fieldData'
import { growth, type Growth } from '../growth'
import { meanCumulative, type MeanCumulative, type UnitWithRows } from '../meanCumulative'
import { CONFIDENCE } from '../nodeFigures'
import { exposureBetween } from '../trainUsage'
import type { GroupCount } from './groupRates'
import type { TrainGroups } from './trainGroups'

/** With the failures of either group since the age before. */
export type DifferenceWithRows = McfDifference & { readonly rows: Uint32Array }

export interface HistoryOfGroup {
  readonly word: string
  readonly mcf: MeanCumulative | NotEstimable<'no-failures'>
  /** This group less the reference (all others together), at the ages at which either failed; empty where one has nothing to show. */
  readonly difference: readonly DifferenceWithRows[]
  readonly growth: Growth
}

/** At so many ages a difference is drawn; it is worked out anew at each. */
const MOST_AGES = 120

/**
 * @param counts  the groups with their rated failures
 * @param reference the word of the group others are set against; empty: all others together
 */
export function groupHistories(
  data: FieldData,
  groups: TrainGroups,
  counts: readonly GroupCount[],
  trains: readonly string[],
  {
    measure,
    perTrainKm,
    reference,
  }: { readonly measure: AgeMeasure; readonly perTrainKm: number; readonly reference: string },
): readonly HistoryOfGroup[] {
  const units = counts.map(({ word, rows }) => unitsOf(data, groups, word, rows, trains, measure))
  const chosen = counts.findIndex(({ word }) => word === reference)
  return counts.map(({ word, rows }, at): HistoryOfGroup => {
    const own = units[at] ?? []
    const others = chosen >= 0 ? (units[chosen] ?? []) : units.flatMap((group, other) => (other === at ? [] : group))
    return {
      word,
      mcf: meanCumulative(own),
      difference: at === chosen ? [] : differenceOf(own, others),
      growth: growthOf(data, groups, word, rows, trains, perTrainKm),
    }
  })
}

function differenceOf(own: readonly UnitWithRows[], others: readonly UnitWithRows[]): readonly DifferenceWithRows[] {
  if (own.length === 0 || others.length === 0) return []
  // Beyond where the younger of the two was watched there is nothing to compare.
  const reach = Math.min(...[own, others].map((group) => Math.max(...group.map(({ end }) => end))))
  const begun = Math.max(...[own, others].map((group) => Math.min(...group.map(({ start = 0 }) => start))))
  const [a, b] = [own, others].map((group) => group.flatMap((unit) => cutTo(unit, begun, reach)))
  if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return []
  const failed = [...a, ...b]
    .flatMap(({ events, rows }) => events.map((age, at) => ({ age, row: rows[at] ?? 0 })))
    .toSorted((one, other) => one.age - other.age)
  const every = Math.max(1, Math.ceil(failed.length / MOST_AGES))
  const drawn = [
    ...new Set(failed.filter((_, at) => (at + 1) % every === 0 || at === failed.length - 1).map(({ age }) => age)),
  ]
  let next = 0
  return mcfDifference(a, b, drawn, CONFIDENCE).map((found) => {
    const from = next
    while (next < failed.length && (failed[next]?.age ?? Infinity) <= found.time) next += 1
    return { ...found, rows: Uint32Array.from(failed.slice(from, next).map(({ row }) => row)) }
  })
}

/** Ages that only one of two groups was watched at count for neither. */
function cutTo(unit: UnitWithRows, begun: number, reach: number): readonly UnitWithRows[] {
  const [start, end] = [Math.max(unit.start ?? 0, begun), Math.min(unit.end, reach)]
  if (!(end > start)) return []
  const inside = unit.events.flatMap((age, at) =>
    age >= start && age <= end ? [{ age, row: unit.rows[at] ?? 0 }] : [],
  )
  return [{ start, end, events: inside.map(({ age }) => age), rows: inside.map(({ row }) => row) }]
}

/** Trains of a group as units that age, watched from when they are in it to when they are no longer. */
function unitsOf(
  { columns, fleet }: FieldData,
  { stretchesOf }: TrainGroups,
  word: string,
  rows: Uint32Array,
  trains: readonly string[],
  measure: AgeMeasure,
): readonly UnitWithRows[] {
  const byTrain = new Map<string, number[]>()
  for (const row of rows) {
    const train = textAt(columns, 'trainId', row)
    const known = byTrain.get(train)
    if (known === undefined) byTrain.set(train, [row])
    else known.push(row)
  }
  return trains.flatMap((id): readonly UnitWithRows[] => {
    const usage = fleet.usage.get(id)
    const service = usage?.inServiceFrom ?? null
    const stretch = stretchesOf(id).find((one) => one.word === word)
    if (usage === undefined || service === null || stretch === undefined) return []
    const last = measure === 'km' ? Math.min(stretch.to, usage.firstDay + usage.km.length) : stretch.to
    const end = last > service ? ageBetween(usage, measure, service, last) : null
    const start = service < stretch.from ? ageBetween(usage, measure, service, Math.min(stretch.from, last)) : 0
    if (end === null || start === null || !(end > start)) return []
    const aged = (byTrain.get(id) ?? []).flatMap((row) => {
      const day = columns.number.occurredDay[row] ?? Number.NaN
      const age = Number.isNaN(day) || day + 0.5 < service ? null : ageBetween(usage, measure, service, day + 0.5)
      return age === null || age < start || age > end ? [] : [{ age, row }]
    })
    return [{ start, end, events: aged.map(({ age }) => age), rows: aged.map(({ row }) => row) }]
  })
}

/** Over what the trains of the group ran together; on a day the middle of its distance. */
function growthOf(
  { columns, fleet }: FieldData,
  { stretchesOf }: TrainGroups,
  word: string,
  rows: Uint32Array,
  trains: readonly string[],
  perTrainKm: number,
): Growth {
  const days = columns.number.occurredDay
  const found = trains.flatMap((id) => {
    const usage = fleet.usage.get(id)
    return usage === undefined
      ? []
      : stretchesOf(id)
          .filter((stretch) => stretch.word === word)
          .map((stretch) => ({ usage, stretch }))
  })
  const runUntil = (day: number): number =>
    perTrainKm *
    found.reduce(
      (sum, { usage, stretch }) =>
        day <= stretch.from ? sum : sum + exposureBetween(usage, stretch.from, Math.min(day, stretch.to)).km,
      0,
    )
  const end = runUntil(Infinity)
  const known = new Map<number, number>()
  const at = (day: number): number => {
    const run = known.get(day) ?? (runUntil(day) + runUntil(day + 1)) / 2
    known.set(day, run)
    return run
  }
  const events = Array.from(rows, (row) => days[row] ?? Number.NaN)
    .filter((day) => !Number.isNaN(day))
    .map(at)
    .filter((run) => run > 0 && run <= end)
    .toSorted((a, b) => a - b)
  return growth(events, end)
}
