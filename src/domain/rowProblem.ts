/** Whether a row read from a file is what its table holds; nothing is stored before every row has been asked. */
import { isKeyOf, isOneOf } from './closedSet'
import { isPlainObject } from './plainObject'
import { isTableName, TABLE_NAMES } from './records/tables'
import { isCount } from './recordVersions'
import { recordProblem } from './records/recordProblem'

type Check = (value: unknown) => boolean
/** Fields of a row; those that may be absent end with a question mark. */
type Shape = Readonly<Record<string, Check>>

const isText: Check = (value) => typeof value === 'string'
/** A page of this program and of no other. */
const isOwnAddress: Check = (value) => typeof value === 'string' && /^\/(?!\/)/u.test(value)
const isFlag: Check = (value) => typeof value === 'boolean'
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)

function shapeProblem(shape: Shape, row: unknown): string | null {
  if (!isPlainObject(row)) return ''
  for (const [key, check] of Object.entries(shape)) {
    const isOptional = key.endsWith('?')
    const name = isOptional ? key.slice(0, -1) : key
    if (isOptional && row[name] === undefined) continue
    if (!check(row[name])) return name
  }
  return null
}

const shaped =
  (shape: Shape): Check =>
  (value) =>
    shapeProblem(shape, value) === null

const isEdit = shaped({
  table: (value) => isOneOf(TABLE_NAMES, value),
  record: isText,
  set: isPlainObject,
  'was?': isPlainObject,
  'base?': isPlainObject,
})

const CELL_ROWS: Check = (value) => {
  try {
    return listOf(listOf((cell) => cell === null || isText(cell)))(JSON.parse(String(value)))
  } catch {
    return false
  }
}

const SHAPES: Readonly<Record<string, Shape>> = {
  changes: {
    seq: isCount,
    id: isText,
    v: isCount,
    device: isText,
    number: isCount,
    at: Number.isFinite,
    actor: isText,
    'role?': isText,
    command: isText,
    'why?': isText,
    'batchId?': isText,
    'undoes?': isText,
    'edits?': listOf(isEdit),
    'packedEdits?': isText,
    'records?': listOf(isText),
    'prev?': isText,
    'hash?': isText,
    'parts?': isCount,
    'renamed?': listOf(isText),
    'authorHash?': isText,
  },
  importBatches: {
    id: isText,
    at: Number.isFinite,
    actor: isText,
    device: isText,
    isSample: isFlag,
    files: listOf(shaped({ name: isText, size: Number.isFinite, sha256: isText })),
    sheets: listOf(
      shaped({ file: isText, sheet: isText, kind: isText, headerRows: listOf(isCount), rowCount: isCount }),
    ),
    counts: (value) => isPlainObject(value) && Object.values(value).every(isCount),
    'failureRange?': (value) => value === null || (listOf(isText)(value) && (value as readonly unknown[]).length === 2),
    'joinedFailures?': listOf(isText),
    'blankStates?': shaped({ rows: isCount, takenFor: isText }),
    skipped: (value) => isPlainObject(value) && Object.values(value).every(isCount),
    'updates?': shaped({ changeId: isText, failures: isCount }),
    'rowsSha256?': isText,
    state: oneOf('committed', 'undone'),
    'versions?': isText,
  },
  importedRows: { batchId: isText, sheet: isCount, firstRow: isCount, cells: CELL_ROWS },
  refusedChanges: {
    device: isText,
    number: isCount,
    id: isText,
    command: isText,
    reasons: listOf(shaped({ code: isText })),
    mayInstead: listOf(isText),
    at: Number.isFinite,
    'record?': isText,
    state: oneOf('open', 'dropped'),
    'why?': isText,
    'droppedAt?': Number.isFinite,
  },
  drafts: {
    id: isText,
    savedAt: Number.isFinite,
    fields: isPlainObject,
    base: isPlainObject,
    'form?': isText,
    'title?': isText,
    'about?': isText,
    'href?': isOwnAddress,
    'isSetAside?': isFlag,
  },
  conflicts: { key: isText, fields: listOf(isText) },
  reportConclusions: { key: isText, text: isText, savedAt: Number.isFinite },
}

/** @returns the first field that is wrong, '' for a row that is none of this table at all, null when nothing is wrong */
export function rowProblem(table: string, row: unknown): string | null {
  const shape = isKeyOf(SHAPES, table) ? SHAPES[table] : undefined
  // Of an import that has not arrived itself there is only what was done to it since.
  const isPartial = isPlainObject(row) && row['awaits'] !== undefined
  if (shape !== undefined && !isPartial) return shapeProblem(shape, row)
  return isTableName(table) ? recordProblem(table, row) : ''
}
