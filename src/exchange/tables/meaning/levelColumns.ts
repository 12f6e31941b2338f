import type { TableSample } from './tableSample'

const FEWEST_LEVELS = 2
const FEWEST_ROWS = 4
const NEARLY_ALL = 0.95

/**
 * Columns beside each other of which every row fills exactly one, as a structure has with a column per level.
 * @returns their places; none where there are no such columns
 */
export function levelColumns({ columns, rows }: TableSample): readonly number[] {
  if (rows < FEWEST_ROWS) return []
  let longest: readonly number[] = []
  for (let from = 0; from < columns.length; from++)
    for (let to = from + FEWEST_LEVELS; to <= columns.length; to++) {
      const run = columns.slice(from, to)
      if (!run.every(isWords)) break
      const single = columns[from]!.filter((_, row) => run.filter((values) => values[row] !== '').length === 1).length
      if (single >= rows * NEARLY_ALL && run.length > longest.length && isStair(run))
        longest = Array.from(run, (_, at) => from + at)
    }
  return longest
}

const isWords = (values: readonly string[]): boolean => {
  const filled = values.filter((text) => text !== '')
  return filled.length > 0 && filled.every((text) => !/^[\d.,/-]+$/.test(text))
}

/** The first row begins at the first level, and nobody goes down two levels at once. */
function isStair(run: readonly (readonly string[])[]): boolean {
  const levels = run[0]!.map((_, row) => run.findIndex((values) => values[row] !== ''))
  const steps = levels.slice(1).map((level, at) => level - levels[at]!)
  return levels[0] === 0 && steps.filter((step) => step <= 1).length >= steps.length * NEARLY_ALL
}
