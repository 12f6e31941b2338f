import type { Account } from '../../domain/team/protocol'

/** Who sends a request, as the server knows it; what the request says of its sender is not believed. */
export interface Principal {
  readonly account: Account
  readonly sessionId: string
  /** The device this session registered; null until it has. */
  readonly device: string | null
}
