/** What the library reads of an old .xls better than we would: formulas of cells, names and notes. */
import * as XLSX from 'xlsx'
import { RecordEnd } from './byteCursor'
import { nameInXlsx, withNewNames } from './definedNames'

export interface CellFormula {
  readonly text: string
  /** The cells of an array formula; it stands in the first of them. */
  readonly range: string | null
}

export interface CellNote {
  readonly row: number
  readonly column: number
  readonly author: string
  readonly text: string
}

export interface LibrarySheet {
  /** By `row * 256 + column`, zero-based. */
  readonly formulas: ReadonlyMap<number, CellFormula>
  readonly notes: readonly CellNote[]
  readonly filter: string | null
}

export interface DefinedName {
  readonly name: string
  readonly refers: string
  /** The sheet it holds for; null for all. */
  readonly sheet: string | null
  readonly isHidden: boolean
}

export interface LibraryParts {
  readonly sheets: ReadonlyMap<string, LibrarySheet>
  readonly names: readonly DefinedName[]
  /** A formula or a name speaks of another workbook, which an .xlsx would name in a part that we do not write; its results stay. */
  readonly hasExternalLinks: boolean
}

function readBook(records: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(records, { type: 'buffer', dense: true, cellFormula: true, cellHTML: false, cellText: false })
  } catch {
    throw new RecordEnd()
  }
}

/** The sheets a formula names; `#REF!` names none. */
const SHEET_NAMED = /(?<![#\p{L}\p{N}_.])(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?))!/gu

/** Another workbook in brackets, or, because the library leaves its name out, a sheet that is not here. */
function isElsewhere(formula: string, sheets: ReadonlySet<string>): boolean {
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '')
  return (
    /\[[^\]]*\][^!]*!/.test(plain) ||
    [...plain.matchAll(SHEET_NAMED)].some(([, quoted, bare = '']) => {
      const name = quoted?.replaceAll("''", "'") ?? bare
      return !sheets.has(name) && !name.split(':').every((part) => sheets.has(part))
    })
  )
}

const QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/
const WHOLE_COLUMNS = /(\$?[A-Z]{1,2})\$?1:(\$?[A-Z]{1,2})\$?65536(?!\d)/g
const TRUTH = /\b(?:true|false)\b(?!\()/g

/** Whole columns end with the last row an .xls has, and truth values are in small letters; a formula of an .xlsx writes both otherwise. */
const mended = (formula: string, renamed: ReadonlySet<string>): string =>
  formula
    .split(QUOTED)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : withNewNames(
            part.replace(WHOLE_COLUMNS, '$1:$2').replace(TRUTH, (word) => word.toUpperCase()),
            renamed,
          ),
    )
    .join('')

/** Several areas stand in brackets in an .xls, and without them where an .xlsx names what is printed. */
const areas = (refers: string): string => refers.replace(/^\((.*)\)$/, '$1')

type ListedName = XLSX.DefinedName & { readonly Hidden?: boolean }

/** Names that an .xlsx may not have, as formulas still write them. */
const renamedIn = (listed: readonly ListedName[]): ReadonlySet<string> =>
  new Set(
    listed
      .map(({ Name: name }) => name)
      .filter((name) => nameInXlsx(name) !== name)
      .map((name) => name.toLowerCase()),
  )

const noteAt = (row: number, column: number, said: NonNullable<XLSX.CellObject['c']>): CellNote => ({
  row,
  column,
  author: said[0]?.a ?? '',
  // The library reads on behind the end of a text; what follows a zero is no part of it.
  text: said.map(({ t }) => (t ?? '').split('\0', 1)[0]).join('\n'),
})

/**
 * @param records what the library may see of the workbook
 * @throws RecordEnd when the library cannot read it
 */
export function readLibraryParts(records: Uint8Array): LibraryParts {
  const book = readBook(records)
  const known: ReadonlySet<string> = new Set(book.SheetNames)
  const listed = (book.Workbook?.Names ?? []) as ListedName[]
  const renamed = renamedIn(listed)
  let hasExternalLinks = false
  const sheets = new Map(
    book.SheetNames.map((name): [string, LibrarySheet] => {
      const sheet = book.Sheets[name]
      const formulas = new Map<number, CellFormula>()
      const notes: CellNote[] = []
      ;((sheet?.['!data'] ?? []) as (readonly (XLSX.CellObject | undefined)[] | undefined)[]).forEach((cells, row) =>
        cells?.forEach((cell, column) => {
          if (cell === undefined) return
          const range = typeof cell.F === 'string' ? cell.F : null
          if (typeof cell.f === 'string' && cell.f !== '' && (range === null || startsAt(range, row, column))) {
            if (isElsewhere(cell.f, known)) hasExternalLinks = true
            else formulas.set(row * 256 + column, { text: mended(cell.f, renamed), range })
          }
          if (cell.c !== undefined && cell.c.length > 0) notes.push(noteAt(row, column, cell.c))
        }),
      )
      return [name, { formulas, notes, filter: sheet?.['!autofilter']?.ref ?? null }]
    }),
  )
  const names = new Map<string, DefinedName>()
  for (const { Name: name, Ref: refers, Sheet: sheet, Hidden: isHidden = false } of listed) {
    if (name === '' || typeof refers !== 'string' || refers === '' || refers.includes('#REF!')) continue
    if (isElsewhere(refers, known)) hasExternalLinks = true
    else
      names.set(`${sheet ?? ''}|${name.toLowerCase()}`, {
        name: nameInXlsx(name),
        refers: mended(name.startsWith('_xlnm.') ? areas(refers) : refers, renamed),
        sheet: sheet === undefined ? null : (book.SheetNames[sheet] ?? null),
        isHidden: isHidden || name === '_xlnm._FilterDatabase',
      })
  }
  return { sheets, names: [...names.values()], hasExternalLinks }
}

function startsAt(range: string, row: number, column: number): boolean {
  const { r, c } = XLSX.utils.decode_range(range).s
  return r === row && c === column
}
