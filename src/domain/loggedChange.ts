import type { Change } from './change'
import type { Origin } from './records/tables'

/** A change as the log stores it. Bulk imports keep their edits as one text, which writes twenty times faster. */
export interface LoggedChange extends Omit<Change, 'edits'> {
  /** Order of arrival on this device; snapshots remember how far they have read. */
  seq?: number
  readonly edits?: Change['edits']
  readonly packedEdits?: string
  /** `table:id` of every record touched, for history; left out for bulk imports, whose records name their batch. */
  readonly records?: readonly string[]
  /** Hash of the entry before, and of this one on top of it; absent in entries older than the chain. */
  readonly prev?: string
  readonly hash?: string
  /** How many entries the change consists of, where that is not one. */
  readonly parts?: number
  /** Devices that had a shorter id when the entry was hashed. */
  readonly renamed?: readonly string[]
  /** Of a change made elsewhere: its hash in the log of the device that made it. */
  readonly authorHash?: string
  /** Of an import of before version 12 that is handed over: where its records stood, which its entries did not say then. */
  readonly origins?: readonly (Origin | null)[]
}

/** What the log calls data that an upgrade of the program brought into it; nobody gives it as a command. */
export const UPGRADE = 'upgrade-data'

/** What it calls official numbers that the company's server gave. */
export const GIVE_NUMBER = 'give-number'
