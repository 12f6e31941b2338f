/** How this device stands with its company: what waits, what was refused, when the server last answered. */
import { useLiveQuery } from './useLiveQuery'
import { useEffect, useState } from 'react'
import { database } from '../store/database'
import { teamState, type TeamState } from '../store/teamState'
import { countWaiting } from '../sync/waitingChanges'
import type { SyncPhase } from '../sync/syncLoop'
import { onPhase } from '../workers/syncChannel'

export interface TeamStanding {
  readonly team: TeamState
  readonly waiting: number
  /** Refused, and nobody has dealt with it. */
  readonly refused: number
  readonly conflicts: number
}

/** Null on a device without a company, undefined until that is known. */
export const useTeamStanding = (): TeamStanding | null | undefined =>
  useLiveQuery(async () => {
    const team = await teamState()
    if (team === null) return null
    return {
      team,
      waiting: await countWaiting(team.decided),
      refused: await database.refusedChanges.filter(({ state }) => state === 'open').count(),
      conflicts: await database.conflicts.count(),
    }
  })

/** What the thread that exchanges is doing; null until it has said so. */
export function useSyncPhase(): SyncPhase | null {
  const [phase, setPhase] = useState<SyncPhase | null>(null)
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => onPhase(setPhase), [])
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine)
    globalThis.addEventListener('online', look)
    globalThis.addEventListener('offline', look)
    return () => {
      globalThis.removeEventListener('online', look)
      globalThis.removeEventListener('offline', look)
    }
  }, [])
  return isOnline ? phase : 'offline'
}
