/** What the program prints is as often right as it promises; `npm run simulate:figures` does the same over more fleets. */
import { expect, test } from 'vitest'
import { sharesRated, SIMULATED } from '../../bench/simulatedFleets'
import { shareOf } from '../../bench/simulatedRow'

const FLEETS = 60
const FEWER_FLEETS = 20

test.each(SIMULATED.filter(({ promise }) => promise !== 'none'))('$name: $promise', (row) => {
  const { lower, upper } = shareOf(row, row.isSlow === true ? FEWER_FLEETS : FLEETS)
  // The seeds are given, so the share is the same in every run; its bounds must meet the range promised.
  expect(lower).toBeLessThanOrEqual(row.within[1])
  expect(upper).toBeGreaterThanOrEqual(row.within[0])
})

test('of failures where a tenth of the sheets is missing about a tenth stands beside the rate', () => {
  const [rated, all] = sharesRated(1)
  expect(rated / all).toBeGreaterThan(0.85)
  expect(rated / all).toBeLessThan(0.97)
})
