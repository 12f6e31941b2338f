/**
 * Which of those who wait for a database know that another tab holds it. The browser tells only the first who asks; whoever
 * asks behind it (the page behind its own engine, a second tab) would wait without knowing why.
 */

const CHANNEL = 'bihuan-fracas.held'

type Word = 'asked' | 'held'

function withChannel(hear: (word: Word, say: (word: Word) => void) => void): {
  readonly say: (word: Word) => void
  readonly close: () => void
} {
  if (typeof BroadcastChannel === 'undefined') return { say: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(CHANNEL)
  const say = (word: Word): void => channel.postMessage(word)
  channel.onmessage = (event: MessageEvent<Word>) => hear(event.data, say)
  return { say, close: () => channel.close() }
}

/** Tells all who wait now, and all who ask later, until the function it returns is called. */
export function tellHeld(): () => void {
  const { say, close } = withChannel((word, answer) => {
    if (word === 'asked') answer('held')
  })
  say('held')
  return close
}

/** @param onHeld told as soon as one who waits knows it; not told any more once the function it returns is called */
export function askWhetherHeld(onHeld: () => void): () => void {
  const { say, close } = withChannel((word) => {
    if (word === 'held') onHeld()
  })
  say('asked')
  return close
}
