/** Keeps the embedded PostgreSQL running while the service runs: one that died is started again. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster'

const EVERY_MS = 1000

export interface Watch {
  /** Resolves when nothing is started any more. */
  readonly end: () => Promise<void>
}

/** `answers` asks the database; `tell` is for whoever reads what the service says. */
export function watchCluster(cluster: Cluster, answers: () => Promise<boolean>, tell: (line: string) => void): Watch {
  const ending = new AbortController()
  const watched = (async () => {
    while (!ending.signal.aborted) {
      await pause(EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined)
      if (ending.signal.aborted || (await answers())) continue
      try {
        await cluster.startAgain()
        tell('PostgreSQL had stopped and is running again.')
      } catch (error) {
        tell(String(error))
      }
    }
  })()
  return {
    end: () => {
      ending.abort()
      return watched
    },
  }
}
