/** The lives of groups: how long the parts of each lived, by Kaplan–Meier and by Weibull's law, and whether they differ. */
import { adjustedP } from '../../reliability/adjustedP'
import { kaplanMeier } from '../../reliability/life/kaplanMeier'
import type { LifeData } from '../../reliability/life/lifeData'
import { logRank, type LogRank } from '../../reliability/life/logRank'
import type { Interval } from '../../reliability/life/fittedLaw'
import type { NoLifeFit } from '../../reliability/life/lifeFit'
import { weibullFit } from '../../reliability/life/weibullFit'
import type { NotEstimable } from '../../reliability/notEstimable'
import { CONFIDENCE } from '../nodeFigures'
import { livesOf, type GroupedStay } from './groupedStays'

/** Share failed by an age, as a step; bounds are null where nobody is left. */
export interface LifeStep {
  readonly age: number
  readonly failed: number
  readonly lower: number | null
  readonly upper: number | null
  readonly atRisk: number
  readonly rows: Uint32Array
}

export interface GroupLaw {
  readonly status: 'fitted'
  readonly beta: number
  readonly betaBounds: Interval
  readonly eta: number
  readonly etaBounds: Interval
  readonly b10: number
  readonly b10Bounds: Interval
}

export interface LivesOfGroup {
  readonly word: string
  readonly failed: number
  readonly suspended: number
  readonly leftTruncated: number
  /** Failures expected had all groups one hazard; null where the test has no answer. */
  readonly expected: number | null
  readonly steps: readonly LifeStep[]
  readonly law: GroupLaw | NoLifeFit
  /** Of the log-rank test of this group against all others together, and that p among all groups. */
  readonly p: number | null
  readonly adjustedP: number | null
  /** Oldest age seen. */
  readonly longest: number
  /** As they went into the test. */
  readonly lives: LifeData
}

export interface GroupLives {
  readonly groups: readonly LivesOfGroup[]
  /** Of all groups at once. */
  readonly test: LogRank | NotEstimable<'fewer-than-two-groups' | 'no-failures' | 'no-common-ages'>
}

/** @param words the groups in order; stays of other words take no part */
export function groupLives(stays: readonly GroupedStay[], words: readonly string[]): GroupLives {
  const perWord = words.map((word) => stays.filter((stay) => stay.word === word))
  const lives = perWord.map(livesOf)
  const test = logRank(lives)
  const ps = perWord.map((_, at) => {
    const others = perWord.flatMap((group, other) => (other === at ? [] : group))
    const found = logRank([lives[at] ?? livesOf([]), livesOf(others)])
    return found.status === 'estimated' ? found.p : null
  })
  const tested = adjustedP(
    ps.flatMap((p) => (p === null ? [] : [p])),
    'bh',
  )
  let next = 0
  return {
    test,
    groups: perWord.map((ofGroup, at): LivesOfGroup => {
      const data = lives[at] ?? livesOf([])
      const p = ps[at] ?? null
      const adjusted = p === null ? null : (tested[next] ?? 1)
      if (p !== null) next += 1
      return {
        word: words[at] ?? '',
        failed: data.failures.length,
        suspended: ofGroup.reduce((sum, { failedRow, count }) => sum + (failedRow === null ? count : 0), 0),
        leftTruncated: ofGroup.reduce((sum, { entry, count }) => sum + (entry > 0 ? count : 0), 0),
        expected: test.status === 'estimated' ? (test.groups[at]?.expected ?? null) : null,
        steps: stepsOf(ofGroup),
        law: lawOf(ofGroup),
        p,
        adjustedP: adjusted,
        lives: data,
        longest: ofGroup.reduce((most, { exit }) => Math.max(most, exit), 0),
      }
    }),
  }
}

function stepsOf(stays: readonly GroupedStay[]): readonly LifeStep[] {
  const failed = stays
    .flatMap(({ failedRow, exit }) => (failedRow === null ? [] : [{ row: failedRow, exit }]))
    .sort((a, b) => a.exit - b.exit)
  let at = 0
  return kaplanMeier(livesOf(stays), CONFIDENCE).map(({ age, survival, logLog, atRisk, failed: count }) => {
    const rows = failed.slice(at, at + count).map(({ row }) => row)
    at += count
    const [low, high] = logLog
    return {
      age,
      failed: 1 - survival,
      lower: high === null ? null : 1 - high,
      upper: low === null ? null : 1 - low,
      atRisk,
      rows: Uint32Array.from(rows),
    }
  })
}

const B10 = 0.1

function lawOf(stays: readonly GroupedStay[]): LivesOfGroup['law'] {
  const found = weibullFit(livesOf(stays), CONFIDENCE)
  if (found.status !== 'fitted') return found
  const { life: b10, bounds: b10Bounds } = found.life.percentileLife(B10)
  const { status, beta, betaBounds, eta, etaBounds } = found
  return { status, beta, betaBounds, eta, etaBounds, b10, b10Bounds }
}
