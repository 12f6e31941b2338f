/** One line per figure: what it is, ours, the baseline of the same run, their ratio, the target, and whether it was missed. */
import { median, type Timings } from './interleaved'

export const say = (
  what: string,
  ours: string,
  baseline: string,
  ratio: string,
  target: string,
  isMet: boolean,
): void =>
  console.log(
    `${what}: ${ours} | baseline ${baseline} | ratio ${ratio} | target ${target}${isMet ? '' : ' | target missed'}`,
  )

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

export function sayRatio(what: string, { ours, baseline }: Timings, baselineIs: string, most: number): void {
  const ratio = median(ours) / median(baseline)
  say(
    what,
    ms(median(ours)),
    `${ms(median(baseline))} (${baselineIs})`,
    ratio.toFixed(2),
    `ratio ≤ ${most}`,
    ratio <= most,
  )
}

export function sayTime(what: string, { ours, baseline }: Timings, most: number): void {
  say(
    what,
    ms(median(ours)),
    `${ms(median(baseline))} (plain objects)`,
    (median(ours) / median(baseline)).toFixed(2),
    `≤ ${most} ms`,
    median(ours) <= most,
  )
}

export const sayLimit = (what: string, value: number, unit: string, target: string, isMet: boolean): void =>
  say(what, `${value.toFixed(unit === 's' ? 2 : 0)} ${unit}`, '–', '–', target, isMet)

/** Ours alone, where the baseline would not fit into memory. */
export const sayAlone = (what: string, times: readonly number[], most: number): void =>
  say(what, ms(median(times)), '–', '–', `≤ ${most} ms`, median(times) <= most)
