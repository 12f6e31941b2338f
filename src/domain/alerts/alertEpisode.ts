/** The life of an alert: raised, seen, taken until a day, cleared with an outcome; and its name, the same on every device. */
import type { AlertEpisodeFields } from '../records/alertEpisode'
import { sha256 } from '../sha256'

export type Episode = AlertEpisodeFields & { readonly id: string; readonly deleted?: boolean }

/** Rule, subject and number make the id, so that what two devices raise apart is one record when they meet. */
export const episodeId = (ruleId: string, subject: string, number: number): string =>
  sha256(`${ruleId}\n${subject}\n${number}`).slice(0, 32)

export type EpisodeState = 'raised' | 'seen' | 'taken' | 'back' | 'cleared'

/**
 * @param today `2026-05-08`
 * @returns `back`: somebody took it until a day that is over, and has not cleared it
 */
export function episodeState(episode: Episode | undefined, today: string): EpisodeState {
  if (episode === undefined) return 'raised'
  if (isCleared(episode)) return 'cleared'
  if (episode.takenAt !== undefined)
    return episode.takenUntil !== undefined && episode.takenUntil < today ? 'back' : 'taken'
  return episode.seenAt === undefined ? 'raised' : 'seen'
}

export const isCleared = ({ clearedAt }: Episode): boolean => clearedAt !== undefined

/** What is stored of one rule about one subject. */
export interface EpisodesSoFar {
  /** The one that has not been cleared, if any. */
  readonly open: Episode | undefined
  /** The number of the open one, or of the one that would be raised next. */
  readonly number: number
  /** Day of the last clearing: only what happened later is news. */
  readonly clearedOn: string | null
}

const NOTHING: EpisodesSoFar = { open: undefined, number: 1, clearedOn: null }

export type EpisodeBook = (ruleId: string, subject: string) => EpisodesSoFar

/** Looks up what is stored, by rule and subject. */
export function episodeBook(episodes: readonly Episode[]): EpisodeBook {
  const bySubject = new Map<string, Episode[]>()
  for (const episode of episodes) {
    if (episode.deleted === true || episode.ruleId === undefined || episode.subject === undefined) continue
    const key = `${episode.ruleId}\n${episode.subject}`
    const known = bySubject.get(key)
    if (known === undefined) bySubject.set(key, [episode])
    else known.push(episode)
  }
  return (ruleId, subject) => {
    const known = bySubject.get(`${ruleId}\n${subject}`)
    if (known === undefined) return NOTHING
    const cleared = known.filter(isCleared)
    const open = known.filter((one) => !isCleared(one)).sort((a, b) => (a.number ?? 1) - (b.number ?? 1))[0]
    const last = cleared.map(({ clearedAt = '' }) => clearedAt.slice(0, 10)).sort()
    const most = Math.max(0, ...cleared.map(({ number = 0 }) => number))
    return { open, number: open?.number ?? most + 1, clearedOn: last.at(-1) ?? null }
  }
}

/** How useful a rule has been, from what people did with what it raised. */
export interface RuleUse {
  readonly raised: number
  readonly taken: number
  readonly useful: number
  readonly falseAlarms: number
  /** Nobody has seen, taken or cleared it. */
  readonly untouched: number
  /** Nobody has acted on any of enough episodes, or most of the judged ones were false: it is proposed to be switched off. */
  readonly isProposedOff: boolean
}

/** So many episodes must have been raised before a rule is judged. */
const ENOUGH_TO_JUDGE = 5

export function ruleUse(episodes: readonly Episode[], ruleId: string): RuleUse {
  const own = episodes.filter((one) => one.ruleId === ruleId && one.deleted !== true)
  const count = (holds: (episode: Episode) => boolean): number => own.filter(holds).length
  const useful = count(({ outcome }) => outcome === 'useful')
  const falseAlarms = count(({ outcome }) => outcome === 'false')
  const taken = count(({ takenAt }) => takenAt !== undefined)
  const isEnough = own.length >= ENOUGH_TO_JUDGE
  return {
    raised: own.length,
    taken,
    useful,
    falseAlarms,
    untouched: count(
      ({ seenAt, takenAt, clearedAt }) => seenAt === undefined && takenAt === undefined && clearedAt === undefined,
    ),
    isProposedOff: isEnough && ((useful === 0 && taken === 0) || falseAlarms >= 0.8 * own.length),
  }
}
