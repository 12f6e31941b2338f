/** Records as lines of JSON, the way parts of a backup or a package hold them. */
const LINE_END = 10
const ROWS_AT_ONCE = 500
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

/** How large one line may be, and how many brackets may be open in it at once. */
export interface LineLimits {
  readonly bytes: number
  readonly depth: number
}

/**
 * The records of a part, some at a time and line by line, so that no text is longer than a record.
 *
 * @param broken what is thrown for a line (counted from 1) that is no JSON, or is beyond the limits
 */
export function* jsonPages(
  content: Uint8Array,
  broken: (line: number) => Error,
  limits?: LineLimits,
): Generator<unknown[]> {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let page: unknown[] = []
  let line = 0
  for (let from = 0; from < content.length;) {
    const end = content.indexOf(LINE_END, from)
    const bytes = content.subarray(from, end < 0 ? content.length : end)
    from += bytes.length + 1
    line += 1
    if (limits !== undefined && (bytes.length > limits.bytes || isDeeperThan(limits.depth, bytes))) throw broken(line)
    try {
      page.push(JSON.parse(text.decode(bytes)))
    } catch {
      throw broken(line)
    }
    if (page.length < ROWS_AT_ONCE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

/** Are more brackets open at once? Whoever walks through a record goes as deep as it does. */
function isDeeperThan(depth: number, bytes: Uint8Array): boolean {
  let open = 0
  let isText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (isText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) isText = false
    } else if (byte === QUOTE) isText = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      open += 1
      if (open > depth) return true
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) open -= 1
  }
  return false
}
