/** What a group ran between two days: kilometres, or the days themselves. */
import type { AlertFigures } from './alertSignal'
import type { AlertGround } from './alertGround'
import type { WatchedGroup } from './watchedGroups'

export interface Clock {
  readonly measure: NonNullable<AlertFigures['measure']>
  /** From the first day on, up to the second and without it. */
  readonly between: (from: number, to: number) => number
}

const DAYS: Clock = { measure: 'days', between: (from, to) => Math.max(0, to - from) }

export function clockOf(ground: AlertGround, group: WatchedGroup, isDistance: boolean): Clock {
  if (!isDistance) return DAYS
  const { perTrainKm } = group
  const before = ground.kmBefore(group.trainsKey, group.trains)
  const at = (day: number): number => before[Math.max(0, Math.min(before.length - 1, day - ground.recorded.from))] ?? 0
  return {
    measure: perTrainKm === 1 ? 'trainKm' : 'partKm',
    between: (from, to) => Math.max(0, at(to) - at(from)) * perTrainKm,
  }
}
