/** Other names of a record, kept as one text: what it was called before, and what other people call it. */
import { plainText } from './plainText'

const BETWEEN = /[,，;；、|\n]/u

/** The names in such a text, each as it was written. */
export const namesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const isSame = (a: string, b: string): boolean => plainText(a) === plainText(b)

/**
 * The text with more names in it. What stands there already, however it is written, is not added again.
 * @param besides names the record bears anyway
 */
export function withNames(
  text: string | undefined,
  more: readonly (string | undefined)[],
  besides: readonly (string | undefined)[] = [],
): string {
  const names = [...namesIn(text)]
  for (const name of more)
    for (const part of namesIn(name))
      if (![...names, ...besides.flatMap((one) => namesIn(one))].some((known) => isSame(known, part))) names.push(part)
  return names.join('；')
}
