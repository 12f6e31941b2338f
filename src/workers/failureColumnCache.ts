/** The failure columns as this thread holds them: loaded from the snapshot, brought up to the end of the log, saved again. */
import { companyFieldsOfTable } from '../domain/companyFields'
import type { FailureParts } from '../metrics/columnDescriptions'
import {
  emptyColumns,
  isSameSchema,
  packColumns,
  putRow,
  putValues,
  reserve,
  schemaWith,
  unpackColumns,
  withColumns,
  type ColumnSchema,
  type FailureColumns,
  type PackedColumns,
} from '../metrics/failureColumns'
import { failureRow } from '../metrics/failureRow'
import { readCompanyFields } from '../store/companyFieldRecords'
import { database, type FracasDatabase } from '../store/database'
import type { FailureDossier } from '../store/failures'
import {
  dossiersOf,
  EVERY_ID,
  eachFailure,
  eachFailureAlone,
  lastSeq,
  loadSnapshot,
  logAfter,
  saveSnapshot,
  timesColumnsForgotten,
} from '../store/snapshots'

/** A repeated change of the log is worth saving the snapshot for; saving after every single one is not. */
const SAVE_AFTER_CHANGES = 200

const NO_PARTS: FailureParts = { handlings: [], replacements: [], analyses: [], actions: [] }

export interface CaughtUp {
  /** Something came since. */
  readonly hasGrown: boolean
  /** Among it a product, a part, a train, a place, a code or an import. */
  readonly touchesReference: boolean
}

export class FailureColumnCache {
  columns: FailureColumns = emptyColumns()
  private seq = 0
  private unsaved = 0
  /** How often columns had been forgotten when these were begun. */
  private forgotten = 0
  /** Imports whose failures were read already: the entries of one import fill many pages of the log. */
  private readonly takenImports = new Set<string>()

  constructor(private readonly db: FracasDatabase = database) {}

  /** Loads the snapshot, or builds the columns from every failure where there is none or it is in doubt. */
  async load(progress: (done: number, total: number) => void): Promise<void> {
    this.forgotten = await timesColumnsForgotten(this.db)
    const [snapshot, seq, schema] = await Promise.all([loadSnapshot(this.db), lastSeq(this.db), this.schema()])
    const columns =
      snapshot === null || snapshot.lastSeq > seq ? null : unpackColumns(snapshot.columns as PackedColumns, schema)
    this.takenImports.clear()
    if (columns !== null && snapshot !== null) {
      this.columns = columns
      this.seq = snapshot.lastSeq
      this.unsaved = 0
      return
    }
    const built = emptyColumns(undefined, schema)
    await eachFailure(
      (dossiers, done, total) => {
        putAll(built, dossiers)
        progress(done, total)
      },
      EVERY_ID,
      this.db,
    )
    this.columns = built
    this.seq = seq
    this.unsaved = SAVE_AFTER_CHANGES
  }

  /** Entries of the log that are not in the columns yet; below zero when the log or the records are not those they were read from. */
  async behind(): Promise<number> {
    if ((await timesColumnsForgotten(this.db)) !== this.forgotten) return -1
    return (await lastSeq(this.db)) - this.seq
  }

  /** Takes in the next page of what the log has gained. What fails half way is taken in again by the next call. */
  async catchUp(): Promise<CaughtUp> {
    const tail = await logAfter(this.seq, this.db)
    if (tail.lastSeq === this.seq) return { hasGrown: false, touchesReference: false }
    for (const [batchId, range] of tail.imported) {
      if (this.takenImports.has(batchId)) continue
      await eachFailure((dossiers) => this.take(dossiers), range, this.db)
      this.takenImports.add(batchId)
    }
    this.take(await dossiersOf(tail.failures, this.db))
    this.seq = tail.lastSeq
    if (tail.touchesReference) await this.followDescriptions()
    return { hasGrown: true, touchesReference: tail.touchesReference }
  }

  private async schema(): Promise<ColumnSchema> {
    return schemaWith(companyFieldsOfTable(await readCompanyFields(this.db), 'failures'))
  }

  /** A company field somebody described since becomes a column; failures may have its values already, from elsewhere. */
  private async followDescriptions(): Promise<void> {
    const schema = await this.schema()
    const before = this.columns.schema
    if (isSameSchema(schema, before)) return
    const had = new Set([...before.text, ...before.number])
    const added = [...schema.text, ...schema.number].filter((key) => !had.has(key))
    const columns = withColumns(this.columns, schema)
    if (added.length > 0)
      await eachFailureAlone((failures) => {
        for (const failure of failures) putValues(columns, failureRow(failure, NO_PARTS, schema), added)
      }, this.db)
    this.columns = columns
    this.unsaved = Math.max(this.unsaved, SAVE_AFTER_CHANGES)
  }

  get isWorthSaving(): boolean {
    return this.unsaved >= SAVE_AFTER_CHANGES
  }

  /** How many rows the stored snapshot lacks. */
  get unsavedRows(): number {
    return this.unsaved
  }

  async save(): Promise<void> {
    const saved = this.unsaved
    await saveSnapshot(packColumns(this.columns), this.seq, this.forgotten, this.db)
    this.unsaved -= saved
  }

  private take(dossiers: readonly FailureDossier[]): void {
    putAll(this.columns, dossiers)
    this.unsaved += dossiers.length
  }
}

function putAll(columns: FailureColumns, dossiers: readonly FailureDossier[]): void {
  reserve(columns, dossiers.length)
  for (const dossier of dossiers) putRow(columns, failureRow(dossier.failure, dossier, columns.schema))
}
