/** What the database or the files of the same drop hold: a column full of known names says what it is, whatever stands above. */
import { plainText } from '../../../domain/plainText'
import type { Fields } from '../../../domain/records/field'
import type { FieldName } from '../../cells/importFields'
import type { ParsedSheet } from '../parsedSheet'

export interface KnownNames {
  /** digits alone, `2641` */
  readonly trains: ReadonlySet<string>
  readonly vehicleTypes: ReadonlySet<string>
  readonly operators: ReadonlySet<string>
  readonly depots: ReadonlySet<string>
  readonly lines: ReadonlySet<string>
  readonly suppliers: ReadonlySet<string>
  /** names of nodes that have nodes below them and none above */
  readonly systems: ReadonlySet<string>
  readonly parts: ReadonlySet<string>
  readonly partNumbers: ReadonlySet<string>
  /** what trains on record usually run in a month; null where no distance is known */
  readonly monthKm: number | null
  /** fields the company added to failures */
  readonly company: Fields
}

const NOBODY: ReadonlySet<string> = new Set<string>()
export const NO_NAMES: KnownNames = {
  trains: NOBODY,
  vehicleTypes: NOBODY,
  operators: NOBODY,
  depots: NOBODY,
  lines: NOBODY,
  suppliers: NOBODY,
  systems: NOBODY,
  parts: NOBODY,
  partNumbers: NOBODY,
  monthKm: null,
  company: {},
}

/** Names to compare with: without spaces, width and case. */
export const namesOf = (texts: Iterable<unknown>): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const text of texts) if (typeof text === 'string' && text !== '') names.add(plainText(text))
  return names
}

/** The trains of fleet lists and the parts of product structures among these sheets. */
export function namesInSheets(sheets: readonly ParsedSheet[]): KnownNames {
  const trains = sheets.filter(({ kind }) => kind === 'fleet').flatMap(({ records }) => records)
  const nodes = sheets.filter(({ kind }) => kind === 'bom').flatMap(({ records }) => records)
  const all = (records: typeof trains, field: FieldName): ReadonlySet<string> =>
    namesOf(records.map(({ fields }) => fields[field]))
  return {
    trains: all(trains, 'trainNo'),
    vehicleTypes: all(trains, 'vehicleType'),
    operators: all(trains, 'operator'),
    depots: all(trains, 'depot'),
    lines: all(trains, 'line'),
    suppliers: NOBODY,
    systems: all(
      nodes.filter(({ fields }) => fields.level === 1),
      'node',
    ),
    parts: all(nodes, 'node'),
    partNumbers: all(nodes, 'partNo'),
    monthKm: null,
    company: {},
  }
}
