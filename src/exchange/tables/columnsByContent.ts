/** What the headers of a table leave open, filled in by what stands in the columns, where that is sure enough. */
import type { CanonicalField } from '../cells/importFields'
import {
  columnMeanings,
  couldMean,
  kindByContent,
  tableTraits,
  type Meaning,
  type TableKind,
} from './meaning/columnMeanings'
import { distanceUnit } from './meaning/distanceUnit'
import type { AllTraits, MeaningTrait } from './meaning/relations'
import type { KnownNames } from './meaning/knownNames'
import { levelColumns } from './meaning/levelColumns'
import type { SheetKind } from './parsedSheet'
import type { TableSample } from './meaning/tableSample'

export interface ColumnsByContent {
  /** place of a column → what it is taken for */
  readonly taken: ReadonlyMap<number, Meaning>
  /** places of columns that hold the names of one level each */
  readonly levels: readonly number[]
  /** what else columns may hold, the likeliest first; what was taken is among them */
  readonly guesses: ReadonlyMap<number, readonly Meaning[]>
  /** km of a bare number of the odometer, where it was taken */
  readonly unitKm: number | undefined
}

const NOTHING: ColumnsByContent = { taken: new Map(), levels: [], guesses: new Map(), unitKm: undefined }

/** So sure must content alone be to be taken; below, a person is asked. */
const TAKEN = 0.8
/** Of fewer rows nothing is taken: two values look like many things. */
const FEWEST_ROWS = 4
/** Where most headers are known, one that is not is more likely none of ours. */
const MOSTLY_WORDED = 0.4
const STRANGER = 1.5
/** A table that names no train, tells no failure and knows no part of ours is hardly one of ours. */
const OF_OTHERS = 5
const SOME = 0.4
const OURS: readonly MeaningTrait[] = [
  'trainKnown',
  'trainTyped',
  'typeShape',
  'partKnown',
  'partNumberKnown',
  'symptomWords',
  'measureWords',
  'replacedTogether',
  'growsByTrain',
  'dotted',
  'climbs',
]
const OUR_WORDS: readonly CanonicalField[] = [
  'trainNo',
  'symptom',
  'measure',
  'cause',
  'removedSerial',
  'installedSerial',
]

const isOurs = (traits: readonly AllTraits[], words: ReadonlySet<CanonicalField>): boolean =>
  OUR_WORDS.some((field) => words.has(field)) || traits.some((all) => OURS.some((trait) => (all[trait] ?? 0) >= SOME))

/**
 * @param settled columns whose header says what they hold
 * @param asked columns whose header says nothing
 * @param chosen what a person said the sheet is
 */
export function columnsByContent(
  sample: TableSample,
  known: KnownNames,
  settled: ReadonlyMap<number, CanonicalField>,
  asked: ReadonlySet<number>,
  chosen: SheetKind | undefined,
): ColumnsByContent {
  const words = new Set(settled.values())
  // Where words name nearly everything, what is left is seldom worth looking at all the rest.
  const isWorthIt = settled.size === 0 || [...asked].some((place) => couldMean(sample.columns[place]!, known, words))
  if (!isWorthIt) return NOTHING
  const traits = tableTraits(sample, known)
  const kind = tableKind(chosen) ?? kindByContent(traits, words)
  const isStructure = kind === 'bom'
  const levels = isStructure && !words.has('node') ? levelColumns(sample).filter((place) => asked.has(place)) : []
  const rest = new Set([...asked].filter((place) => !levels.includes(place)))
  const worded =
    levels.length === 0 ? settled : new Map([...settled, ...levels.map((place) => [place, 'node'] as const)])
  const isMostlyWorded = worded.size >= sample.columns.length * MOSTLY_WORDED
  const strangeness = (isMostlyWorded ? STRANGER : 0) + (isOurs(traits, words) || chosen !== undefined ? 0 : OF_OTHERS)
  const meanings = columnMeanings(traits, kind, worded, rest, strangeness)
  const guesses = new Map<number, readonly Meaning[]>()
  const taken = new Map<number, Meaning>()
  for (const [place, all] of meanings.entries()) {
    const [best] = all
    if (best === undefined) continue
    guesses.set(place, all)
    if (best.share >= TAKEN && sample.rows >= FEWEST_ROWS) taken.set(place, best)
  }
  return { taken, levels, guesses, unitKm: unitOf(sample, settled, taken) }
}

const tableKind = (chosen: SheetKind | undefined): TableKind | undefined =>
  chosen === undefined ? undefined : chosen === 'bom' || chosen === 'fleet' ? chosen : 'records'

/** An odometer whose unit nobody can tell is not taken. */
function unitOf(
  { columns }: TableSample,
  settled: ReadonlyMap<number, CanonicalField>,
  taken: Map<number, Meaning>,
): number | undefined {
  const odometer = [...taken].find(([, { field }]) => field === 'odometerKm')?.[0]
  if (odometer === undefined) return undefined
  const texts = (field: CanonicalField): readonly string[] => {
    const place =
      [...settled].find(([, other]) => other === field)?.[0] ??
      [...taken].find(([, other]) => other.field === field)?.[0]
    return place === undefined ? [] : columns[place]!
  }
  const unit = distanceUnit({ distances: columns[odometer]!, trains: texts('trainNo'), days: texts('occurredAt') })
  if (unit === null) taken.delete(odometer)
  return unit ?? undefined
}
