/** Everything that belongs to one failure on its way from report to verified correction. */
import type { CompanyFields } from '../companyFields'
import type { StoredRecord } from '../records/tables'

export interface CaseFile {
  readonly failure: StoredRecord<'failures'>
  readonly handlings: readonly StoredRecord<'handlings'>[]
  readonly replacements: readonly StoredRecord<'replacements'>[]
  /** The problem the failure belongs to; null while it has none. */
  readonly problem: StoredRecord<'problems'> | null
  /** Of the failure, and of its problem. */
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
  readonly verifications: readonly StoredRecord<'effectVerifications'>[]
  /** Of any of these records. */
  readonly attachments: readonly StoredRecord<'attachments'>[]
  /** Fields the company added, as far as gates ask for them; none where it added none. */
  readonly company?: CompanyFields
}

export const cycleOf = (record: { readonly cycle?: number }): number => record.cycle ?? 1

/**
 * What the present cycle stands on. Analyses, actions and verifications of earlier cycles stay in the file, visible and
 * frozen, but prove nothing once the failure has been reopened.
 */
export function inForce(file: CaseFile): CaseFile {
  const cycle = cycleOf(file.failure)
  const isPresent = (record: { readonly cycle?: number }): boolean => cycleOf(record) === cycle
  return {
    ...file,
    analyses: file.analyses.filter(isPresent),
    actions: file.actions.filter((action) => isPresent(action) && action.state !== 'cancelled'),
    verifications: file.verifications.filter(isPresent),
  }
}
