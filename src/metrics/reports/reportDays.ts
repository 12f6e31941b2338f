/** On which days each site, or each operator, has reported. */
import type { FieldData } from '../fieldData'

export type Reporting = 'depot' | 'operator'

/**
 * Every report counts, whatever its part or its verdict: this is about handing in. A report is of the site that is written
 * on it, and where none is, of that of its train.
 * @param until    first day that no longer counts
 * @param isWanted asked per report with its train and its site; all when not given
 * @returns        days in order, by site
 */
export function reportDays(
  { columns, live, fleet }: FieldData,
  by: Reporting,
  until: number,
  isWanted: (trainId: string, siteId: string) => boolean = () => true,
): ReadonlyMap<string, Float64Array> {
  const { trainId } = columns.text
  const written = by === 'depot' ? columns.text.depotId : columns.text.customerId
  const ofTrain = by === 'depot' ? 'depotId' : 'operatorId'
  const days = columns.number.occurredDay
  const found = new Map<string, number[]>()
  for (const row of live) {
    const train = trainId.words[trainId.index[row] ?? 0] ?? ''
    const site = (written.words[written.index[row] ?? 0] ?? '') || (fleet.trains.get(train)?.[ofTrain] ?? '')
    const day = days[row] ?? Number.NaN
    if (site === '' || !(day < until) || !isWanted(train, site)) continue
    const known = found.get(site)
    if (known === undefined) found.set(site, [day])
    else known.push(day)
  }
  return new Map([...found].map(([site, reported]) => [site, Float64Array.from(reported).sort()]))
}
