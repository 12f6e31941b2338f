/** The records of the company within one transaction: what was read is kept, what was written is seen by whoever reads after. */
import type { QueryResultRow } from 'pg'
import type { LoggedChange } from '../../domain/loggedChange'
import type { OwnerField, RecordReader, SmallTable } from '../../domain/recordReader'
import type { StoredRecord, TableName } from '../../domain/records/tables'
import type { Queryable } from '../database/pool'
import * as sql from './changeStatements'

interface Row extends QueryResultRow {
  readonly id: string
  readonly state: StoredRecord
}

export class RecordsInBatch implements RecordReader {
  /** Per table what was read or written; null: it is not there. */
  private readonly known = new Map<TableName, Map<string, StoredRecord | null>>()
  private readonly whole = new Set<TableName>()
  /** `table` and id of what was written, with the place of the change. */
  private readonly written = new Map<StoredRecord, { readonly table: TableName; readonly seq: number }>()
  private readonly changes = new Map<string, readonly LoggedChange[]>()

  /** A connection answers one question after the other; rules ask several at once. */
  private asked: Promise<unknown> = Promise.resolve()

  constructor(private readonly db: Queryable) {}

  private rowsOf<R extends QueryResultRow>(statement: string, values: readonly unknown[]): Promise<readonly R[]> {
    const answer = this.asked.then(async () => (await this.db.query<R>(statement, values)).rows)
    this.asked = answer.catch(() => undefined)
    return answer
  }

  private tableOf(table: TableName): Map<string, StoredRecord | null> {
    const known = this.known.get(table) ?? new Map<string, StoredRecord | null>()
    this.known.set(table, known)
    return known
  }

  /** What was written in this transaction stands over what the tables say. */
  private keep(table: TableName, rows: readonly Row[]): void {
    const known = this.tableOf(table)
    for (const { id, state } of rows) if (!known.has(id)) known.set(id, state)
  }

  get = async <T extends TableName>(table: T, ids: Iterable<string>): Promise<readonly StoredRecord<T>[]> => {
    const known = this.tableOf(table)
    const wanted = [...new Set(ids)]
    const unknown = this.whole.has(table) ? [] : wanted.filter((id) => !known.has(id))
    if (unknown.length > 0) {
      this.keep(table, await this.rowsOf<Row>(sql.RECORDS_BY_ID, [table, unknown]))
      for (const id of unknown) if (!known.has(id)) known.set(id, null)
    }
    return wanted.flatMap((id) => (known.get(id) as StoredRecord<T> | null | undefined) ?? [])
  }

  having = async <T extends TableName>(
    table: T,
    field: OwnerField,
    ids: Iterable<string>,
  ): Promise<readonly StoredRecord<T>[]> => {
    const wanted = new Set(ids)
    if (wanted.size === 0) return []
    this.keep(table, await this.rowsOf<Row>(sql.recordsHaving(field), [table, [...wanted]]))
    const found = [...this.tableOf(table).values()].filter((record) =>
      wanted.has((record as Readonly<Record<string, string>> | null)?.[field] ?? ''),
    )
    return found as StoredRecord<T>[]
  }

  /** Failures that bear one of these numbers. */
  async numbered(numbers: ReadonlySet<string>): Promise<readonly StoredRecord<'failures'>[]> {
    if (numbers.size === 0) return []
    this.keep('failures', await this.rowsOf<Row>(sql.FAILURES_NUMBERED, [[...numbers]]))
    const known = [...this.tableOf('failures').values()] as readonly (StoredRecord<'failures'> | null)[]
    return known.filter((failure) => failure !== null && numbers.has(failure.no ?? '')) as StoredRecord<'failures'>[]
  }

  all = async <T extends SmallTable>(table: T): Promise<readonly StoredRecord<T>[]> => {
    if (!this.whole.has(table)) {
      this.keep(table, await this.rowsOf<Row>(sql.ALL_RECORDS, [table]))
      this.whole.add(table)
    }
    return [...this.tableOf(table).values()].filter((record) => record !== null) as StoredRecord<T>[]
  }

  changeOf = async (id: string): Promise<readonly LoggedChange[]> => {
    const here = this.changes.get(id)
    if (here !== undefined) return here
    const [row] = await this.rowsOf<{ readonly body: string }>(sql.CHANGE_BY_ID, [id])
    const entries = row === undefined ? [] : (JSON.parse(row.body) as readonly LoggedChange[])
    this.changes.set(id, entries)
    return entries
  }

  noteChange(entries: readonly LoggedChange[]): void {
    for (const { id } of entries) this.changes.set(id, entries)
  }

  put(table: TableName, record: StoredRecord, seq: number): void {
    const known = this.tableOf(table)
    const before = known.get(record.id)
    if (before !== null && before !== undefined) this.written.delete(before)
    known.set(record.id, record)
    this.written.set(record, { table, seq })
  }

  async flush(): Promise<void> {
    if (this.written.size === 0) return
    const rows = [...this.written].map(([record, { table, seq }]) => [table, record.id, seq, JSON.stringify(record)])
    const columns = [0, 1, 2, 3].map((at) => rows.map((row) => row[at]))
    await this.db.query(sql.PUT_RECORDS, columns)
  }
}
