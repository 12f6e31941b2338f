const DELIMITERS = [',', '\t', ';'] as const

/**
 * Rows of a comma, tab or semicolon separated text, quotes and line breaks inside quotes included.
 * Null when the first lines do not share a delimiter: that text is not a table.
 */
export function readDelimited(text: string): string[][] | null {
  const delimiter = delimiterOf(text)
  if (delimiter === null) return null

  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let value: string
    if (text[at] === '"') {
      ;[value, at] = quoted(text, at + 1)
      const rest = plainEnd(text, at, delimiter)
      value += text.slice(at, rest)
      at = rest
    } else {
      const end = plainEnd(text, at, delimiter)
      value = text.slice(at, end)
      at = end
    }
    row.push(value)
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      row.push('')
    }
    rows.push(row)
    row = []
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
  }
  return rows
}

function quoted(text: string, start: number): [string, number] {
  let value = ''
  let from = start
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return [value + text.slice(from), text.length]
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return [value, quote + 1]
    value += '"'
    from = quote + 2
  }
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

function delimiterOf(text: string): string | null {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 10)
  let best: string | null = null
  let most = 0
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).sort((a, b) => a - b)
    const median = counts[Math.floor(counts.length / 2)] ?? 0
    if (median > most) {
      most = median
      best = delimiter
    }
  }
  return best
}
