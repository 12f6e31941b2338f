/** Which records show: not deleted, and not gone with the imports that brought them. */

export interface Imported {
  readonly batchId?: string
  readonly alsoFrom?: Readonly<Record<string, unknown>>
  readonly kept?: boolean
  readonly deleted?: boolean
}

/** The imports that brought a record: one, or one on each device that read the same list. */
export const batchesOf = ({ batchId, alsoFrom = {} }: Imported): readonly string[] =>
  batchId === undefined ? [] : [batchId, ...Object.keys(alsoFrom)]

/** Whether a record counts and shows: not deleted, and not gone with every import that brought it. */
export function isLive(record: Imported, undone: ReadonlySet<string>): boolean {
  if (record.deleted === true) return false
  const batches = batchesOf(record)
  return batches.length === 0 || record.kept === true || batches.some((batch) => !undone.has(batch))
}

/**
 * Does a record that hangs on a failure show with it? An import can bring a replacement for a failure that was there
 * before; when that import is taken back the replacement goes and the failure stays. What came together stays together.
 */
export const isShownWith = (record: Imported, failure: Imported, undone: ReadonlySet<string>): boolean =>
  isLive(record, undone) || (record.deleted !== true && record.batchId === failure.batchId)
