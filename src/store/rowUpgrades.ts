/**
 * What a version of the database changes about rows of the version before. The database applies it when it opens, and a restore to the
 * rows of an older file, so that both ways lead to the same rows. Versions that only add tables and indexes change no row.
 */
export interface RowUpgrade {
  /** Version of the database that first holds rows of the new shape. */
  readonly version: number
  readonly table: string
  /** The row in its new shape. */
  readonly upgrade: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

/** In the order of their versions. */
export const ROW_UPGRADES: readonly RowUpgrade[] = []

/** A row of a table as it was in version `from`, as it is today. */
export const upgradedRow = (table: string, row: unknown, from: number, upgrades: readonly RowUpgrade[]): unknown =>
  upgrades
    .filter((one) => one.table === table && one.version > from)
    .reduce((upgraded, { upgrade }) => upgrade(upgraded as Readonly<Record<string, unknown>>), row)
