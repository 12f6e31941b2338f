import type { Moment } from './moment'

/** A serial went on a train or came off it, by the records of the item. */
export interface ItemEvent {
  readonly serial: string
  readonly kind: 'install' | 'remove'
  readonly at: Moment
  readonly trainId: string
  readonly carNo: string
  readonly position: string
  /** CL-REMOVE; empty where nobody said. */
  readonly reason: string
  /** The failure it happened with; empty where none. */
  readonly failureId: string
}
