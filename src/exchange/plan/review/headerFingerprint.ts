/** What tells a kind of workbook from others: the words of its header, in their order. */
import { foldHeader } from '../../tables/headerText'
import type { FieldName } from '../../cells/importFields'
import type { ParsedSheet, SheetKind, SheetOverride } from '../../tables/parsedSheet'

/** A person's corrections of one kind of sheet, kept for the next of its kind. */
export interface RememberedMapping {
  readonly kind: SheetKind
  /** Folded header → field; null for a column to be left out. */
  readonly columns: Readonly<Record<string, FieldName | null>>
}

/** Headers shorter than this say too little to be known again. */
const FEWEST_COLUMNS = 3

/** @returns null for a sheet without a header to know again */
export function headerFingerprint({ columns }: ParsedSheet): string | null {
  const words = columns.map(({ header }) => foldHeader(header)).filter((word) => word !== '')
  return words.length < FEWEST_COLUMNS ? null : words.join('|')
}

/** What a person decided about a sheet, by header instead of by place; null where there is nothing to keep. */
export function mappingToRemember(sheet: ParsedSheet, override: SheetOverride | undefined): RememberedMapping | null {
  const chosen = Object.entries(override?.columns ?? {})
  if (override === undefined || (chosen.length === 0 && override.kind === undefined)) return null
  const headers = new Map(sheet.columns.map(({ column, header }) => [column, foldHeader(header)]))
  return {
    kind: sheet.kind,
    columns: Object.fromEntries(
      chosen.flatMap(([column, field]) => (headers.get(column) ? [[headers.get(column), field]] : [])),
    ),
  }
}

/** The decision for this sheet that a remembered one stands for; null where the sheet already reads that way. */
export function overrideFrom(sheet: ParsedSheet, { kind, columns }: RememberedMapping): SheetOverride | null {
  const differing = sheet.columns.flatMap(({ column, header, field }) => {
    const wanted = columns[foldHeader(header)]
    return wanted === undefined || wanted === field ? [] : [[column, wanted] as const]
  })
  if (differing.length === 0 && sheet.kind === kind) return null
  return { ...(sheet.kind === kind ? {} : { kind }), columns: Object.fromEntries(differing) }
}
