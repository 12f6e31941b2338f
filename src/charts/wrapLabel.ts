const isWide = (char: string): boolean => /[⺀-鿿豈-﫿︰-﹏＀-￯　-〿]/u.test(char)

/** Rough width of a text in units of its font size, good enough to choose a layout before anything is drawn. */
export const widthInEm = (text: string): number =>
  [...text].reduce(
    (sum, char) => sum + (isWide(char) ? 1 : /[A-Z%@mw]/.test(char) ? 0.74 : /[0-9]/.test(char) ? 0.64 : 0.58),
    0,
  )

/** Where a line may break: after every Chinese character, after spaces and hyphens elsewhere. */
const pieces = (text: string): readonly string[] =>
  text.match(/[⺀-鿿豈-﫿︰-﹏＀-￯　-〿]|[^\s⺀-鿿豈-﫿︰-﹏＀-￯　-〿-]+[\s-]*|[\s-]+/gu) ?? []

/**
 * A text in lines no wider than `width`. Only a single word wider than that is cut in two.
 *
 * @param widthOf width of a text in the unit of `width`
 */
export function wrapText(
  text: string,
  width: number,
  widthOf: (text: string) => number = widthInEm,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
    while (widthOf(line.trimEnd()) > width && [...line.trimEnd()].length > 1) {
      const chars = [...line]
      let fits = 1
      while (fits + 1 < chars.length && widthOf(chars.slice(0, fits + 1).join('')) <= width) fits += 1
      lines.push(chars.slice(0, fits).join(''))
      line = chars.slice(fits).join('')
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** As `wrapText`, but never more than `most` lines; what is left out shows as an ellipsis. */
export function wrapLabel(text: string, width: number, most: number): readonly string[] {
  const lines = wrapText(text, width)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = [...(kept[most - 1] ?? '')]
  while (last.length > 1 && widthInEm(`${last.join('')}…`) > width) last.pop()
  return [...kept.slice(0, most - 1), `${last.join('').trimEnd()}…`]
}
