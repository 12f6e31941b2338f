/**
 * The thread that exchanges with the company's server, as the page sees it. It is started once the device is in a company, never
 * before.
 */
import type { Session } from '../domain/team/protocol'
import type { SyncApi } from './sync.worker'
import { workerThread, type WorkerThread } from './workerThread'

let thread: WorkerThread<SyncApi> | null = null

function started(): WorkerThread<SyncApi> {
  thread ??= workerThread<SyncApi>(new Worker(new URL('./sync.worker.ts', import.meta.url), { type: 'module' }), () => {
    thread = null
  })
  return thread
}

export const startSync = async (label: string): Promise<void> => {
  await started().api.start(label)
}

/** @throws ServerRefused, ServerAway and NoKey by their names */
export const joinHere = async (session: Session, label: string): Promise<void> => {
  await started().api.join(session, label)
}

/** After the device has left, nothing is exchanged any more. */
export function endSync(): void {
  thread?.end()
  thread = null
}
