/**
 * How likely is so long a silence, at any moment, of somebody who reports on as before? The rhythm is itself learnt from
 * few reports, and reports come in bursts: both make long silences likelier.
 *
 * With k reports over the days T before the last one, at a constant rate, the gap after it is longer than s with
 * (1 + s/T)^(−k): the rate averaged over what k allows. Where gaps vary more than those of single reports do, k counts
 * bursts: it is divided by the squared coefficient of variation of the gaps.
 *
 * @param days   of reports, in order; the silence begins after the last one
 * @param window how many days before the last report make the rhythm, > 0; also where reports began later, because one burst is no rhythm
 * @param silent days since the last report, ≥ 0
 * @returns      in [0, 1]; 1 where there is no rhythm
 * @throws       RangeError for a window or silence that is none, or days out of order
 * @source       predictive law of an exponential gap with the prior 1/λ: Aitchison & Dunsmore (1975), Statistical
 * Prediction Analysis; a renewal process scatters as its gaps do: Cox (1962), Renewal Theory ch. 4
 */
export function silenceChance(days: readonly number[], window: number, silent: number): number {
  if (!(window > 0 && window < Infinity && silent >= 0 && silent < Infinity))
    throw new RangeError(`a silence of ${silent} after ${window} days is none`)
  const last = days.at(-1) ?? Number.NaN
  const gaps: number[] = []
  for (let at = 1; at < days.length; at += 1) {
    const gap = (days[at] ?? 0) - (days[at - 1] ?? 0)
    if (!(gap >= 0)) throw new RangeError('days are out of order')
    if ((days[at - 1] ?? 0) > last - window) gaps.push(gap)
  }
  const k = gaps.length
  if (k === 0) return 1
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / k
  if (mean === 0) return 1
  const spread = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / Math.max(1, k - 1) / (mean * mean)
  return (1 + silent / window) ** (-k / Math.max(1, spread))
}
