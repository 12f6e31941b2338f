import type { FieldName } from './importFields'
import type { ParsedRecord } from './parsedRecord'

const DATES: readonly FieldName[] = ['occurredAt', 'repairedAt', 'actionDoneAt']

/**
 * Marks dates that lie in the future and repairs before their failure.
 * @param letters field → column letters, for dates whose own cell is not known
 * @param today later dates are in the future, `2016-03-05`
 */
export function noteDates(record: ParsedRecord, letters: ReadonlyMap<FieldName | null, string>, today: string): void {
  for (const field of DATES) {
    const value = record.fields[field]
    if (typeof value === 'string' && value.slice(0, 10) > today)
      record.issues.push({
        column: columnOf(record, field, letters),
        code: 'future-date',
        field,
        parameters: { found: value },
      })
  }
  const { occurredAt, repairedAt } = record.fields
  if (typeof occurredAt !== 'string' || typeof repairedAt !== 'string') return
  const precision = Math.min(occurredAt.length, repairedAt.length)
  if (repairedAt.slice(0, precision) < occurredAt.slice(0, precision)) {
    record.issues.push({
      column: columnOf(record, 'repairedAt', letters),
      code: 'repaired-before-occurred',
      field: 'repairedAt',
      parameters: { occurredAt, repairedAt },
    })
  }
}

function columnOf(
  record: ParsedRecord,
  field: FieldName,
  letters: ReadonlyMap<FieldName | null, string>,
): string | null {
  return letters.get(field) ?? record.cells[field]?.replace(/\d+$/, '') ?? null
}
