/** The failure columns as this thread holds them: loaded from the snapshot, brought up to the end of the log, saved again. */
import {
  emptyColumns,
  packColumns,
  putRow,
  reserve,
  unpackColumns,
  type FailureColumns,
  type PackedColumns,
} from '../metrics/failureColumns'
import { failureRow } from '../metrics/failureRow'
import type { FailureDossier } from '../store/failures'
import { database, type FracasDatabase } from '../store/database'
import { dossiersOf, EVERY_ID, eachFailure, lastSeq, loadSnapshot, logAfter, saveSnapshot } from '../store/snapshots'

/** A repeated change of the log is worth saving the snapshot for; saving after every single one is not. */
const SAVE_AFTER_CHANGES = 200

export interface CaughtUp {
  /** Something came since. */
  readonly hasGrown: boolean
  /** Among it a product, a part, a train, a place, a code or an import. */
  readonly touchesReference: boolean
}

export class KeptColumns {
  columns: FailureColumns = emptyColumns()
  private seq = 0
  private unsaved = 0

  constructor(private readonly db: FracasDatabase = database) {}

  /** Loads the snapshot, or builds the columns from every failure where there is none or it is in doubt. */
  async load(progress: (done: number, total: number) => void): Promise<void> {
    const [snapshot, seq] = await Promise.all([loadSnapshot(this.db), lastSeq(this.db)])
    const columns =
      snapshot === null || snapshot.lastSeq > seq ? null : unpackColumns(snapshot.columns as PackedColumns)
    if (columns !== null && snapshot !== null) {
      this.columns = columns
      this.seq = snapshot.lastSeq
      return
    }
    this.columns = emptyColumns()
    await eachFailure(
      (dossiers, done, total) => {
        this.putAll(dossiers)
        progress(done, total)
      },
      EVERY_ID,
      this.db,
    )
    this.seq = seq
    await this.save()
  }

  /** Takes in what the log has gained. */
  async catchUp(): Promise<CaughtUp> {
    const tail = await logAfter(this.seq, this.db)
    if (tail.lastSeq === this.seq) return { hasGrown: false, touchesReference: false }
    for (const range of tail.imported)
      await eachFailure(
        (dossiers) => {
          this.putAll(dossiers)
          this.unsaved += dossiers.length
        },
        range,
        this.db,
      )
    this.putAll(await dossiersOf(tail.failures, this.db))
    this.unsaved += tail.failures.size
    this.seq = tail.lastSeq
    return { hasGrown: true, touchesReference: tail.touchesReference }
  }

  async saveIfGrown(): Promise<void> {
    if (this.unsaved >= SAVE_AFTER_CHANGES) await this.save()
  }

  private putAll(dossiers: readonly FailureDossier[]): void {
    reserve(this.columns, dossiers.length)
    for (const dossier of dossiers) putRow(this.columns, failureRow(dossier.failure, dossier))
  }

  private async save(): Promise<void> {
    await saveSnapshot(packColumns(this.columns), this.seq, this.db)
    this.unsaved = 0
  }
}
