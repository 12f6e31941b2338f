/** Which changes of which devices this store holds. */
import { gaplessUpTo, rangesOf, type ChangeRanges } from '../domain/changeRanges'
import { database, type FracasDatabase } from './database'

/** Read from the index alone: an entry may hold a thousand imported records. */
export async function knownChanges(db: FracasDatabase = database): Promise<ChangeRanges> {
  const keys = (await db.changes.orderBy('[device+number]').uniqueKeys()) as unknown as readonly [string, number][]
  const numbers = new Map<string, number[]>()
  for (const [device, number] of keys) {
    const of = numbers.get(device)
    if (of === undefined) numbers.set(device, [number])
    else of.push(number)
  }
  return Object.fromEntries([...numbers].map(([device, all]) => [device, rangesOf(all)]))
}

/** Per device up to which number every change is here. */
export const headsOf = (known: ChangeRanges): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(known).flatMap(([device, ranges]) => {
      const head = gaplessUpTo(ranges)
      return head === 0 ? [] : [[device, head] as const]
    }),
  )
