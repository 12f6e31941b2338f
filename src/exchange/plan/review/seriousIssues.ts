/** Which doubts a person should settle before storing, and which only deserve to be seen. */
import type { IssueCode, ParsedRecord } from '../../cells/parsedRecord'

/** The value is not there, or may be another one; the rest was read and only says how. */
const SERIOUS: ReadonlySet<IssueCode> = new Set([
  'date-unreadable',
  'future-date',
  'repaired-before-occurred',
  'odometer-unreadable',
  'odometer-falls',
  'serial-precision-lost',
  'serial-confusable',
  'severity-conflict',
  'severity-unmapped',
  'value-unmapped',
  'number-unreadable',
  'beyond-limits',
  'train-unreadable',
  'train-type-differs',
  'car-unreadable',
  'several-cars',
  'several-products',
  'number-missing',
  'number-reused',
  'formula-error',
  'formula-without-result',
  'cell-unreadable',
  'broken-character',
  'code-became-date',
  'nothing-above',
  'level-jumps',
])

export const isSerious = (code: IssueCode): boolean => SERIOUS.has(code)

export const hasSerious = ({ issues }: ParsedRecord): boolean => issues.some(({ code }) => SERIOUS.has(code))
