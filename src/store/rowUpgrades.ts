/**
 * What the versions of the database change about stored rows, as the families describe it. The database applies it when it
 * opens, and a restore to the rows of an older file, so that both ways lead to the same rows. Versions that only add
 * tables and indexes change no row.
 */
import type { RowChange } from '../domain/records/defineRecord'
import { familyOf, TABLE_NAMES } from '../domain/records/tables'

export interface RowUpgrade extends RowChange {
  readonly table: string
}

/** In the order of their versions. */
export const ROW_UPGRADES: readonly RowUpgrade[] = TABLE_NAMES.flatMap((table) =>
  familyOf(table).upgrades.map((change) => ({ table, ...change })),
).sort((a, b) => a.version - b.version)

/** A row of a table as it was in version `from`, as it is today. */
export const upgradedRow = (table: string, row: unknown, from: number, upgrades: readonly RowUpgrade[]): unknown =>
  upgrades
    .filter((one) => one.table === table && one.version > from)
    .reduce((upgraded, { upgrade }) => upgrade(upgraded as Readonly<Record<string, unknown>>), row)
