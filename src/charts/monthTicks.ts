const EVERY = [1, 2, 3, 6, 12, 24, 36, 60]

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/**
 * The months to write below an axis so that at most `room` of them stand there. Anything thinner than monthly falls
 * on round months: quarters begin in January, years are Januaries. Weeks are thinned evenly, the last one kept.
 */
export function monthTicks(months: readonly string[], room: number): readonly string[] {
  if (months.some((month) => !/^\d{4}-\d\d$/u.test(month))) {
    const every = Math.ceil(months.length / Math.max(1, room))
    return months.filter((_, at) => (months.length - 1 - at) % every === 0)
  }
  const fits = EVERY.map((every) => months.filter((month) => numberOf(month) % every === 0)).find(
    (ticks) => ticks.length > 0 && ticks.length <= Math.max(1, room),
  )
  return fits ?? months.slice(0, 1)
}
