const LONGEST = 80

/** A title as a file name every system takes. */
export function fileNameOf(title: string, ending: string): string {
  const name = [
    ...title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return `${name === '' ? 'chart' : name}.${ending}`
}
