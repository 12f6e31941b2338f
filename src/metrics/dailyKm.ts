import type { Fleet } from './fleet'
import { exposureBetween } from './trainUsage'

/** Train-kilometres of all trains together, per day of the period. */
export function dailyKm(fleet: Fleet, trains: readonly string[], from: number, to: number): Float64Array {
  const total = new Float64Array(Math.max(0, to - from))
  for (const id of trains) {
    const usage = fleet.usage.get(id)
    if (usage === undefined) continue
    const start = Math.max(from, usage.firstDay)
    const end = Math.min(to, usage.firstDay + usage.km.length)
    for (let day = start; day < end; day += 1)
      total[day - from] = (total[day - from] ?? 0) + (usage.km[day - usage.firstDay] ?? 0)
    const beyond = exposureBetween(usage, end, to).extrapolatedKm
    const last = Math.min(to, usage.firstDay + usage.km.length + 31)
    for (let day = Math.max(from, end); day < last; day += 1)
      total[day - from] = (total[day - from] ?? 0) + beyond / Math.max(1, last - Math.max(from, end))
  }
  return total
}
