/** Axes that start at zero or are logarithmic, with words for their ticks. */
import { coveringTicks, logTicks } from './axisTicks'
import type { XyAxis } from './XyChart'

/** From 0 to a round value at or above `most`. */
export function linearAxis(title: string, most: number, word: (value: number) => string, isWhole = false): XyAxis {
  const to = coveringTicks(most, 5).at(-1) ?? 1
  return {
    title,
    from: 0,
    to,
    ticks: (room) =>
      coveringTicks(to, Math.min(8, Math.max(2, room)))
        .filter((tick) => tick <= to && (!isWhole || Number.isInteger(tick)))
        .map((at) => ({ at, text: word(at) })),
  }
}

/** Natural logarithms; a fifth of room on either side so that no point stands on the frame. */
export function logAxis(
  title: string,
  least: number,
  most: number,
  word: (value: number) => string,
  margin = 1.25,
): XyAxis {
  const [from, to] = [least / margin, Math.max(most, least * 1.5) * margin]
  return {
    title,
    from: Math.log(from),
    to: Math.log(to),
    ticks: (room) =>
      logTicks(from, to, Math.exp((Math.log(to) - Math.log(from)) / Math.max(2, room))).map((value) => ({
        at: Math.log(value),
        text: word(value),
      })),
  }
}

const SHARES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999]

/** ln(−ln(1 − F)): on it a Weibull law is a straight line. */
export const weibullPlace = (share: number): number => Math.log(-Math.log1p(-share))

export function weibullAxis(title: string, least: number, most: number, word: (share: number) => string): XyAxis {
  const low = [...SHARES].reverse().find((share) => share <= least) ?? least / 2
  const high = SHARES.find((share) => share >= most && share >= 0.05) ?? 0.999
  return {
    title,
    from: weibullPlace(low),
    to: weibullPlace(high),
    ticks: () =>
      [low, ...SHARES]
        .filter((share, at) => (at === 0 || share > low) && share <= high)
        .map((share) => ({ at: weibullPlace(share), text: word(share) })),
  }
}
