/** The longest stretch without a failure, where a constant rate hardly leaves one as long: records may be missing there. */
import { longestGap } from '../reliability/longestGap'
import type { EventsOverExposure } from './eventsOverExposure'
import type { FailureColumns } from './failureColumns'
import type { Period } from './recordedPeriod'

/** Every page of a part asks this, so that it speaks up on one page of a hundred by chance. */
const SELDOM = 0.01

export interface GapInRecords extends Period {
  /** Of what was run, or of the days where no distance is known. */
  readonly share: number
  readonly chance: number
  /** It lasts until the period ends. */
  readonly isLast: boolean
}

/** @returns null where the longest stretch is no surprise */
export function gapInRecords(
  columns: FailureColumns,
  { exposures, rows, end }: EventsOverExposure,
  period: Period,
): GapInRecords | null {
  const gap = end > 0 ? longestGap(exposures, end) : null
  if (gap === null || gap.chance >= SELDOM) return null
  const days = columns.number.occurredDay
  const dayAt = (at: number): number => days[rows[at] ?? 0] ?? period.from
  const after = exposures.findIndex((exposure) => exposure > gap.from)
  const isLast = after === -1
  return {
    from: gap.from === 0 ? period.from : dayAt(isLast ? exposures.length - 1 : after - 1),
    to: isLast ? period.to : dayAt(after),
    share: gap.share,
    chance: gap.chance,
    isLast,
  }
}
