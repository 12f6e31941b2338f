import { LimitExceeded, MOST_COLUMNS, MOST_ROWS, type Room } from './limits'

const USUAL_DELIMITERS = ['\t', ';', ','] as const
/** Seldom meant as one: taken only where nearly all rows agree. */
const SELDOM_DELIMITERS = ['|', '^', '~', '¦', '，', '；', '\u0001', '\u001f'] as const
const NEARLY_ALL = 0.8
const LETTERS_LOOKED_AT = 200_000
const ROWS_LOOKED_AT = 30
/** Empty lines at the end are no rows of a table, but so many of them are no table. */
const MOST_LINES = 2 * MOST_ROWS
/** `sep=;` in the first line says what separates the columns. */
const SEPARATOR_LINE = /^sep=(.)\r?(?:\n|$)/iu

/**
 * Rows of a text whose values are separated by commas, tabs, semicolons or bars, quotes and line breaks inside quotes
 * included. Null when its first rows share no delimiter: that text is not a table.
 *
 * @param sheet how the sheet is called in a refusal
 * @throws LimitExceeded when it holds more than is taken in
 */
export function readDelimited(text: string, sheet: string, room: Room): string[][] | null {
  const delimiter = SEPARATOR_LINE.exec(text)?.[1] ?? delimiterOf(text)
  if (delimiter === null) return null
  const rows: string[][] = []
  for (const row of rowsOf(text, delimiter, room)) {
    rows.push(row)
    if (rows.length > MOST_LINES)
      throw new LimitExceeded({ code: 'too-many-rows', parameters: { sheet, rows: rows.length, limit: MOST_ROWS } })
  }
  return rows
}

function* rowsOf(text: string, delimiter: string, room?: Room): Generator<string[]> {
  let row: string[] = []
  let count = 0
  let at = 0
  while (at < text.length) {
    let value: string
    const quotes = quotesAt(text, at)
    if (quotes > 0) {
      ;[value, at] = quoted(text, at + quotes)
      const rest = plainEnd(text, at, delimiter)
      value += text.slice(at, rest)
      at = rest
    } else {
      const end = plainEnd(text, at, delimiter)
      value = text.slice(at, end)
      at = end
    }
    if (value !== '') room?.takeCell(value)
    row.push(value.startsWith('="') ? keptAsText(value) : value)
    if (row.length > MOST_COLUMNS)
      throw new LimitExceeded({
        code: 'too-many-columns',
        parameters: { row: count + 1, columns: MOST_COLUMNS, limit: MOST_COLUMNS },
      })
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      row.push('')
    }
    room?.takePlaces(row.length)
    count += 1
    yield row
    row = []
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
}

/** `="0641"`, a text that a spreadsheet program is not to take for a number. */
const keptAsText = (value: string): string =>
  value.length > 2 && value.endsWith('"') ? value.slice(2, -1).replaceAll('""', '"') : value

/** Letters before a quoted text: 1 for `"`, 2 for `="` with which programs keep zeros; 0 where none begins. */
function quotesAt(text: string, at: number): number {
  if (text[at] === '"') return 1
  return text[at] === '=' && text[at + 1] === '"' ? 2 : 0
}

function quoted(text: string, start: number): [string, number] {
  const parts: string[] = []
  let from = start
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return [parts.join('') + text.slice(from), text.length]
    parts.push(text.slice(from, quote))
    if (text[quote + 1] !== '"') return [parts.join(''), quote + 1]
    parts.push('"')
    from = quote + 2
  }
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** The delimiter by which the first rows, quotes considered, have the same number of values, and most of them. */
function delimiterOf(text: string): string | null {
  const start = text.slice(0, LETTERS_LOOKED_AT)
  let best: string | null = null
  let most = 0
  for (const delimiter of [...USUAL_DELIMITERS, ...SELDOM_DELIMITERS]) {
    if (!start.includes(delimiter)) continue
    const widths = widthsBy(start, delimiter, text.length > start.length)
    const usual = mostFrequent(widths)
    if (usual < 2) continue
    const alike = widths.filter((width) => width === usual).length / widths.length
    const isSeldom = !USUAL_DELIMITERS.some((each) => each === delimiter)
    if (isSeldom && (widths.length < 2 || alike < NEARLY_ALL)) continue
    const score = alike * alike * Math.log2(usual)
    if (score > most) {
      most = score
      best = delimiter
    }
  }
  return best
}

/** How many values the first rows have by a delimiter; a row cut off at the end does not count. */
function widthsBy(start: string, delimiter: string, isCut: boolean): readonly number[] {
  const widths: number[] = []
  for (const row of rowsOf(start, delimiter)) {
    if (row.length > 1 || row[0]?.trim() !== '') widths.push(row.length)
    if (widths.length > ROWS_LOOKED_AT) break
  }
  return isCut && widths.length > 1 && widths.length <= ROWS_LOOKED_AT ? widths.slice(0, -1) : widths
}

function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [[width] = [0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return width
}
