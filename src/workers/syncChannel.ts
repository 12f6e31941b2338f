/** What the thread that exchanges with the company's server and the tabs say to each other: one thread works for all tabs. */
import type { SyncPhase } from '../sync/syncLoop'

const CHANNEL = 'bihuan-fracas-sync'

type SyncMessage = { readonly phase: SyncPhase } | 'now'

let channel: BroadcastChannel | null = null

function open(): BroadcastChannel | null {
  if (channel === null && typeof BroadcastChannel !== 'undefined') channel = new BroadcastChannel(CHANNEL)
  return channel
}

export const tellPhase = (phase: SyncPhase): void => open()?.postMessage({ phase } satisfies SyncMessage)

/** Whichever tab's thread is at work tries at once. */
export const askNow = (): void => open()?.postMessage('now' satisfies SyncMessage)

function listen(take: (message: SyncMessage) => void): () => void {
  const on = (event: MessageEvent): void => take(event.data as SyncMessage)
  open()?.addEventListener('message', on)
  return () => channel?.removeEventListener('message', on)
}

export const onPhase = (take: (phase: SyncPhase) => void): (() => void) =>
  listen((message) => {
    if (message !== 'now') take(message.phase)
  })

export const onAskedNow = (act: () => void): (() => void) =>
  listen((message) => {
    if (message === 'now') act()
  })
