/** What a column looks like beside the others of its table: which date comes first, which serial replaces which. */
import { plainText } from '../../../domain/plainText'
import { readCode } from '../../cells/readCodeByField'
import { readDate } from '../../cells/readDate'
import { readOdometer } from '../../cells/readOdometer'
import { readTrainNo } from '../../cells/readTrainNo'
import { readYesNo } from '../../cells/readYesNo'
import type { ColumnTrait, Traits } from './columnTraits'

export const RELATION_TRAITS = [
  'onlyDate',
  'dateOfRow',
  'longBefore',
  'firstOfBefore',
  'lastOfBefore',
  'soonAfter',
  'longAfter',
  'growsByTrain',
  'sameAsSerial',
  'fullestSerial',
  'olderSerial',
  'newerSerial',
  'onlySerial',
  'agreesWithMainLine',
  'namedInTexts',
  'onlyPerson',
  'goesWithTrain',
  'leadsOthers',
  'replacedTogether',
  'agreesWithDelay',
  'agreesWithCode',
  'climbs',
  'saysCar',
  'saysPieces',
  'saysMinutes',
  'saysCars',
  'saysDistance',
] as const
export type RelationTrait = (typeof RELATION_TRAITS)[number]

export type MeaningTrait = ColumnTrait | RelationTrait
export type AllTraits = Readonly<Partial<Record<MeaningTrait, number>>>

type Values = readonly (readonly string[])[]
type Found = Partial<Record<RelationTrait, number>>[]

const MOSTLY = 0.6
const NEARLY_ALL = 0.85
const MILLISECONDS_PER_DAY = 86_400_000
const FEWEST_PAIRS = 4

/** @param own the traits of each column alone */
export function relations(values: Values, own: readonly Traits[]): readonly AllTraits[] {
  const found: Found = values.map(() => ({}))
  const having = (trait: ColumnTrait, least = MOSTLY): number[] =>
    own.flatMap((traits, at) => ((traits[trait] ?? 0) >= least ? [at] : []))
  const dates = having('date')
  const day = dateRelations(values, own, dates, found)
  serialRelations(values, own, found)
  const known = having('trainKnown')
  trainRelations(values, own, known.length > 0 ? known : having('trainShape'), day, found)
  mainLineRelations(values, having('yesNo'), having('phase'), found)
  textRelations(values, own, found)
  delayRelations(values, own, having('impact', MOSTLY), found)
  for (const [at, traits] of own.entries()) Object.assign(found[at]!, unitTraits(traits), climbing(values[at]!, traits))
  levelRelations(values, having('dotted')[0], found)
  const persons = having('person')
  if (persons.length === 1) found[persons[0]!]!.onlyPerson = 1
  return own.map((traits, at) => ({ ...traits, ...found[at] }))
}

/** The day of a date as a number of days; the middle of a month that names none; null for other texts. */
export function dayOf(text: string): number | null {
  const { value } = text === '' ? {} : readDate(text, () => null)
  if (value === undefined) return null
  return Date.parse(`${value.slice(0, 10)}${value.length === 7 ? '-15' : ''}T00:00Z`) / MILLISECONDS_PER_DAY
}

/** Says which date is the day of the row, and how the others lie around it. @returns days of the rows */
function dateRelations(
  values: Values,
  own: readonly Traits[],
  dates: readonly number[],
  found: Found,
): (number | null)[] {
  const days = new Map(dates.map((at) => [at, values[at]!.map(dayOf)]))
  const telling = dates.filter((at) => own[at]!.constant !== 1)
  if (telling.length === 0) return []
  const widest = Math.max(1, ...telling.map((at) => spread(days.get(at)!)))
  const rank = new Map(
    telling.map((at) => [at, dayOfRow(days.get(at)!, own[at]!) - (spread(days.get(at)!) / widest) * WIDE]),
  )
  const best = [...telling].sort((a, b) => rank.get(b)! - rank.get(a)! || earlier(days.get(a)!, days.get(b)!))[0]!
  // Of two that follow the rows equally well the earlier is the day of the failure, the later that of its repair.
  const main = telling.reduce((first, at) => {
    const apart = gaps(days.get(at)!, days.get(first)!)
    const isEarlier = apart.some((gap) => gap > 0) && apart.filter((gap) => gap < 0).length <= apart.length * FEW
    return isEarlier && rank.get(at)! >= rank.get(best)! - CLOSE ? at : first
  }, best)
  found[main]!.dateOfRow = 1
  if (telling.length === 1) found[main]!.onlyDate = 1
  const before: number[] = []
  for (const at of telling) {
    if (at === main) continue
    const apart = gaps(days.get(main)!, days.get(at)!)
    if (apart.length < FEWEST_PAIRS) continue
    const later = apart.filter((gap) => gap >= 0).length / apart.length
    const middle = [...apart].sort((a, b) => a - b)[Math.floor(apart.length / 2)]!
    if (later <= 1 - NEARLY_ALL && middle < -LONG_DAYS) before.push(at)
    else if (later >= NEARLY_ALL) found[at]![middle <= SOON_DAYS ? 'soonAfter' : 'longAfter'] = 1
  }
  for (const at of before) {
    found[at]!.longBefore = 1
    if (before.length < 2) continue
    const others = before.filter((other) => other !== at)
    if (others.every((other) => mostly(gaps(days.get(at)!, days.get(other)!), (gap) => gap >= 0)))
      found[at]!.firstOfBefore = 1
    if (others.every((other) => mostly(gaps(days.get(at)!, days.get(other)!), (gap) => gap <= 0)))
      found[at]!.lastOfBefore = 1
  }
  return days.get(main)!
}

const MOST_DAYS_BETWEEN = 200
/** The failures of a year stand in one table; their parts were built over many. */
const WIDE = 0.6
const CLOSE = 0.3
const FEW = 0.06
const LONG_DAYS = 45
const SOON_DAYS = 12

const mostly = (gaps: readonly number[], test: (gap: number) => boolean): boolean =>
  gaps.length >= FEWEST_PAIRS && gaps.filter(test).length >= gaps.length * NEARLY_ALL

/** Days from one to the other, row by row. */
const gaps = (from: readonly (number | null)[], to: readonly (number | null)[]): number[] =>
  from.flatMap((start, row) => (start === null || to[row] == null ? [] : [to[row]! - start]))

const earlier = (a: readonly (number | null)[], b: readonly (number | null)[]): number => {
  const apart = gaps(a, b)
  return apart.filter((gap) => gap < 0).length - apart.filter((gap) => gap > 0).length
}

/** Days between the first and the last tenth. */
function spread(days: readonly (number | null)[]): number {
  const sorted = days.filter((day) => day !== null).sort((a, b) => a - b)
  return sorted.length === 0
    ? 0
    : sorted[Math.floor((sorted.length - 1) * 0.9)]! - sorted[Math.floor((sorted.length - 1) * 0.1)]!
}

/** How well a date is the day the row tells of: always there, in the order of the rows, perhaps with a time. */
function dayOfRow(days: readonly (number | null)[], traits: Traits): number {
  const known = days.filter((day) => day !== null)
  const steps = known.slice(1).map((day, at) => day - known[at]!)
  const inOrder =
    steps.length === 0 ? 0 : steps.filter((step) => step >= 0 && step < MOST_DAYS_BETWEEN).length / steps.length
  return inOrder + (traits.filled ?? 0) + (traits.clock ?? 0) * 0.5 - (traits.month ?? 0)
}

function serialRelations(values: Values, own: readonly Traits[], found: Found): void {
  const serials = own.flatMap((traits, at) =>
    (traits.serialShape ?? 0) >= MOSTLY && (traits.distinct ?? 0) >= 0.5 && (traits.partNumberKnown ?? 0) < 0.2
      ? [at]
      : [],
  )
  if (serials.length === 1) found[serials[0]!]!.onlySerial = 1
  const filled = (at: number): number => own[at]!.filled ?? 0
  const fullest = [...serials].sort((a, b) => filled(b) - filled(a))
  if (serials.length >= 2 && filled(fullest[0]!) > filled(fullest[1]!) * 1.1) found[fullest[0]!]!.fullestSerial = 1
  for (const a of serials)
    for (const b of serials) {
      if (a === b) continue
      const both = values[a]!.flatMap((text, row) =>
        text === '' || values[b]![row] === '' ? [] : [[text, values[b]![row]!] as const],
      )
      if (both.length < FEWEST_PAIRS - 1) continue
      const same = both.filter(([one, other]) => digits(one) === digits(other)).length / both.length
      if (same >= 0.5) found[a]!.sameAsSerial = 1
      if (same > 0.2) continue
      const alike = both.filter(([one, other]) => digits(one).length === digits(other).length)
      if (alike.length < FEWEST_PAIRS - 1) continue
      const newer =
        alike.filter(([one, other]) => digits(one).slice(0, 4) < digits(other).slice(0, 4)).length / alike.length
      if (newer < 0.7) continue
      found[a]!.olderSerial = 1
      found[b]!.newerSerial = 1
      const either = values[a]!.filter((text, row) => text !== '' || values[b]![row] !== '').length
      if (both.length >= either * 0.6) found[a]!.replacedTogether = found[b]!.replacedTogether = 1
    }
}

/** O and 0, l and 1 are taken for each other on paper. */
const digits = (serial: string): string =>
  serial.toUpperCase().replaceAll('O', '0').replaceAll('L', '1').replace(/\D/g, '')

const MOST_CANDIDATES = 4
const FEWEST_TRAINS = 4

/** Of columns that may name the train the one that most others go with, and what goes with it. */
function trainRelations(
  values: Values,
  own: readonly Traits[],
  candidates: readonly number[],
  day: readonly (number | null)[],
  found: Found,
): void {
  const tried = candidates
    .filter((at) => (own[at]!.fraction ?? 0) < 0.1 && (own[at]!.date ?? 0) < MOSTLY)
    .sort((a, b) => (own[b]!.filled ?? 0) - (own[a]!.filled ?? 0))
    .slice(0, MOST_CANDIDATES)
    .map((train) => {
      const beside: Found = values.map(() => ({}))
      distanceRelations(values, own, train, day, beside)
      const followers = beside.reduce(
        (sum, { growsByTrain, goesWithTrain }) => sum + (growsByTrain ? 2 : goesWithTrain ? 1 : 0),
        0,
      )
      return { train, beside, followers }
    })
  if (tried.length === 0) return
  const best = tried.reduce((most, other) => (other.followers > most.followers ? other : most))
  for (const [at, traits] of best.beside.entries()) Object.assign(found[at]!, traits)
  if (best.followers > 0) found[best.train]!.leadsOthers = Math.min(1, best.followers / 2)
}

/** The odometer of one train never falls; what belongs to the train is the same in all its rows. */
function distanceRelations(
  values: Values,
  own: readonly Traits[],
  train: number,
  day: readonly (number | null)[],
  found: Found,
): void {
  const rowsOf = new Map<string, number[]>()
  for (const [row, text] of values[train]!.entries()) {
    const { trainNo } = text === '' ? {} : readTrainNo(text, '')
    if (trainNo !== undefined) rowsOf.set(trainNo, [...(rowsOf.get(trainNo) ?? []), row])
  }
  if (rowsOf.size < FEWEST_TRAINS) return
  const inOrder = [...rowsOf.values()].map((rows) =>
    day.length === 0 ? rows : rows.filter((row) => day[row] != null).sort((a, b) => day[a]! - day[b]!),
  )
  for (const [at, traits] of own.entries()) {
    if (at === train) continue
    const steps = inOrder.flatMap((rows) => pairs(rows.filter((row) => values[at]![row] !== '')))
    if (steps.length < FEWEST_PAIRS) continue
    const isNumber = (traits.number ?? 0) + (traits.distance ?? 0) >= MOSTLY && (traits.date ?? 0) < MOSTLY
    if (isNumber && (traits.distinct ?? 0) > 0.7) {
      const grows = Math.max(...UNITS_KM.map((unit) => growth(values[at]!, steps, day, unit)))
      if (grows >= 0.75) found[at]!.growsByTrain = grows
    }
    const same = steps.filter(([a, b]) => values[at]![a] === values[at]![b]).length / steps.length
    const isFewer = (traits.distinct ?? 0) < Math.min(0.5, own[train]!.distinct ?? 0)
    if (same >= 0.9 && isFewer && traits.constant !== 1) found[at]!.goesWithTrain = same
  }
}

/** Of a bare number: km, thousands and ten thousands of them. */
const UNITS_KM = [1, 1_000, 10_000]
const FEWEST_DAYS = 10
const MOST_TIMES_USUAL = 4

/** The share of steps of one train that do not fall; 0 where the trains run at rates that have nothing in common. */
function growth(
  values: readonly string[],
  steps: readonly (readonly [number, number])[],
  day: readonly (number | null)[],
  unitKm: number,
): number {
  const known = steps.flatMap(([from, to]) => {
    const [a, b] = [readOdometer(values[from]!, unitKm).km, readOdometer(values[to]!, unitKm).km]
    return a === undefined || b === undefined ? [] : [{ gained: b - a, days: (day[to] ?? 0) - (day[from] ?? 0) }]
  })
  const rates = known.flatMap(({ gained, days }) => (days >= FEWEST_DAYS ? [gained / days] : []))
  const usual = [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0
  const alike = rates.filter((rate) => rate * MOST_TIMES_USUAL >= usual && rate <= usual * MOST_TIMES_USUAL)
  if (rates.length > 0 && alike.length < rates.length * MOSTLY) return 0
  return known.filter(({ gained }) => gained >= 0).length / steps.length
}

const pairs = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.slice(1).map((item, at) => [items[at]!, item] as const)

/** Yes where the failure was found in service, no where it was found in the depot. */
function mainLineRelations(values: Values, answers: readonly number[], phases: readonly number[], found: Found): void {
  const [phase] = phases
  if (phase === undefined) return
  for (const at of answers) {
    const both = values[at]!.flatMap((text, row) => {
      const [yes, code] = [readYesNo(text), readCode('phase', values[phase]![row]!)]
      return yes === undefined || code === undefined ? [] : [[yes, code === 'MAIN'] as const]
    })
    const agree = both.filter(([yes, isMain]) => yes === isMain).length
    const isBoth = both.some(([, isMain]) => isMain) && both.some(([, isMain]) => !isMain)
    if (isBoth && both.length >= FEWEST_PAIRS && agree >= both.length * 0.8)
      found[at]!.agreesWithMainLine = agree / both.length
  }
}

const FEWEST_LETTERS = 2

/** A part or a fault code is named again in the report beside it. */
function textRelations(values: Values, own: readonly Traits[], found: Found): void {
  const texts = own.flatMap((traits, at) => ((traits.phrase ?? 0) >= MOSTLY && traits.constant !== 1 ? [at] : []))
  if (texts.length === 0) return
  const told = values[0]!.map((_, row) => texts.map((at) => plainText(values[at]![row]!)).join(' '))
  for (const [at, traits] of own.entries()) {
    if (texts.includes(at) || (traits.distinct ?? 0) > 0.9 || (traits.small ?? 0) > 0.3 || traits.constant === 1)
      continue
    const words = values[at]!.flatMap((text, row) => (text === '' ? [] : [[plainText(text), told[row]!] as const]))
    if (words.length < FEWEST_PAIRS - 1) continue
    const named =
      words.filter(([word, text]) => word.length >= FEWEST_LETTERS && text.includes(word)).length / words.length
    if (named >= 0.15) found[at]!.namedInTexts = named
  }
}

/** A unit written here and there among bare numbers is the unit of them all. */
const SOMETIMES = 0.04
const UNITS: readonly (readonly [RelationTrait, ColumnTrait, ColumnTrait])[] = [
  ['saysCar', 'carWord', 'number'],
  ['saysPieces', 'pieces', 'number'],
  ['saysMinutes', 'minutes', 'number'],
  ['saysCars', 'cars', 'number'],
  ['saysDistance', 'distance', 'number'],
]

const unitTraits = (traits: Traits): Partial<Record<RelationTrait, number>> =>
  Object.fromEntries(
    UNITS.flatMap(([says, unit, bare]) =>
      (traits[unit] ?? 0) >= SOMETIMES && (traits[unit] ?? 0) + (traits[bare] ?? 0) >= NEARLY_ALL
        ? [[says, 1] as const]
        : [],
    ),
  )

const levelOf = (text: string): number => Number(text.replace(/\D/g, '')) || '一二三四五六'.indexOf(text.charAt(0)) + 1

/** Levels of a structure: from one row to the next never more than one deeper. */
function climbing(values: readonly string[], traits: Traits): Partial<Record<RelationTrait, number>> {
  if ((traits.small ?? 0) + (traits.levelWord ?? 0) < NEARLY_ALL) return {}
  const levels = values.filter((text) => text !== '').map(levelOf)
  const steps = levels.slice(1).map((level, at) => level - levels[at]!)
  const isClimbing =
    levels.length >= FEWEST_PAIRS && levels[0] === Math.min(...levels) && steps.every((step) => step <= 1)
  return isClimbing && steps.includes(1) && steps.some((step) => step < 0) && Math.max(...levels) - levels[0]! >= 2
    ? { climbs: 1 }
    : {}
}

/** A level beside a number such as 1.2.3 is the count of its parts. */
function levelRelations(values: Values, code: number | undefined, found: Found): void {
  if (code === undefined) return
  const depth = values[code]!.map((text) => text.split(/[.-]/).length)
  for (const [at, column] of values.entries()) {
    const told = column.flatMap((text, row) => (text === '' ? [] : [levelOf(text) === depth[row]]))
    if (at !== code && told.length >= FEWEST_PAIRS && told.filter(Boolean).length >= told.length * NEARLY_ALL)
      found[at]!.agreesWithCode = 1
  }
}

/** Minutes stand where the impact is one, and nothing or 0 where there was none. */
function delayRelations(values: Values, own: readonly Traits[], impacts: readonly number[], found: Found): void {
  const [impact] = impacts
  if (impact === undefined) return
  for (const [at, traits] of own.entries()) {
    if ((traits.number ?? 0) + (traits.minutes ?? 0) < MOSTLY || at === impact) continue
    const delayed = values[at]!.flatMap((text, row) => (Number.parseInt(text, 10) > 0 ? [values[impact]![row]!] : []))
    const agree = delayed.filter((word) =>
      ['DELAY', 'OFFLINE', 'RESCUE', 'DETRAIN'].includes(readCode('impact', word) ?? ''),
    )
    if (delayed.length >= 2 && agree.length >= delayed.length * NEARLY_ALL) found[at]!.agreesWithDelay = 1
  }
}
