import { expect, test } from 'vitest'
import { PUBLIC_HOLIDAYS } from '../../../../src/domain/calendar/publicHolidays'
import { minuteOf, provisionalYears, workingCalendar } from '../../../../src/domain/calendar/workingCalendar'
import { closingTime } from '../../../../src/domain/workflow/closingTime'
import { stateClock } from '../../../../src/domain/workflow/stateClock'
import { workRules } from '../../../../src/domain/workflow/workRules'

const calendar = workingCalendar()
const lastKnown = Math.max(...PUBLIC_HOLIDAYS.map(({ year }) => year))
const minute = (moment: string): number => minuteOf(moment) ?? Number.NaN

test('the list of public holidays is all that says which years are known', () => {
  expect([...calendar.years].sort()).toEqual(PUBLIC_HOLIDAYS.map(({ year }) => year))
  const next = workingCalendar([{ year: lastKnown + 1, off: [], worked: [] }])
  expect(provisionalYears(minute(`${lastKnown}-12-01`), minute(`${lastKnown + 2}-01-10`), next)).toEqual([
    lastKnown + 2,
  ])
})

test('a stretch names every year it touches whose holidays are not known, whichever way it runs', () => {
  const [from, to] = [minute(`${lastKnown}-12-31T16:00`), minute(`${lastKnown + 2}-01-01T00:00`)]
  expect(provisionalYears(from, to, calendar)).toEqual([lastKnown + 1, lastKnown + 2])
  expect(provisionalYears(to, from, calendar)).toEqual([lastKnown + 1, lastKnown + 2])
  expect(provisionalYears(minute(`${lastKnown}-01-01`), minute(`${lastKnown}-12-31`), calendar)).toEqual([])
})

test('a clock is provisional when it runs or falls due in such a year, and never when it runs day and night', () => {
  const since = `${lastKnown}-12-31T16:00`
  const clock = (unit: 'days' | 'clockHours', now: string) =>
    stateClock({ since, pauses: [], suspendedAt: undefined }, { amount: 1, unit }, now, calendar)?.provisionalYears
  expect(clock('days', `${lastKnown}-12-31T17:00`)).toEqual([lastKnown + 1])
  expect(clock('clockHours', `${lastKnown + 1}-01-02T09:00`)).toEqual([])
})

test('the time a failure took to close says through which unknown years it ran', () => {
  const rules = workRules({})
  const time = closingTime({ reportedAt: `${lastKnown}-12-30T09:00` }, `${lastKnown + 1}-01-05T10:00`, rules)
  expect(time?.provisionalYears).toEqual([lastKnown + 1])
  expect(
    closingTime({ reportedAt: `${lastKnown}-06-01T09:00` }, `${lastKnown}-06-05T10:00`, rules)?.provisionalYears,
  ).toEqual([])
})
