/** Which group each day of each train belongs to: one for good, as its depot, or another as it ages or the seasons go by. */
import { addMonths, dateOfDay, dayNumber } from '../../domain/moment'
import type { Fleet } from '../fleet'
import type { Period } from '../recordedPeriod'
import type { CompareQuestion, GroupsOfTrains } from './compareQuestion'

/** Days [from, to) of a train in one group. */
export interface Stretch extends Period {
  readonly word: string
}

export interface TrainGroups {
  /** In order, inside the period; days in no group are in none of them. */
  readonly stretchesOf: (trainId: string) => readonly Stretch[]
  /** No train is in two groups. */
  readonly isSettled: boolean
  /** In the order they are told; null: by their names. */
  readonly order: readonly string[] | null
}

const YEAR = 365.25
/** Years in service at which a class begins. */
const AGES = [0, 1, 2, 5, 10]
const AGE_WORDS = AGES.map((from, at) => `${from}-${AGES[at + 1] ?? ''}`)

/** Meteorological seasons of three months, from March on. */
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const
export const seasonOf = (month: number): string => SEASONS[Math.floor(((month + 9) % 12) / 3)] ?? ''

export function trainGroups(
  fleet: Fleet,
  question: Pick<CompareQuestion, 'date' | 'periods'> & { readonly by: GroupsOfTrains },
  period: Period,
): TrainGroups {
  const { by } = question
  switch (by) {
    case 'trainAge':
      return { stretchesOf: ageClasses(fleet, period), isSettled: false, order: AGE_WORDS }
    case 'season': {
      const seasons = seasonsOf(period)
      return { stretchesOf: () => seasons, isSettled: false, order: SEASONS }
    }
    case 'date':
    case 'periods': {
      const stretches = by === 'date' ? beforeAndAfter(question.date, period) : twoPeriods(question.periods, period)
      const inside = stretches.map((one) => within(one, period)).filter(({ from, to }) => to > from)
      return { stretchesOf: () => inside, isSettled: false, order: stretches.map(({ word }) => word) }
    }
    case 'vehicleType':
    case 'depotId':
    case 'operatorId':
    case 'lineId':
    case 'projectNo':
      return {
        stretchesOf: (id) => {
          const word = fleet.trains.get(id)?.[by] ?? ''
          return word === '' ? [] : [{ ...period, word }]
        },
        isSettled: true,
        order: null,
      }
  }
}

const within = <P extends Period>(one: P, { from, to }: Period): P => ({
  ...one,
  from: Math.max(one.from, from),
  to: Math.min(one.to, to),
})

/** @returns the middle of a period, at the start of a month */
export function middleOf({ from, to }: Period): number {
  const month = dayNumber(dateOfDay(Math.floor((from + to) / 2)).slice(0, 7))
  return month > from ? month : Math.floor((from + to) / 2)
}

function beforeAndAfter(date: number | null, period: Period): readonly Stretch[] {
  const at = date ?? middleOf(period)
  return [
    { word: 'before', from: period.from, to: at },
    { word: 'after', from: at, to: period.to },
  ]
}

/** Where the second begins inside the first, its days are its own. */
function twoPeriods(periods: CompareQuestion['periods'], period: Period): readonly Stretch[] {
  const [first, second] = periods ?? [
    [null, middleOf(period)],
    [middleOf(period), null],
  ]
  const [a, b] = [first, second].map(([from, to]) => ({ from: from ?? period.from, to: to ?? period.to }))
  if (a === undefined || b === undefined) return []
  const isOverlapping = a.from < b.to && b.from < a.to
  return [
    { word: 'first', from: a.from, to: isOverlapping ? Math.max(a.from, Math.min(a.to, b.from)) : a.to },
    { word: 'second', ...b },
  ]
}

function seasonsOf({ from, to }: Period): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let month = dateOfDay(from).slice(0, 7); dayNumber(month) < to; month = addMonths(month, 1)) {
    const word = seasonOf(Number(month.slice(5, 7)))
    const one = within({ word, from: dayNumber(month), to: dayNumber(addMonths(month, 1)) }, { from, to })
    const last = stretches.at(-1)
    if (last?.word === word) stretches[stretches.length - 1] = { ...last, to: one.to }
    else stretches.push(one)
  }
  return stretches
}

const ageClasses =
  (fleet: Fleet, period: Period): TrainGroups['stretchesOf'] =>
  (id) => {
    const service = fleet.usage.get(id)?.inServiceFrom ?? null
    if (service === null) return []
    return AGES.map((years, at): Stretch => {
      const next = AGES[at + 1]
      const one = {
        word: AGE_WORDS[at] ?? '',
        from: service + Math.round(years * YEAR),
        to: next === undefined ? period.to : service + Math.round(next * YEAR),
      }
      return within(one, period)
    }).filter(({ from, to }) => to > from)
  }
