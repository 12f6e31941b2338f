/**
 * A minor failure closed in one sitting: what is asked of a person, and what is proposed for the rest from what the report
 * says. Everything proposed is shown and can be changed; nothing is proposed where a wrong answer would hide a danger.
 */
import { companyFieldsOfTable, isCompanyKey, NO_COMPANY_FIELDS } from '../companyFields'
import type { CompanyKey } from '../records/companyField'
import type { Moment } from '../moment'
import type { Failure } from '../records/failure'
import type { Handling } from '../records/handling'
import type { StoredRecord } from '../records/tables'
import type { CaseFile } from './caseFile'
import { forcedPath, pathOf, type EscalationContext } from './forcedPath'
import { isEmpty } from './requiredFields'

/** Not proposed: who answers for it, what was done, and whether it works again. */
export const ASKED_OF_FAILURE = ['chargeable', 'responsibleText'] as const satisfies readonly (keyof Failure)[]
export const ASKED_OF_HANDLING = ['method', 'measure', 'functionTestOk'] as const satisfies readonly (keyof Handling)[]

/** What somebody has to look up where there are failures alike. */
export const ASKED_WITH_ALIKE: ReadonlySet<string> = new Set(['duplicateCheck', 'recurrence'])

/** Why a failure is not relevant, by who answers for it, as the likeliest case. */
const NOT_RELEVANT_BECAUSE: Readonly<Record<string, string>> = { INT: 'INST', OPR: 'MIS', EXT: 'ACC', NONE: 'NFF' }

/** Before analysis, nothing forces a thorough path, and nobody chose one. */
export const canCloseInOneGo = (file: CaseFile, escalation: EscalationContext): boolean =>
  (file.failure.state === 'SUBMITTED' || (file.failure.state === 'HANDLING' && pathOf(file) === 'light')) &&
  file.failure.suspendedAt === undefined &&
  (file.failure.path === undefined || file.failure.path === 'light') &&
  forcedPath(file, escalation).path === 'light'

const GRADE: Partial<Failure> = {
  severity: '4',
  faultLevel: 'D',
  priority: 'P4',
  safetyEvent: false,
  warrantyState: 'NA',
  duplicateCheck: 'none',
  path: 'light',
  customerNeedsReport: false,
  verified: 'CONF',
  failureClass: ['RANDOM'],
  recurrence: 'no',
  costMark: 'none',
}

/** Follows from who answers for it. */
function judgement(chargeable: unknown): Partial<Failure> {
  if (typeof chargeable !== 'string' || chargeable === '' || chargeable === 'PEND') return {}
  const reason = NOT_RELEVANT_BECAUSE[chargeable]
  return reason === undefined
    ? { relevance: 'REL', closeCode: 'C2' }
    : { relevance: 'NREL', relevanceReason: reason, closeCode: 'C4' }
}

/**
 * Values for what the failure does not say yet.
 * @param chargeable what the person chose, as far as they did
 * @param hasAlike there are failures alike, so that whether this is one of them again is asked and not proposed
 */
export function proposedForFailure(
  failure: StoredRecord<'failures'>,
  person: string,
  chargeable: unknown,
  hasAlike: boolean,
): Partial<Failure> {
  const proposed: Partial<Failure> = {
    ...GRADE,
    owner: person,
    ...(failure.bomNodeId === undefined ? {} : { actualNodeId: failure.bomNodeId }),
    ...judgement(chargeable),
  }
  return Object.fromEntries(
    Object.entries(proposed).filter(
      ([name]) => isEmpty(failure[name as keyof Failure]) && !(hasAlike && ASKED_WITH_ALIKE.has(name)),
    ),
  ) as Partial<Failure>
}

/** @param now local civil time, to the minute */
export function proposedForHandling(failure: StoredRecord<'failures'>, person: string, now: Moment): Partial<Handling> {
  const { occurredAt } = failure
  const isTimed = occurredAt !== undefined && occurredAt.length > 10 && occurredAt.slice(0, 16) <= now
  return { handler: person, startAt: isTimed ? occurredAt.slice(0, 16) : now, endAt: now, result: 'OK' }
}

/** Empty company fields of the failure that gates on the light path ask for. */
export const companyFieldsAsked = ({ failure, company = NO_COMPANY_FIELDS }: CaseFile): readonly CompanyKey[] =>
  Object.entries(companyFieldsOfTable(company, 'failures')).flatMap(([name, { need }]) =>
    need !== undefined && isCompanyKey(name) && isEmpty(failure[name]) ? [name] : [],
  )
