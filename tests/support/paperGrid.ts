/** The cells of a form as they are put down one by one: a grid that grows as far as it must, with its merges. */
type Written = string | number | boolean | Date | null

const letter = (at: number): string => String.fromCharCode(65 + at)

export class PaperGrid {
  readonly rows: Written[][] = []
  readonly merges: string[] = []

  /** Rows and columns from 0, A to Z. */
  put(row: number, column: number, value: Written, right = column, bottom = row): void {
    for (let at = this.rows.length; at <= bottom; at++) this.rows.push([])
    const line = this.rows[row]!
    while (line.length <= column) line.push(null)
    line[column] = value
    if (right > column || bottom > row) this.merges.push(`${letter(column)}${row + 1}:${letter(right)}${bottom + 1}`)
  }
}
