/** Everything on record about one train: what the store gathers and the dossier tells. */
import type { LifeEvent } from './installations'
import type { StoredRecord } from './records/tables'

export interface TrainFile {
  readonly train: StoredRecord<'trains'>
  /** Every serial that was ever on the train, with everything on record about it. */
  readonly items: readonly { readonly serial: string; readonly nodeId: string; readonly events: readonly LifeEvent[] }[]
  readonly readings: readonly StoredRecord<'usageReadings'>[]
  readonly failures: readonly StoredRecord<'failures'>[]
  readonly replacements: readonly StoredRecord<'replacements'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
  readonly documents: readonly StoredRecord<'attachments'>[]
}
