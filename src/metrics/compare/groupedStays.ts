/** The stays of parts told apart by group: whole, or cut where the group of a train or the class of an age changes. */
import type { LifeData } from '../../reliability/life/lifeData'
import { ageBetween, type AgeMeasure } from '../age'
import type { Fleet } from '../fleet'
import type { TrainStay } from '../partStays'
import type { Stretch, TrainGroups } from './trainGroups'

/** A stay, or a piece of one, in one group; the word is empty where nobody knows which. */
export interface GroupedStay extends TrainStay {
  readonly word: string
}

/** Cut at the days on which the group of the train changes; a piece in no group is left out. */
export function staysByTrain(
  fleet: Fleet,
  stays: readonly TrainStay[],
  { stretchesOf }: TrainGroups,
  measure: AgeMeasure,
): readonly GroupedStay[] {
  return stays.flatMap((stay) => stretchesOf(stay.trainId).flatMap((stretch) => pieceOf(fleet, stay, stretch, measure)))
}

function pieceOf(fleet: Fleet, stay: TrainStay, stretch: Stretch, measure: AgeMeasure): readonly GroupedStay[] {
  const { word } = stretch
  const [from, to] = [Math.max(stay.from, stretch.from), Math.min(stay.to, stretch.to)]
  if (!(to > from)) return []
  if (from === stay.from && to === stay.to) return [{ ...stay, word }]
  const entry = ageOn(fleet, stay, from, measure)
  const exit = ageOn(fleet, stay, to, measure)
  return exit > entry
    ? [{ ...stay, word, from, to, entry, exit, failedRow: to === stay.to ? stay.failedRow : null }]
    : []
}

/** Where a part of the distance is not known, it is shared out by days. */
function ageOn(fleet: Fleet, stay: TrainStay, day: number, measure: AgeMeasure): number {
  if (day <= stay.from) return stay.entry
  if (day >= stay.to) return stay.exit
  const usage = fleet.usage.get(stay.trainId)
  const run = usage === undefined ? null : ageBetween(usage, measure, stay.from, day)
  const even = ((stay.exit - stay.entry) * (day - stay.from)) / (stay.to - stay.from)
  return Math.min(stay.exit, stay.entry + (run ?? even))
}

const STEPS = [1, 2, 2.5, 5, 10]
const CLASSES = 4
const YEAR = 365

/** Round ages at which four classes begin that reach the oldest part. */
export function ageClassStarts(stays: readonly TrainStay[], measure: AgeMeasure): readonly number[] {
  const oldest = stays.reduce((most, { exit }) => Math.max(most, exit), 0)
  const unit = measure === 'days' ? YEAR : 1000
  const wanted = oldest / CLASSES / unit
  if (!(wanted > 0)) return [0]
  const size = 10 ** Math.floor(Math.log10(wanted))
  const step = size * (STEPS.find((one) => one * size >= wanted) ?? 10) * unit
  return Array.from({ length: CLASSES }, (_, at) => at * step).filter((start) => start < oldest)
}

/** `0-250000`, the last without an end. */
export const ageWord = (starts: readonly number[], at: number): string => `${starts[at] ?? 0}-${starts[at + 1] ?? ''}`

export const staysByAge = (stays: readonly TrainStay[], starts: readonly number[]): readonly GroupedStay[] =>
  stays.flatMap((stay) =>
    starts.flatMap((start, at): readonly GroupedStay[] => {
      const [entry, exit] = [Math.max(stay.entry, start), Math.min(stay.exit, starts[at + 1] ?? Infinity)]
      return exit > entry
        ? [{ ...stay, word: ageWord(starts, at), entry, exit, failedRow: exit === stay.exit ? stay.failedRow : null }]
        : []
    }),
  )

export const staysByOrigin = (stays: readonly TrainStay[]): readonly GroupedStay[] =>
  stays.map((stay) => ({ ...stay, word: stay.isOriginal ? 'original' : 'replacement' }))

/** @param batchOf a serial; empty where nobody wrote its batch */
export const staysByBatch = (
  stays: readonly TrainStay[],
  batchOf: (serial: string) => string,
): readonly GroupedStay[] =>
  stays.map((stay) => ({ ...stay, word: stay.serials.map(batchOf).find((batch) => batch !== '') ?? '' }))

/** What the parts of a group ran, in the measure of their ages. */
export const exposureOf = (stays: readonly GroupedStay[]): number =>
  stays.reduce((sum, { entry, exit, count }) => sum + (exit - entry) * count, 0)

export const failedRowsOf = (stays: readonly GroupedStay[]): Uint32Array =>
  Uint32Array.from(stays.flatMap(({ failedRow }) => (failedRow === null ? [] : [failedRow]))).sort()

/** As life methods take it. */
export function livesOf(stays: readonly GroupedStay[]): LifeData {
  const [failed, sound] = [
    stays.filter(({ failedRow }) => failedRow !== null),
    stays.filter(({ failedRow }) => failedRow === null),
  ]
  const late = stays.filter(({ entry }) => entry > 0)
  return {
    failures: failed.map(({ exit }) => exit),
    suspensions: sound.map(({ exit }) => exit),
    suspensionCounts: sound.map(({ count }) => count),
    entries: late.map(({ entry }) => entry),
    entryCounts: late.map(({ count }) => count),
  }
}
