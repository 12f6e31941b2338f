/** Long patterns put together from short ones, so that every line says one thing. */

const joined = (patterns: readonly RegExp[], between: string): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join(between), patterns[0]?.flags)

/** Any of them, with the flags of the first. */
export const anyOf = (...patterns: readonly RegExp[]): RegExp => joined(patterns, '|')

/** One right after the other, with the flags of the first. */
export const inTurn = (...patterns: readonly RegExp[]): RegExp => joined(patterns, '')
