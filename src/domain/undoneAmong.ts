import { batchesOf, type Imported } from './liveRecord'
import type { RecordReader } from './recordReader'

/** Which of the imports that brought these records were taken back; only those are read. */
export async function undoneAmong(records: readonly Imported[], reader: RecordReader): Promise<ReadonlySet<string>> {
  const brought = new Set(records.flatMap(batchesOf))
  const batches = brought.size === 0 ? [] : await reader.get('importBatches', brought)
  return new Set(batches.flatMap(({ id, state }) => (state === 'undone' ? [id] : [])))
}
