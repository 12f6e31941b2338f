/** Tells the screen which fields lost characters that no stored text may hold, so that nothing is removed unsaid. */
import type { TableName } from '../domain/records/tables'

export interface CleanedField {
  readonly table: TableName
  readonly field: string
}

type Listener = (fields: readonly CleanedField[]) => void

const listeners = new Set<Listener>()

export function announceCleaned(fields: readonly CleanedField[]): void {
  for (const listener of listeners) listener(fields)
}

/** Calls `listener` after every command of this tab that had to clean a text. Returns how to stop. */
export function onCleaned(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
