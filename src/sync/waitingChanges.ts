/** Reads what this device has done and its server has not decided about. */
import type { ImportedRows } from '../domain/importBatch'
import type { LoggedChange } from '../domain/loggedChange'
import { MOST_ENTRIES } from '../domain/team/protocol'
import { database, type FracasDatabase } from '../store/database'
import { asTravelling, filesNamedIn } from '../store/handOver'
import { countToPush } from './pushPlan'

export interface Waiting {
  readonly changes: readonly LoggedChange[]
  readonly rows: readonly ImportedRows[]
  /** Attached files the changes name, by their hash. */
  readonly files: readonly string[]
}

const encoder = new TextEncoder()
const weightOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length

/** @returns null when nothing waits */
export async function waitingChanges(
  device: string,
  decided: number,
  db: FracasDatabase = database,
): Promise<Waiting | null> {
  for (let most = MOST_ENTRIES; ; most *= 4) {
    const entries = await db.changes
      .where('[device+number]')
      .between([device, decided], [device, Infinity], false, true)
      .limit(most)
      .toArray()
    if (entries.length === 0) return null
    const rowsOf = new Map<string, readonly ImportedRows[]>()
    for (const { command, batchId } of entries)
      if (command === 'import' && batchId !== undefined && !rowsOf.has(batchId))
        rowsOf.set(batchId, await rowsOfBatch(batchId, db))
    const counted = new Set<string>()
    const weighed = entries.map((entry) => {
      const { number, command, batchId = '' } = entry
      const isFirst = command === 'import' && !counted.has(batchId)
      if (isFirst) counted.add(batchId)
      return { number, bytes: weightOf(entry) + (isFirst ? weightOf(rowsOf.get(batchId) ?? []) : 0) }
    })
    const count = countToPush(weighed, entries.length < most)
    if (count === 0) continue
    const chosen = entries.slice(0, count)
    const batches = new Set(chosen.flatMap(({ command, batchId }) => (command === 'import' ? (batchId ?? []) : [])))
    return {
      changes: await Promise.all(chosen.map((entry) => asTravelling(entry, db))),
      rows: [...batches].flatMap((batch) => rowsOf.get(batch) ?? []),
      files: [...new Set(chosen.flatMap(filesNamedIn))],
    }
  }
}

const rowsOfBatch = (batchId: string, db: FracasDatabase): Promise<readonly ImportedRows[]> =>
  db.importedRows.where(':id').between([batchId, -1, -1], [batchId, Infinity, Infinity]).toArray()

/** How many changes of this device wait to go up. */
export async function countWaiting(decided: number, db: FracasDatabase = database): Promise<number> {
  const device = await db.device.get('device')
  return Math.max(0, (device?.changeCount ?? 0) - decided)
}
