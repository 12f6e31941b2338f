/** What a row of tick boxes says: the options ticked, with what was written into their blanks. */
export interface Ticks {
  readonly ticked: readonly string[]
}

const TICKED = '☑☒√✓✔■●◉◆▣✅\uf052\uf0fe\uf0fd'
const EMPTY = '□☐○◯◇▢\uf0a8\uf0a3\uf06f'
const BRACKETED_TICK = /[([【]\s*[√✓✔xXvV■●*]\s*[)\]】]/g
const BRACKETED_EMPTY = /[([【]\s*[)\]】]/g
const MARK = new RegExp(`[${TICKED}${EMPTY}]`)
const MARKS = new RegExp(`([${TICKED}${EMPTY}])`)
/** Blanks to write into: runs of underscores. */
const BLANKS = /[_＿]+/g
const OTHER = /^(?:其他|其它|other)[:：]?/i

/**
 * Reads `□运行 ☑库检 □其他____`, `运行□ 库检☑`, `( )A (√)B`, `√运行 □库检`; null when the text has no boxes.
 * A blank that was filled in joins its option: `☑晚点_21_分` is `晚点21分`, `☑其他_一级修_` is `一级修`.
 */
export function tickedOptions(text: string): Ticks | null {
  const clean = text.replace(BRACKETED_TICK, '☑').replace(BRACKETED_EMPTY, '□').trim()
  if (!MARK.test(clean)) return null
  const parts = clean.split(MARKS)
  const marks = parts.filter((part) => MARK.test(part)).length
  // A single tick after its word, or a lone tick, is no list of options.
  if (
    marks === 1 &&
    !EMPTY.includes(parts[1] ?? '') &&
    (parts[0] ?? '').trim() === '' &&
    (parts[2] ?? '').trim() === ''
  )
    return null
  const boxesFirst = (parts[0] ?? '').trim() === '' || (parts.at(-1) ?? '').trim() !== ''
  const ticked: string[] = []
  for (let at = 1; at < parts.length; at += 2) {
    if (!TICKED.includes(parts[at]!)) continue
    const option = optionText(boxesFirst ? parts[at + 1]! : parts[at - 1]!)
    if (option !== '') ticked.push(option)
  }
  return { ticked }
}

function optionText(written: string): string {
  const option = written
    .replace(BLANKS, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,，、;；:：.。/|]+|[\s,，、;；:：/|]+$/g, '')
  const other = option
    .replace(OTHER, '')
    .replace(/^[(（]|[)）]$/g, '')
    .trim()
  return OTHER.test(option) && other !== '' ? other : option
}
