/** Every live handling, replacement, analysis and action, for finding what an import already brought. */
import type { KnownChildRecords } from '../domain/knownChildRecords'
import { database, type FracasDatabase } from './database'
import { isLive, type Imported } from '../domain/liveRecord'

export async function knownChildRecords(
  undoneBatches: ReadonlySet<string>,
  db: FracasDatabase = database,
): Promise<KnownChildRecords> {
  const isThere = (record: Imported): boolean => isLive(record, undoneBatches)
  const [handlings, replacements, analyses, actions] = await Promise.all([
    db.recordsOf('handlings').toArray(),
    db.recordsOf('replacements').toArray(),
    db.recordsOf('rootCauseAnalyses').toArray(),
    db.recordsOf('correctiveActions').toArray(),
  ])
  return {
    handlings: handlings.filter(isThere),
    replacements: replacements.filter(isThere),
    analyses: analyses.filter(isThere),
    actions: actions.filter(isThere),
  }
}
