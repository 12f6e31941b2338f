/** Whole months before the running one, of everything; with it up to today, where asked. */
import { addMonths, dayNumber } from '../domain/moment'
import { localMoment } from '../i18n/format'
import type { Scope } from '../metrics/scope'

export function lastMonths(count: number, withRunning = false): Scope {
  const now = localMoment()
  const month = now.slice(0, 7)
  return {
    population: 'all',
    partBasis: 'analysed',
    vehicleTypes: [],
    depotIds: [],
    from: dayNumber(addMonths(month, -count)),
    to: withRunning ? dayNumber(now) + 1 : dayNumber(month),
  }
}
