/** Tells this tab, its worker and every other tab that the log has grown. The message carries nothing: readers ask the log. */
const CHANNEL = 'bihuan-fracas-changes'

let channel: BroadcastChannel | null = null
const listeners = new Set<() => void>()

function open(): BroadcastChannel | null {
  if (channel === null && typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel(CHANNEL)
    channel.addEventListener('message', () => {
      for (const listener of listeners) listener()
    })
  }
  return channel
}

export function announce(): void {
  open()?.postMessage('grown')
  for (const listener of listeners) listener()
}

/** Calls `listener` after every change, from whichever tab or thread. Returns how to stop. */
export function onChange(listener: () => void): () => void {
  open()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
