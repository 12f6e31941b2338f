/**
 * Compare and set for positions: a step, an approval, a signature or a number is written on top of what its author had seen.
 * Where somebody has taken the record on in the meantime, the later one is told so at once instead of being kept as a second
 * truth. Devices that meet without a server keep both and hold the record (`positions.ts`); what a step stood on is said the
 * same way for both, in `base` of its edit.
 */
import { isPosition } from '../conflicts'
import type { Edit } from '../change'
import type { FieldValue } from '../fieldVersions'
import type { RecordVersions } from '../recordVersions'

export interface TakenPosition {
  readonly field: string
  /** The write that stands there now, and that the author had not seen. */
  readonly by: FieldValue
}

/** The positions an edit would write without having seen what stands there. */
export function positionsTaken(
  { table, set, base }: Pick<Edit, 'table' | 'set' | 'base'>,
  states: RecordVersions,
): readonly TakenPosition[] {
  return Object.keys(set).flatMap((field): TakenPosition[] => {
    if (!isPosition(table, field)) return []
    const seen = base?.[field] ?? {}
    const by = states[field]?.values.find(({ device, change }) => (seen[device] ?? 0) < change)
    return by === undefined ? [] : [{ field, by }]
  })
}
