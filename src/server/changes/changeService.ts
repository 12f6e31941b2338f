/** What the routes of `/api/changes` ask of whoever keeps the changes of the company. */
import type { Pull, Push, PushAnswer } from '../../domain/team/protocol'
import type { Principal } from '../accounts/principal'

export interface PullQuestion {
  /** The latest change the device has; all later ones are asked for. */
  readonly after: number
  readonly device: string
  /** Seconds to wait where nothing later is there yet. */
  readonly wait: number
  /** Changes at once. */
  readonly limit: number
  /** Aborted when nobody waits for the answer any more, and when the service stops: it is answered with what is there. */
  readonly signal: AbortSignal
}

/** Each throws a `ProblemError` where it cannot do what was asked. */
export interface ChangeService {
  readonly push: (principal: Principal, push: Push) => Promise<PushAnswer>
  readonly pull: (principal: Principal, question: PullQuestion) => Promise<Pull>
  /** The latest change of the company. */
  readonly head: () => Promise<number>
}
