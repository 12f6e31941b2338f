/**
 * What a person decided about words that no code, place, train or part was found for: decided once for every row that
 * uses the word, and kept for the files to come.
 */
import { isKeyOf, isOneOf } from '../../domain/closedSet'
import { plainText } from '../../domain/plainText'
import type { CodeListName } from '../../domain/codeListName'
import type { CompanyKey } from '../../domain/records/companyField'
import type { Fields } from '../../domain/records/field'
import type { FieldName } from '../cells/importFields'
import type { FieldValue, Issue, IssueCode, ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from './parsedSheet'

/** Fields whose words stand for a code, and the list they are chosen from. */
export const CODED_WORDS = {
  severity: 'CL-SEV',
  faultLevel: 'CL-LEVEL',
  impact: 'CL-IMPACT',
  phase: 'CL-PHASE',
  symptomCode: 'CL-SYM',
  detectionMethod: 'CL-DETECT',
  operatingMode: 'CL-MODE',
  method: 'CL-HANDLE',
  result: 'CL-RESULT',
  causeCategory: 'CL-CAUSE',
  disposition: 'CL-DISP',
  failureMode: 'CL-MODEF',
  mechanism: 'CL-MECH',
} as const satisfies Partial<Record<FieldName, CodeListName>>
export type CodedWord = keyof typeof CODED_WORDS

/** Fields whose words are yes or no. */
export const ANSWERED_WORDS = [
  'onMainLine',
  'testOk',
  'closed',
  'dataDownloaded',
] as const satisfies readonly FieldName[]
/** Fields whose words name something: a place, an organisation, a train, a part. */
export const NAMED_WORDS = ['operator', 'depot', 'line', 'trainNo', 'node'] as const satisfies readonly FieldName[]
export type NamedWord = (typeof NAMED_WORDS)[number]

export type DecidedField = CodedWord | (typeof ANSWERED_WORDS)[number] | NamedWord | CompanyKey

export const isCoded = (field: string): field is CodedWord => isKeyOf(CODED_WORDS, field)
export const isAnswered = (field: string): boolean => isOneOf(ANSWERED_WORDS, field)
export const isNamed = (field: string): field is NamedWord => isOneOf(NAMED_WORDS, field)

/**
 * What a ledger row without a state means, decided as the word that is not there (`closed`, ''): closed where a repair is
 * dated, or closed whatever else it says; otherwise it is open.
 */
export const BLANK_STATES = ['closed-by-repair', 'true'] as const

/**
 * Field → word as `plainText` → what it means: a code; `true` or `false`; the name it stands for. An empty text means
 * that a person has looked and leaves the word as it is.
 */
export type WordDecisions = Readonly<Partial<Record<DecidedField, Readonly<Record<string, string>>>>>

/** Issues that a decision about the word settles. */
const SETTLED: ReadonlySet<IssueCode> = new Set(['value-unmapped', 'severity-unmapped', 'severity-conflict'])

export const isUndecidedWord = (issue: Issue): boolean =>
  SETTLED.has(issue.code) && issue.field !== undefined && issue.parameters?.['found'] !== undefined

const valueOf = (field: FieldName, decided: string, company: Fields): FieldValue =>
  isAnswered(field) || company[field]?.kind === 'yesNo'
    ? decided === 'true'
    : field === 'severity'
      ? Number(decided)
      : decided

/** Gives the unread words of the records the codes they were decided to mean; what was written stays beside them. */
export function applyWordDecisions(
  sheets: readonly ParsedSheet[],
  decisions: WordDecisions,
  company: Fields = {},
): void {
  for (const { records } of sheets)
    for (const record of records) {
      for (let at = record.issues.length - 1; at >= 0; at -= 1) {
        const issue = record.issues[at]
        if (issue?.field === undefined || !isUndecidedWord(issue)) continue
        const decided = decisions[issue.field as DecidedField]?.[plainText(String(issue.parameters?.['found']))]
        if (decided === undefined || decided === '') continue
        settle(record, issue, decided, company)
        record.issues.splice(at, 1)
      }
    }
}

function settle(record: ParsedRecord, { field, column }: Issue, decided: string, company: Fields): void {
  if (field === undefined) return
  record.fields[field] = valueOf(field, decided, company)
  if (column !== null) record.cells[field] ??= `${column}${record.row}`
}

/** The name a word was decided to stand for; the word itself where nobody decided. */
export function decidedName(decisions: WordDecisions, field: NamedWord, word: unknown): unknown {
  if (typeof word !== 'string') return word
  const decided = decisions[field]?.[plainText(word)]
  return decided === undefined || decided === '' ? word : decided
}
