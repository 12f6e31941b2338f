/**
 * A database beside the one people work in: copies of it, and how much it held. It is never opened by what reads or changes
 * records, so that a bug, an upgrade gone wrong or a damaged file of the browser leaves it as it is. A browser that clears the whole
 * site clears it too: only files are backups.
 */
import { Dexie, type Table } from 'dexie'
import type { DataMark } from '../domain/dataLoss'
import type { RescueReason } from '../domain/rescueCopies'

export interface RescueCopy {
  readonly id: string
  readonly at: number
  readonly reason: RescueReason
  /** A package, or rows of tables of the version before an upgrade. */
  readonly kind: 'package' | 'rows'
  /** Of the database it was made of. */
  readonly schema: number
  readonly entries: number
  readonly failures: number
  readonly files: number
  /** Attached files that are not in it: too large, damaged or gone. */
  readonly filesLeftOut: number
  readonly bytes: number
}

export interface RescuePiece {
  readonly copy: string
  readonly no: number
  readonly bytes: ArrayBuffer
}

/** That data were lost, and what a person said of it. */
export interface NotedLoss {
  readonly id: string
  /** When it was settled. */
  readonly at: number
  readonly had: DataMark
  readonly has: DataMark
  /** Empty where everything came back. */
  readonly reason: string
}

/** Why the last copy could not be made; gone with the next one that is. */
export interface RescueFailure {
  readonly at: number
  readonly reason: RescueReason
  readonly why: string
}

interface Kept {
  readonly key: 'mark' | 'failure'
  readonly mark?: DataMark
  readonly failure?: RescueFailure
}

export class RescueDatabase extends Dexie {
  declare copies: Table<RescueCopy, string>
  declare pieces: Table<RescuePiece, [string, number]>
  declare losses: Table<NotedLoss, string>
  declare kept: Table<Kept, string>

  constructor(name = 'bihuan-fracas.rescue') {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ copies: 'id', pieces: '[copy+no]', losses: 'id', kept: 'key' })
  }
}

export const rescueDatabase = new RescueDatabase()
