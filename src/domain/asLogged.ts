import type { Change } from './change'
import type { LoggedChange } from './loggedChange'

/** A change as the log keeps it, found by every record it touches. Imports are not: their records name their batch. */
export const asLogged = (change: Change | LoggedChange): LoggedChange => {
  const { edits } = change
  return edits === undefined ? change : { ...change, records: edits.map((edit) => `${edit.table}:${edit.record}`) }
}
