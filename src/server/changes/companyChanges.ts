/**
 * The changes of the company behind `/api/changes`: pushes that wait together are taken in one transaction, and whoever waits for
 * news is woken by it.
 */
import type { Pool } from 'pg'
import { DEVICE_ID_BYTES, deviceIdFrom } from '../../domain/deviceId'
import type { PushAnswer } from '../../domain/team/protocol'
import type { Principal } from '../accounts/principal'
import { ProblemError } from '../problemError'
import { acceptPushes, type Pending, type Understands } from './acceptChanges'
import type { ChangeService } from './changeService'
import { BEGIN_LOG } from './changeStatements'
import { changesAfter, headOf } from './pullChanges'

const MOST_TOGETHER = 64
/** Other services that share the database do not tell this one when they have taken something in. */
const LOOK_AGAIN_MS = 1000

interface Waiting extends Pending {
  readonly answer: (answer: PushAnswer) => void
  readonly refuse: (error: unknown) => void
}

export async function openChanges(pool: Pool, understands: Understands): Promise<ChangeService> {
  const device = deviceIdFrom(crypto.getRandomValues(new Uint8Array(DEVICE_ID_BYTES)))
  await pool.query(BEGIN_LOG, [device])
  const queue: Waiting[] = []
  const news = new EventTarget()
  let isBusy = false

  const takeTogether = async (together: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await acceptPushes(pool, together, understands)
      for (const [at, { answer, refuse }] of together.entries()) {
        const outcome = outcomes[at] ?? new ProblemError('unavailable')
        if (outcome instanceof ProblemError) refuse(outcome)
        else answer(outcome)
      }
      news.dispatchEvent(new Event('taken'))
    } catch (error) {
      // One that cannot be written must not keep the others out: each is tried alone.
      if (together.length > 1) for (const one of together) await takeTogether([one])
      else together[0]?.refuse(error)
    }
  }

  const work = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    while (queue.length > 0) await takeTogether(queue.splice(0, MOST_TOGETHER))
    isBusy = false
  }

  return {
    push: (principal: Principal, push) =>
      new Promise((answer, refuse) => {
        queue.push({ principal, push, answer, refuse })
        void work()
      }),
    pull: async (_principal, { after, device: asking, wait, limit, signal }) => {
      const until = Date.now() + wait * 1000
      for (;;) {
        const pull = await changesAfter(pool, after, asking, limit)
        if (pull.arrivals.length > 0 || Date.now() >= until || signal.aborted) return pull
        await nextNews(news, Math.min(LOOK_AGAIN_MS, Math.max(0, until - Date.now())), signal)
      }
    },
    head: () => headOf(pool),
  }
}

/** Until something was taken in, the time is over, or nobody waits any more. */
const nextNews = (news: EventTarget, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      news.removeEventListener('taken', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    news.addEventListener('taken', end)
    signal.addEventListener('abort', end)
  })
