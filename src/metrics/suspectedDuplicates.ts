/** Failures that may be one event written twice, whoever wrote them and however they came in: a person decides. */
import { serialIdentity } from '../domain/serialIdentity'
import { textAt, type FailureColumns } from './failureColumns'
import type { TextField } from './columnDescriptions'
import type { Fleet } from './fleet'
import { serialOfPart, type PartBasis } from './partBasis'
import { recurrence, type Recurrence, type RecurrenceQuestion } from './recurrence'
import type { NotEstimable } from '../reliability/notEstimable'

/** Two reports of one event are rarely dated further apart. */
export const DUPLICATE_DAYS = 2

export interface SuspectedDuplicates {
  /** The later of each pair: what would not be counted. */
  readonly rows: Uint32Array
  /** Both of each pair, to be laid beside each other. */
  readonly pairs: Uint32Array
}

const isSame = (one: string, other: string): boolean => serialIdentity(one) === serialIdentity(other)
/** Both say it, and not the same. */
const isContrary = (one: string, other: string): boolean => one !== '' && other !== '' && !isSame(one, other)

/**
 * Of the same train and part, within two days, with the same symptom, or word for word the same description where no
 * symptom is coded. Another car, position or serial makes another failure of it, and so does a person who has said so.
 * @param dated counted failures with a day
 * @param asked repeats as asked for; they hold these pairs where their limit is long enough
 */
export function suspectedDuplicates(
  columns: FailureColumns,
  dated: Uint32Array,
  fleet: Fleet,
  partBasis: PartBasis,
  asked: { readonly question: RecurrenceQuestion; readonly found: Recurrence | NotEstimable<string> },
): SuspectedDuplicates {
  const isLongEnough = asked.question.days >= DUPLICATE_DAYS && !asked.question.sameSymptom
  const found = isLongEnough
    ? asked.found
    : recurrence(columns, dated, fleet, { days: DUPLICATE_DAYS, km: 0, sameSymptom: false }, partBasis)
  const repeats = found.status === 'estimated' ? found.repeats : []
  const alike = repeats.flatMap(({ id, previousId, days }): (readonly [number, number])[] => {
    const [row, before] = [Number(id), Number(previousId)]
    return days <= DUPLICATE_DAYS && isAlike(columns, partBasis, row, before) ? [[row, before]] : []
  })
  return {
    rows: Uint32Array.from(alike, ([row]) => row).sort(),
    pairs: Uint32Array.from(new Set(alike.flat())).sort(),
  }
}

function isAlike(columns: FailureColumns, basis: PartBasis, row: number, before: number): boolean {
  const both = (field: TextField): readonly [string, string] => [
    textAt(columns, field, row).trim(),
    textAt(columns, field, before).trim(),
  ]
  if (both('duplicateCheck')[0] === 'kept') return false
  if (isContrary(...both('carNo')) || isContrary(...both('position'))) return false
  if (isContrary(serialOfPart(columns, basis, row), serialOfPart(columns, basis, before))) return false
  const [symptom, symptomBefore] = both('symptomCode')
  const [words, wordsBefore] = both('description')
  return symptom === '' && symptomBefore === '' ? words !== '' && words === wordsBefore : symptom === symptomBefore
}
