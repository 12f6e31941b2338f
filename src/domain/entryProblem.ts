/** Whether an entry of the log that arrives in a file is one this program can apply; every entry is asked before one is stored. */
import { isOneOf } from './closedSet'
import { isPlainObject } from './plainObject'
import { isVector } from './recordVersions'
import { areFields, isOrigin } from './records/recordProblem'
import { TABLE_NAMES } from './records/tables'
import { rowProblem } from './rowProblem'

/** @returns the field that is wrong, '' for the entry as a whole, null when nothing is */
export function entryProblem(kind: 'changes' | 'rows' | 'drafts', entry: unknown): string | null {
  if (kind === 'rows') return rowProblem('importedRows', entry)
  if (kind === 'drafts') return rowProblem('drafts', entry)
  if (!isPlainObject(entry)) return ''
  const { edits, packedEdits, origins } = entry
  const problem = rowProblem('changes', { ...entry, seq: 0 })
  if (problem !== null) return problem
  if (edits === undefined && packedEdits === undefined) return 'edits'
  if (origins !== undefined && !(Array.isArray(origins) && origins.every((one) => one === null || isOrigin(one))))
    return 'origins'
  if (edits !== undefined && !(edits as readonly unknown[]).every(isEdit)) return 'edits'
  return packedEdits === undefined || arePackedEdits(packedEdits) ? null : 'packedEdits'
}

function isEdit(edit: unknown): boolean {
  if (!isPlainObject(edit)) return false
  const { table, record, set, base, origin } = edit
  if (!isOneOf(TABLE_NAMES, table) || typeof record !== 'string' || record === '' || !isPlainObject(set)) return false
  if (Object.keys(set).length === 0 || !areFields(table, set)) return false
  if (origin !== undefined && !isOrigin(origin)) return false
  return base === undefined || (isPlainObject(base) && Object.values(base).every(isVector))
}

function arePackedEdits(text: unknown): boolean {
  try {
    const edits: unknown = JSON.parse(String(text))
    return Array.isArray(edits) && edits.every(isEdit)
  } catch {
    return false
  }
}
