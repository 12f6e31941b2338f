/** Numbers as R reads them. */
export const rNumber = (value: number | null): string => (value === null ? 'NA' : String(value))
export const rVector = (name: string, values: readonly number[]): string => {
  const lines: string[] = []
  for (let at = 0; at < values.length; at += 8)
    lines.push(
      `  ${values
        .slice(at, at + 8)
        .map(rNumber)
        .join(', ')}`,
    )
  return `${name} <- c(\n${lines.join(',\n')}\n)`
}
