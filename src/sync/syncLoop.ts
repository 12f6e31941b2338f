/**
 * Keeps a device and the company's server together for as long as the page is open: at once when something happens, patiently when
 * nobody answers.
 */
import { SameDeviceTwice } from '../store/takeIn'
import { onChange } from '../store/changeFeed'
import { database, type FracasDatabase } from '../store/database'
import { isOneOf } from '../domain/closedSet'
import { noteTeam, TEAM_HALTS, teamState, type TeamHalt } from '../store/teamState'
import type { OwnDevice } from './joinTeam'
import { StrangeAnswer } from './readAnswers'
import { pullPage, syncOnce } from './syncOnce'
import { ServerRefused, type TeamServer } from './teamServer'
import { countWaiting } from './waitingChanges'

export type SyncPhase = 'working' | 'idle' | 'offline' | 'halted' | 'wiped'

export interface SyncLoop {
  /** Tries now, whatever it was waiting for. */
  readonly poke: () => void
  readonly stop: () => void
  readonly ended: Promise<void>
}

export interface LoopParts {
  readonly server: TeamServer
  readonly own: OwnDevice
  readonly tell: (phase: SyncPhase) => void
  readonly wipe: () => Promise<void>
  readonly db?: FracasDatabase
  /** 0 to 1, for the jitter. */
  readonly chance?: () => number
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
}

const LONG_POLL_SECONDS = 25
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 300_000

/** Between half of it and all of it, so that many devices do not come at once after the server was away. */
export const waitAfter = (failures: number, chance: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 20)) * (0.5 + chance / 2)

const sleepFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** What somebody has to do something about; null where it is worth trying again. */
function haltOf(error: unknown): TeamHalt | null {
  if (error instanceof SameDeviceTwice) return 'same-number'
  if (error instanceof StrangeAnswer) return 'malformed'
  if (!(error instanceof ServerRefused)) return null
  const { code } = error.problem
  if (code === 'unknown-device') return 'device-revoked'
  return isOneOf(TEAM_HALTS, code) ? code : null
}

export function syncLoop(parts: LoopParts): SyncLoop {
  const { server, own, tell, wipe, db = database, chance = Math.random, sleep = sleepFor } = parts
  let isStopped = false
  const isOver = (): boolean => isStopped
  let waiting = new AbortController()
  const poke = (): void => waiting.abort()
  const stopListening = onChange(() => {
    void teamState(db)
      .then(async (team) => team !== null && (await countWaiting(team.decided, db)) > 0)
      .then((hasMore) => (hasMore ? poke() : undefined))
      .catch(() => undefined)
  })
  const rest = async (ms: number): Promise<void> => sleep(ms, waiting.signal)

  const round = async (failures: number): Promise<number> => {
    waiting = new AbortController()
    tell('working')
    try {
      await syncOnce(server, own, db)
      tell('idle')
      const team = await teamState(db)
      // What waits for a newer server is not tried every moment.
      if (team === null || team.isServerOlder === true) await rest(LONGEST_WAIT_MS)
      else await pullPage(server, LONG_POLL_SECONDS, waiting.signal, db)
      return 0
    } catch (error) {
      if (waiting.signal.aborted) return 0
      const halt = haltOf(error)
      if (halt === 'wipe') {
        isStopped = true
        await wipe()
        tell('wiped')
        return 0
      }
      if (halt !== null) {
        await noteTeam({ halt }, db)
        tell('halted')
        await rest(LONGEST_WAIT_MS)
        return 0
      }
      tell('offline')
      const asked = error instanceof ServerRefused ? (error.problem.after ?? 0) * 1000 : 0
      await rest(Math.max(asked, waitAfter(failures, chance())))
      return failures + 1
    }
  }
  const run = async (): Promise<void> => {
    let failures = 0
    do failures = await round(failures)
    while (!isOver())
    stopListening()
  }
  return {
    poke,
    stop: () => {
      isStopped = true
      poke()
    },
    ended: run(),
  }
}
