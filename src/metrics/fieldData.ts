/** What every answer stands on: the failures on record, and the fleet they happened on. */
import type { FailureColumns } from './failureColumns'
import type { Fleet } from './fleet'

/** All of one moment: columns, rows and fleet made at different times do not fit each other. */
export interface FieldData {
  readonly columns: FailureColumns
  /** Rows of failures that are in force, which deleted ones and those of imports taken back are not. */
  readonly live: Uint32Array
  readonly fleet: Fleet
}
