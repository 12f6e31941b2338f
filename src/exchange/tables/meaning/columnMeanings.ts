/** What each column of a table holds, by what stands in it, beside it and in the database. */
import { isKeyOf } from '../../../domain/closedSet'
import type { CanonicalField } from '../../cells/importFields'
import { columnTraits } from './columnTraits'
import type { KnownNames } from './knownNames'
import { meaningShares } from './meaningShares'
import { RELATION_TRAITS, relations, type AllTraits, type MeaningTrait } from './relations'
import type { TableSample } from './tableSample'
import { IN_STRUCTURES, WITNESSES, type Witnesses } from './witnesses'

/** One meaning a column may have, and what speaks for it most. */
export interface Meaning {
  readonly field: CanonicalField
  /** 0 to 1 */
  readonly share: number
  readonly reasons: readonly MeaningTrait[]
}

const MOST_MEANINGS = 3
const LEAST_SHARE = 0.05
const MOST_REASONS = 3
const LEAST_WEIGHT = 0.8

export type TableKind = 'records' | 'fleet' | 'bom'

const OF_STRUCTURES: readonly CanonicalField[] = [
  'code',
  'level',
  'criticality',
  'designMtbfH',
  'node',
  'partNo',
  'quantity',
]
const OF_FLEETS: readonly CanonicalField[] = [
  'trainNo',
  'vehicleType',
  'operator',
  'depot',
  'line',
  'cars',
  'inServiceAt',
]
const NOT_OF_RECORDS: readonly CanonicalField[] = ['code', 'level', 'criticality', 'designMtbfH', 'cars', 'inServiceAt']

const isOf = (kind: TableKind, field: CanonicalField): boolean =>
  kind === 'bom'
    ? OF_STRUCTURES.includes(field)
    : kind === 'fleet'
      ? OF_FLEETS.includes(field)
      : !NOT_OF_RECORDS.includes(field)

const HOPELESS = -1
const RELATIONS: ReadonlySet<string> = new Set(RELATION_TRAITS)
/** Relations among the values of the column itself, which only numbers have. */
const OF_NUMBERS = /^says|^climbs$|^agreesWithCode$/
const SOME = 0.3

/** Could a column hold any field that is not taken, if all that is beside it spoke for it? Much cheaper than asking. */
export function couldMean(values: readonly string[], known: KnownNames, taken: ReadonlySet<CanonicalField>): boolean {
  const traits: AllTraits = columnTraits(values, known)
  const isNumeric = (traits.number ?? 0) + (traits.levelWord ?? 0) >= SOME
  const mayBe = (trait: string): boolean => RELATIONS.has(trait) && (isNumeric || !OF_NUMBERS.test(trait))
  const best = ({ bias, weights }: Witnesses): number =>
    Object.entries(weights).reduce(
      (sum, [trait, weight]) =>
        sum + (mayBe(trait) ? Math.max(0, weight) : weight * (traits[trait as MeaningTrait] ?? 0)),
      bias,
    )
  return [...Object.entries(WITNESSES), ...Object.entries(IN_STRUCTURES)].some(
    ([field, witnesses]) => !taken.has(field as CanonicalField) && best(witnesses) > HOPELESS,
  )
}

/** What every column of a table looks like, alone and beside the others. */
export const tableTraits = ({ columns }: TableSample, known: KnownNames): readonly AllTraits[] =>
  relations(
    columns,
    columns.map((values) => columnTraits(values, known)),
  )

/**
 * @param settled columns whose header says what they hold; their fields are taken
 * @param asked columns to find a meaning for
 * @param strangeness how much more likely than usual they hold nothing of ours, as a logarithm of odds
 */
export function columnMeanings(
  traits: readonly AllTraits[],
  kind: TableKind,
  settled: ReadonlyMap<number, CanonicalField>,
  asked: ReadonlySet<number>,
  strangeness: number,
): readonly (readonly Meaning[])[] {
  const taken = new Set(settled.values())
  const scores = traits.map((all, at) =>
    asked.has(at)
      ? scoresOf(all, kind, strangeness, (field) => !taken.has(field) && isOf(kind, field))
      : new Map<CanonicalField, number>(),
  )
  return meaningShares(scores).map((shares, at) =>
    [...shares]
      .filter(([, share]) => share >= LEAST_SHARE)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_MEANINGS)
      .map(([field, share]) => ({ field, share, reasons: reasonsFor(field, traits[at]!) })),
  )
}

function scoresOf(
  traits: AllTraits,
  kind: TableKind,
  strangeness: number,
  isPossible: (field: CanonicalField) => boolean,
): Map<CanonicalField, number> {
  const scores = new Map<CanonicalField, number>()
  if (Object.keys(traits).length === 0) return scores
  for (const [name, { bias, weights }] of Object.entries(
    kind === 'bom' ? { ...WITNESSES, ...IN_STRUCTURES } : WITNESSES,
  )) {
    const field = name as CanonicalField
    if (!isPossible(field)) continue
    let score = bias - strangeness
    for (const [trait, weight] of Object.entries(weights)) score += weight * (traits[trait as MeaningTrait] ?? 0)
    scores.set(field, score)
  }
  return scores
}

function reasonsFor(field: CanonicalField, traits: AllTraits): MeaningTrait[] {
  const weights = isKeyOf(WITNESSES, field) ? WITNESSES[field]!.weights : {}
  return Object.entries(weights)
    .map(([trait, weight]) => [trait as MeaningTrait, weight * (traits[trait as MeaningTrait] ?? 0)] as const)
    .filter(([, weight]) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_REASONS)
    .map(([trait]) => trait)
}

const MOSTLY = 0.6
const UNIQUE = 0.95

const isSerial = (all: AllTraits): boolean => (all.serialShape ?? 0) >= MOSTLY && (all.distinct ?? 0) >= 0.5

/** A list of trains has each once and tells no story; a structure has parts and no trains or days. */
export function kindByContent(traits: readonly AllTraits[], settled: ReadonlySet<CanonicalField>): TableKind {
  const has = (trait: MeaningTrait, least = MOSTLY): boolean => traits.some((all) => (all[trait] ?? 0) >= least)
  const isStory = settled.has('symptom') || settled.has('measure') || settled.has('cause') || has('symptomWords', 0.5)
  const trains =
    traits.find((all) => (all.trainKnown ?? 0) >= MOSTLY) ??
    traits.find((all) => (all.trainShape ?? 0) >= MOSTLY && all.date === undefined)
  const isFleet = ['trainKnown', 'trainTyped', 'typeKnown', 'typeShape', 'operatorKnown', 'depotShape'].some((trait) =>
    has(trait as MeaningTrait),
  )
  const isEachOnce = isFleet && trains !== undefined && (trains.distinct ?? 0) >= UNIQUE
  if (isEachOnce && !isStory && !traits.some(isSerial)) return 'fleet'
  const parts = traits.find((all) => (all.partNumberKnown ?? 0) >= MOSTLY || (all.partNumberShape ?? 0) >= MOSTLY)
  const isStructure = parts !== undefined && (parts.distinct ?? 0) >= 0.85 && !has('date') && !has('trainKnown')
  return isStructure && !isStory ? 'bom' : 'records'
}
