/** Every live handling, replacement, analysis and action, for finding what an import already brought. */
import type { KnownChildRecords } from '../domain/knownChildRecords'
import { database, type FracasDatabase } from './database'

export async function knownChildRecords(
  undoneBatches: ReadonlySet<string>,
  db: FracasDatabase = database,
): Promise<KnownChildRecords> {
  const isLive = ({
    deleted,
    batchId,
    kept,
  }: {
    readonly deleted?: boolean
    readonly batchId?: string
    readonly kept?: boolean
  }): boolean => deleted !== true && (batchId === undefined || !undoneBatches.has(batchId) || kept === true)
  const [handlings, replacements, analyses, actions] = await Promise.all([
    db.recordsOf('handlings').toArray(),
    db.recordsOf('replacements').toArray(),
    db.recordsOf('rootCauseAnalyses').toArray(),
    db.recordsOf('correctiveActions').toArray(),
  ])
  return {
    handlings: handlings.filter(isLive),
    replacements: replacements.filter(isLive),
    analyses: analyses.filter(isLive),
    actions: actions.filter(isLive),
  }
}
