/** Changes a person makes to a binding, cell by cell. A cell in a row that repeats is a column of its lines. */
import { columnLetter } from '../../open/columnLetter'
import type { ProposedBinding } from './proposeBinding'
import { placeOf } from './sheetRows'
import type { BoundLines, TemplateBinding } from './templateBinding'

/** The lines one of whose rows this is; only the rows of the first line are bound, the others follow it. */
export const linesAt = (binding: TemplateBinding, row: number): BoundLines | undefined =>
  binding.lines.find(({ firstRow, preparedRows }) => row >= firstRow && row < firstRow + preparedRows)
export const isFirstLine = ({ firstRow, rowsPerLine = 1 }: BoundLines, row: number): boolean =>
  row >= firstRow && row < firstRow + rowsPerLine

/** The field a cell takes. */
export function boundField(binding: TemplateBinding, address: string): string | undefined {
  const [column, row] = placeOf(address)
  const lines = linesAt(binding, row)
  if (lines === undefined) return binding.cells.find(({ cell }) => cell === address)?.field
  return lines.columns.find(
    (bound) =>
      bound.column === columnLetter(column) && (bound.down ?? 0) === (row - lines.firstRow) % (lines.rowsPerLine ?? 1),
  )?.field
}

/** @param field null takes it away */
export function bindCell(binding: TemplateBinding, address: string, field: string | null): TemplateBinding {
  const [at, row] = placeOf(address)
  const lines = linesAt(binding, row)
  if (lines === undefined)
    return {
      ...binding,
      cells: [
        ...binding.cells.filter(({ cell }) => cell !== address),
        ...(field === null ? [] : [{ cell: address, field }]),
      ],
    }
  const column = columnLetter(at)
  const down = (row - lines.firstRow) % (lines.rowsPerLine ?? 1)
  const others = lines.columns.filter((bound) => bound.column !== column || (bound.down ?? 0) !== down)
  return withLines(binding, {
    ...lines,
    columns: field === null ? others : [...others, { column, field, ...(down === 0 ? {} : { down }) }],
  })
}

/** Each list stands once on a sheet; cells that were bound in its rows are bound no more. */
export function withLines(binding: TemplateBinding, lines: BoundLines): TemplateBinding {
  const isInside = (cell: string): boolean =>
    placeOf(cell)[1] >= lines.firstRow && placeOf(cell)[1] < lines.firstRow + lines.preparedRows
  const kept = { ...lines, columns: lines.columns.filter(({ down = 0 }) => down < (lines.rowsPerLine ?? 1)) }
  return {
    ...binding,
    cells: binding.cells.filter(({ cell }) => !isInside(cell)),
    lines: [...binding.lines.filter(({ list }) => list !== lines.list), kept].toSorted(
      (a, b) => a.firstRow - b.firstRow,
    ),
  }
}

export const withoutLines = (binding: TemplateBinding, list: string): TemplateBinding => ({
  ...binding,
  lines: binding.lines.filter((lines) => lines.list !== list),
})

/** What a proposal says beyond what is bound already: it never changes what a person chose. */
export function stillProposed(binding: TemplateBinding, proposed: ProposedBinding): ProposedBinding {
  const fields = new Set(binding.cells.map(({ field }) => field))
  return {
    cells: proposed.cells.filter(
      ({ cell, field }) =>
        !fields.has(field) &&
        boundField(binding, cell) === undefined &&
        linesAt(binding, placeOf(cell)[1]) === undefined,
    ),
    lines: proposed.lines.filter(
      ({ list, firstRow, preparedRows }) =>
        !binding.lines.some(
          (lines) =>
            lines.list === list ||
            (firstRow < lines.firstRow + lines.preparedRows && lines.firstRow < firstRow + preparedRows),
        ),
    ),
  }
}

export const accepted = (binding: TemplateBinding, { cells, lines }: ProposedBinding): TemplateBinding =>
  cells.reduce(
    (so, { cell, field }) => bindCell(so, cell, field),
    lines.reduce((so, { labels: _labels, ...line }) => withLines(so, line), binding),
  )

export const boundCount = ({ cells, lines }: TemplateBinding): number =>
  cells.length + lines.reduce((sum, { columns }) => sum + columns.length, 0)
