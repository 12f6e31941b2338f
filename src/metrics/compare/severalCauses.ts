/** Several causes at once: by which factor does each change how often parts fail, with the others held still? */
import { chiSquareCdf } from '../../reliability/special/chiSquareCdf'
import {
  coxRegression,
  type CoxRegression,
  type NoCoxRegression,
  type ProportionalityTest,
} from '../../reliability/life/coxRegression'
import type { LifeEpisode } from '../../reliability/life/lifeEpisodes'
import {
  weibullRegression,
  type NoWeibullRegression,
  type WeibullRegression,
} from '../../reliability/life/weibullRegression'
import { scatterWithinGroups } from '../../reliability/scatterWithinGroups'
import type { NotEstimable } from '../../reliability/notEstimable'
import { normalCdf } from '../../reliability/special/normalCdf'
import { normalQuantile } from '../../reliability/special/normalQuantile'
import { studentP } from '../../reliability/special/studentP'
import { studentQuantile } from '../../reliability/special/studentQuantile'
import { quadratic, symmetricInverse } from '../../reliability/special/symmetricInverse'
import type { LabelOf } from '../failureFilter'
import type { FieldData } from '../fieldData'
import type { Fleet } from '../fleet'
import { CONFIDENCE } from '../nodeFigures'
import { areIdentified, partLives } from '../partLives'
import type { TrainStay } from '../partStays'
import { recordedPeriod, type Period } from '../recordedPeriod'
import { numberedWords } from '../rowGroups'
import type { Scope } from '../scope'
import { expectingEnough, SCATTER_LEVEL } from '../trainScatter'
import { exposureBetween } from '../trainUsage'
import { groupLabel } from './groupCounts'
import { failedRowsOf, staysByTrain, type GroupedStay } from './groupedStays'
import type { GroupRates } from './groupRates'
import type { KnownItems } from './nodeComparison'
import { NUMERIC_CAUSES, type Cause, type CausesQuestion, type NumericCause } from './causesQuestion'
import { trainGroups } from './trainGroups'

/** A ratio with its two-sided bounds. */
export interface CauseRatio {
  readonly ratio: number
  readonly lower: number
  readonly upper: number
  readonly p: number
}

/** What one coefficient says. */
export interface CauseEffect {
  /** Of failure rates, without a law of age. */
  readonly hazard: CauseRatio
  /** Of failure rates and of lives, by Weibull's law; null where that has no fit. */
  readonly weibull: { readonly hazard: CauseRatio; readonly life: CauseRatio } | null
  /** Chance of such a change of the ratio with age if there were none; null where it cannot be told. */
  readonly proportionalP: number | null
}

export interface CauseLevel {
  /** Empty for a cause that is a number. */
  readonly word: string
  readonly label: string
  /** Parts seen in it; a part that changes its level counts in each. */
  readonly parts: number
  readonly failed: Uint32Array
  readonly isReference: boolean
  /** Null for the reference, and for a level without failures. */
  readonly effect: CauseEffect | null
}

export interface CauseOfFailure {
  readonly cause: Cause
  /** A number: one level, its ratio for every step of it. */
  readonly levels: readonly CauseLevel[]
  /** Wald's test of all its coefficients at once. */
  readonly test: ProportionalityTest | null
}

export interface SeveralCauses {
  readonly status: 'fitted'
  readonly causes: readonly CauseOfFailure[]
  readonly parts: number
  readonly failed: number
  readonly coefficients: number
  /** All causes against none. */
  readonly likelihoodRatio: ProportionalityTest
  readonly logLikelihood: number
  readonly allProportional: ProportionalityTest | null
  /** Weibull's shape, one for all; null where it has no fit. */
  readonly shape: number | null
  /** Failures of parts of which some chosen cause is not on record. */
  readonly leftOut: Uint32Array
  /** Over trains alike in what never changes on them; where beyond chance, bounds allow for parts of one train hanging together. */
  readonly scatter: GroupRates['scatter']
  /** What the fit was made of, for the script that repeats it: one column per coefficient. */
  readonly episodes: readonly LifeEpisode[]
  readonly columns: readonly string[]
  /** The train of each episode as a number, where bounds rest on trains; else null. */
  readonly clusters: readonly number[] | null
}

export type NoSeveralCauses = (
  NoCoxRegression | NotEstimable<'parts-not-identified' | 'group-not-recorded' | 'no-exposure'>
) & { /** Causes that nothing on record tells apart. */ readonly unrecorded: readonly Cause[] }

/** Numbers are told per so much of them: 100 km more a day. */
const STEP: Readonly<Record<NumericCause, number>> = { kmPerDay: 100 }
/** More levels would not be told apart by their few failures; the rest are taken together. */
const MOST_LEVELS = 10
export const REST = '*'

/** A stay, or a piece of one between two seasons. */
interface Piece extends GroupedStay {
  /** Which stay it is of. */
  readonly part: number
}

interface Design {
  readonly cause: Cause
  readonly levels: readonly { readonly word: string; readonly stays: readonly Piece[] }[]
  readonly reference: string
  /** Words with a coefficient, in order. */
  readonly estimated: readonly string[]
  readonly valueOf: (stay: Piece) => string | number
}

export function severalCauses(
  data: FieldData,
  scope: Scope & { readonly nodeId: string },
  { causes, isUsual, measure }: CausesQuestion,
  labelOf: LabelOf,
  items: KnownItems,
): SeveralCauses | NoSeveralCauses {
  const { fleet } = data
  const none = (reason: 'parts-not-identified' | 'no-failures' | 'group-not-recorded'): NoSeveralCauses => ({
    status: 'not-estimable',
    reason,
    unrecorded: [],
  })
  const stays: TrainStay[] = []
  const lives = partLives(data, scope, measure, items.events, (stay) => stays.push(stay))
  if (!areIdentified(lives)) return none('parts-not-identified')
  if (lives.watch === null || stays.length === 0) return none('no-failures')
  const { from, to } = recordedPeriod(data, scope)
  const pieces = cutBySeason(fleet, stays, causes, { from, to }, measure)
  const asked = causes.map((cause) => ({ cause, valueOf: valueReader(fleet, cause, { from, to }, items) }))
  const isTold = ({ valueOf }: (typeof asked)[number]): boolean => new Set(pieces.map(valueOf).filter(isKnown)).size > 1
  const valuesOf = isUsual ? asked.filter(isTold) : asked
  const unrecorded = (isUsual && valuesOf.length > 0 ? [] : asked)
    .filter((one) => !isTold(one))
    .map(({ cause }) => cause)
  if (unrecorded.length > 0) return { status: 'not-estimable', reason: 'group-not-recorded', unrecorded }
  const known = pieces.filter((stay) => valuesOf.every(({ valueOf }) => isKnown(valueOf(stay))))
  const isIn = new Set(known)
  const leftOut = failedRowsOf(pieces.filter((stay) => !isIn.has(stay)))
  const designs = valuesOf.map(({ cause, valueOf }) => designOf(cause, valueOf, known))
  // A level without failures has no coefficient: the likelihood is what it would be without its parts.
  const fitted = known.filter((stay) => designs.every((design) => isFitted(design, design.valueOf(stay))))
  const episodes = fitted.map((stay): LifeEpisode => ({
    entry: stay.entry,
    exit: stay.exit,
    failed: stay.failedRow !== null,
    count: stay.count,
    causes: designs.flatMap((design) => columnsOf(design, design.valueOf(stay))),
  }))
  const scatter = scatterOf(fitted, designs)
  // Trains that differ, or repairs that did not hold: parts of one train hang together, and bounds must know it.
  const clusters = scatter?.isBeyondChance === true ? numbered(fitted.map(({ trainId }) => trainId)) : null
  const cox = coxRegression(episodes, clusters)
  if (cox.status !== 'fitted') return { ...cox, unrecorded: [] }
  const weibull = weibullRegression(episodes, clusters)
  const trains = clusters === null ? null : new Set(clusters).size
  return told(
    { designs, known, episodes, clusters, leftOut, scatter, trains, label: groupLabel(labelOf) },
    cox,
    weibull,
  )
}

const numbered = (words: readonly string[]): readonly number[] => {
  const { numberOf } = numberedWords()
  return words.map(numberOf)
}

/** Causes that change on one train: with them a train would be several, each with too few failures to tell. */
const CHANGING: readonly Cause[] = ['season', 'origin', 'batch', ...NUMERIC_CAUSES]

/** Do failures scatter over trains more than chance lets them, among trains alike in all that never changes on them? */
function scatterOf(fitted: readonly Piece[], designs: readonly Design[]): SeveralCauses['scatter'] {
  const settled = designs.filter(({ cause }) => !CHANGING.includes(cause))
  const groups = new Map<string, Map<string, { failures: number; exposure: number }>>()
  for (const stay of fitted) {
    const key = settled.map((design) => String(design.valueOf(stay))).join('|')
    const trains = groups.get(key) ?? new Map<string, { failures: number; exposure: number }>()
    groups.set(key, trains)
    const { failures, exposure } = trains.get(stay.trainId) ?? { failures: 0, exposure: 0 }
    trains.set(stay.trainId, {
      failures: failures + (stay.failedRow === null ? 0 : 1),
      exposure: exposure + (stay.exit - stay.entry) * stay.count,
    })
  }
  const found = scatterWithinGroups([...groups.values()].map((trains) => expectingEnough([...trains.values()])))
  return found.status === 'estimated' ? { ...found, isBeyondChance: found.p < SCATTER_LEVEL } : null
}

const isNumeric = (cause: Cause): cause is NumericCause => (NUMERIC_CAUSES as readonly string[]).includes(cause)
const isKnown = (value: string | number): boolean => (typeof value === 'number' ? Number.isFinite(value) : value !== '')

/** A life is cut only where something asked for changes during it. */
function cutBySeason(
  fleet: Fleet,
  stays: readonly TrainStay[],
  causes: readonly Cause[],
  period: Period,
  measure: CausesQuestion['measure'],
): readonly Piece[] {
  const seasons = trainGroups(fleet, { by: 'season', date: null, periods: null }, period)
  return stays.flatMap((stay, part) =>
    causes.includes('season')
      ? staysByTrain(fleet, [stay], seasons, measure).map((piece) => ({ ...piece, part }))
      : [{ ...stay, word: '', part }],
  )
}

function valueReader(
  fleet: Fleet,
  cause: Cause,
  { from, to }: Period,
  { batchOf }: KnownItems,
): (stay: Piece) => string | number {
  switch (cause) {
    case 'season':
      return ({ word }) => word
    case 'origin':
      return ({ isOriginal }) => (isOriginal ? 'original' : 'replacement')
    case 'batch':
      return ({ serials }) => serials.map(batchOf).find((batch) => batch !== '') ?? ''
    case 'kmPerDay': {
      const perDay = new Map<string, number>()
      return ({ trainId }) => {
        const usage = fleet.usage.get(trainId)
        const { km, extrapolatedKm, knownDays } =
          usage === undefined ? { km: 0, extrapolatedKm: 0, knownDays: 0 } : exposureBetween(usage, from, to)
        // Metres a day are what rounding leaves.
        const value = perDay.get(trainId) ?? Math.round((100 * (km - extrapolatedKm)) / knownDays) / 100 / STEP.kmPerDay
        perDay.set(trainId, value)
        return value
      }
    }
    case 'vehicleType':
    case 'depotId':
    case 'operatorId':
    case 'lineId':
    case 'projectNo':
      return ({ trainId }) => fleet.trains.get(trainId)?.[cause] ?? ''
  }
}

function designOf(cause: Cause, valueOf: Design['valueOf'], known: readonly Piece[]): Design {
  if (isNumeric(cause))
    return { cause, valueOf, levels: [{ word: '', stays: known }], reference: REST, estimated: [''] }
  const byWord = new Map<string, Piece[]>()
  for (const stay of known) {
    const word = String(valueOf(stay))
    const of = byWord.get(word)
    if (of === undefined) byWord.set(word, [stay])
    else of.push(stay)
  }
  const failures = (stays: readonly Piece[]): number => stays.filter(({ failedRow }) => failedRow !== null).length
  const ranked = [...byWord].toSorted(([a, one], [b, other]) => failures(other) - failures(one) || (a < b ? -1 : 1))
  const [main, rest] = [ranked.slice(0, MOST_LEVELS), ranked.slice(MOST_LEVELS)]
  const levels = [
    ...main.map(([word, stays]) => ({ word, stays })),
    ...(rest.length === 0 ? [] : [{ word: REST, stays: rest.flatMap(([, stays]) => stays) }]),
  ]
  const named = new Set(main.map(([word]) => word))
  const reference = levels[0]?.word ?? ''
  return {
    cause,
    levels,
    reference,
    estimated: levels.filter(({ word, stays }) => word !== reference && failures(stays) > 0).map(({ word }) => word),
    valueOf: (stay) => {
      const word = String(valueOf(stay))
      return named.has(word) ? word : REST
    },
  }
}

const isFitted = ({ cause, reference, estimated }: Design, value: string | number): boolean =>
  isNumeric(cause) || value === reference || estimated.includes(String(value))

const columnsOf = ({ cause, estimated }: Design, value: string | number): readonly number[] =>
  isNumeric(cause) ? [Number(value)] : estimated.map((word) => (word === value ? 1 : 0))

interface Fitted extends Pick<SeveralCauses, 'episodes' | 'clusters' | 'leftOut' | 'scatter'> {
  readonly designs: readonly Design[]
  readonly known: readonly Piece[]
  /** Whose scatter the bounds rest on; null where episodes are independent. */
  readonly trains: number | null
  readonly label: ReturnType<typeof groupLabel>
}

/** Bounds by normal quantiles, or by Student's where few trains stand for all. */
function boundsWith(trains: number | null): (log: number, error: number) => CauseRatio {
  const degrees = trains === null ? null : Math.max(1, trains - 1)
  const outside = (1 - CONFIDENCE) / 2
  const width = -(degrees === null ? normalQuantile(outside) : studentQuantile(outside, degrees))
  return (log, error) => ({
    ratio: Math.exp(log),
    lower: Math.exp(log - width * error),
    upper: Math.exp(log + width * error),
    p: !(error > 0) ? 1 : degrees === null ? 2 * normalCdf(-Math.abs(log / error)) : studentP(log / error, degrees),
  })
}

function told(
  { designs, known, label, trains, ...asked }: Fitted,
  cox: CoxRegression,
  weibull: WeibullRegression | NoWeibullRegression,
): SeveralCauses {
  let next = 0
  const ratioOf = boundsWith(trains)
  const causes = designs.map((design): CauseOfFailure => {
    const first = next
    const levels = design.levels.map(({ word, stays }): CauseLevel => {
      const at = design.estimated.includes(word) ? first + design.estimated.indexOf(word) : null
      return {
        word,
        label: label(design.cause === 'kmPerDay' ? 'origin' : design.cause, word),
        parts: partsIn(stays),
        failed: failedRowsOf(stays),
        isReference: word === design.reference,
        effect: at === null ? null : effectAt(cox, weibull, at, ratioOf),
      }
    })
    next += design.estimated.length
    return { cause: design.cause, levels, test: waldOf(cox, first, next) }
  })
  return {
    status: 'fitted',
    causes,
    parts: partsIn(known),
    failed: cox.failed,
    coefficients: cox.coefficients.length,
    likelihoodRatio: testOf(cox.likelihoodRatio, cox.coefficients.length),
    logLikelihood: cox.logLikelihood,
    allProportional: cox.allProportional,
    shape: weibull.status === 'fitted' ? 1 / weibull.scale : null,
    ...asked,
    columns: designs.flatMap(({ cause, estimated }) =>
      estimated.map((word) => (word === '' ? cause : `${cause}:${word}`)),
    ),
  }
}

/** Pieces of one stay are one part, or several alike. */
const partsIn = (pieces: readonly Piece[]): number =>
  [...new Map(pieces.map(({ part, count }) => [part, count])).values()].reduce((sum, count) => sum + count, 0)

function effectAt(
  cox: CoxRegression,
  weibull: WeibullRegression | NoWeibullRegression,
  at: number,
  ratioOf: ReturnType<typeof boundsWith>,
): CauseEffect {
  const errorOf = (matrix: CoxRegression['covariance'], place: number): number => Math.sqrt(matrix[place]?.[place] ?? 0)
  const { logRatio = 0, error = 0 } = weibull.status === 'fitted' ? (weibull.hazard[at] ?? {}) : {}
  return {
    hazard: ratioOf(cox.coefficients[at] ?? 0, errorOf(cox.covariance, at)),
    weibull:
      weibull.status === 'fitted'
        ? {
            hazard: ratioOf(logRatio, error),
            life: ratioOf(weibull.coefficients[at] ?? 0, errorOf(weibull.covariance, at + 1)),
          }
        : null,
    proportionalP: cox.proportional[at]?.p ?? null,
  }
}

/** βᵗV⁻¹β of the coefficients [from, to). */
function waldOf({ coefficients, covariance }: CoxRegression, from: number, to: number): ProportionalityTest | null {
  const inverse = symmetricInverse(covariance.slice(from, to).map((row) => row.slice(from, to)))
  return inverse === null || to === from ? null : testOf(quadratic(inverse, coefficients.slice(from, to)), to - from)
}

const testOf = (chiSquare: number, degrees: number): ProportionalityTest => ({
  chiSquare,
  degrees,
  p: degrees > 0 ? chiSquareCdf(chiSquare, degrees, 'upper') : 1,
})
