/** What an analysis lacks before it can be handed to its reviewer: everything its gate asks of it but the signatures. */
import type { Moment } from '../moment'
import type { StoredRecord } from '../records/tables'
import type { CaseFile } from './caseFile'
import { DEFAULT_LIMITS, missingAt } from './gates'
import type { Missing, MissingReason } from './missing'

const COMES_AFTER: ReadonlySet<MissingReason> = new Set<MissingReason>(['not-submitted', 'not-approved'])

/** @param now local civil time, to the minute */
export function lacksBeforeSubmitting(
  analysis: StoredRecord<'rootCauseAnalyses'>,
  file: CaseFile,
  now: Moment,
): readonly Missing[] {
  // The gate looks at the latest analysis; an earlier one is asked as if it were.
  const asked = missingAt('G4', { ...file, analyses: [analysis] }, { now, escalation: {}, limits: DEFAULT_LIMITS })
  return asked.filter(({ table, reason }) => table === 'rootCauseAnalyses' && !COMES_AFTER.has(reason))
}
