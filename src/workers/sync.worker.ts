/** The thread that exchanges with the company's server. Every tab has one; the one that holds the lock works, the others wait for it. */
import { expose } from 'comlink'
import { makeKeyPair } from '../exchange/package/packageKey'
import { database } from '../store/database'
import { rescueDatabase } from '../store/rescueDatabase'
import { joinTeam } from '../sync/joinTeam'
import { syncLoop } from '../sync/syncLoop'
import { teamServer } from '../sync/teamServer'
import type { Session } from '../domain/team/protocol'
import { onAskedNow, tellPhase } from './syncChannel'

const LOCK = 'bihuan-fracas-sync'

const server = teamServer((path, init) => fetch(path, init))

async function wipe(): Promise<void> {
  await rescueDatabase.delete()
  await database.delete()
}

let isStarted = false

async function work(label: string): Promise<void> {
  const loop = syncLoop({ server, own: { label, makeKeyPair }, tell: tellPhase, wipe })
  onAskedNow(loop.poke)
  globalThis.addEventListener('online', loop.poke)
  await loop.ended
}

const api = {
  /** @param label what people call this device */
  start(label: string): void {
    if (isStarted) return
    isStarted = true
    if (typeof navigator.locks === 'object') void navigator.locks.request(LOCK, () => work(label))
    else void work(label)
  },
  async join(session: Session, label: string): Promise<void> {
    await joinTeam(server, session, { label, makeKeyPair })
  },
}

export type SyncApi = typeof api

expose(api)
