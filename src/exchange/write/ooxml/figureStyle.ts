import type { StyleName } from './cellStyles'

/** The style that shows four significant digits of a measured figure, and none after the point above a thousand. */
export function figureStyle(value: number): StyleName {
  const size = Math.abs(value)
  if (size === 0 || size >= 1000) return 'count'
  if (size >= 100) return 'figure1'
  if (size >= 10) return 'figure2'
  if (size >= 1) return 'figure3'
  if (size >= 0.1) return 'figure4'
  return size >= 0.01 ? 'figure5' : 'scientific'
}
