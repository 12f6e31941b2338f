import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingMinutes,
  isWorkingDay,
  minuteOf,
  momentOf,
  readHolidayYear,
  workingCalendar,
  workingMinutes,
} from '../../../../src/domain/calendar/workingCalendar'
import { dayNumber } from '../../../../src/domain/moment'

const calendar = workingCalendar()
const minute = (moment: string): number => minuteOf(moment) ?? Number.NaN
const after = (from: string, hours: number): string => momentOf(addWorkingMinutes(minute(from), hours * 60, calendar))
const works = (day: string): boolean => isWorkingDay(dayNumber(day), calendar)

describe('the working calendar', () => {
  test('knows weekends, public holidays and the weekend days worked instead', () => {
    expect([
      works('2026-03-06'),
      works('2026-03-07'),
      works('2026-02-20'),
      works('2026-02-14'),
      works('2025-10-08'),
      works('2025-10-11'),
      works('2024-02-18'),
    ]).toEqual([true, false, false, true, false, true, true])
  })

  // 2026-03-06 is a Friday; 2026-09-30 a Wednesday before eight days, of which seven are holidays.
  test.each([
    ['received on Friday at 17:10', '2026-03-06T17:10', 4, '2026-03-09T13:10'],
    ['received on Friday after hours', '2026-03-06T17:40', 4, '2026-03-09T13:30'],
    ['received on the eve of a holiday', '2026-09-30T16:30', 4, '2026-10-08T11:30'],
    ['received on a Saturday that is worked', '2026-02-28T09:00', 4, '2026-02-28T14:00'],
    ['received at lunch', '2026-03-05T12:20', 4, '2026-03-05T17:00'],
    ['received at midnight', '2026-03-05T00:00', 8, '2026-03-05T17:30'],
    ['due at the very end of a day', '2026-03-05T08:30', 8, '2026-03-05T17:30'],
  ])('%s: so many working hours end there', (_when, from, hours, due) => {
    expect(after(from, hours)).toBe(due)
  })

  test('counting what was added gives what was added, wherever one begins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: minute('2024-01-01'), max: minute('2026-12-31') }),
        fc.integer({ min: 1, max: 60 * 200 }),
        (from, minutes) => {
          expect(workingMinutes(from, addWorkingMinutes(from, minutes, calendar), calendar)).toBe(minutes)
        },
      ),
    )
  })

  test('worked time adds up over any moment between', () => {
    const at = fc.integer({ min: minute('2025-09-25'), max: minute('2025-10-20') })
    fc.assert(
      fc.property(at, at, at, (a, b, c) => {
        expect(workingMinutes(a, b, calendar) + workingMinutes(b, c, calendar)).toBe(workingMinutes(a, c, calendar))
      }),
    )
  })

  test('takes a later year as it is typed, and refuses what is not dates', () => {
    const year = readHolidayYear(2027, '2027-01-01..2027-01-03, 2027-02-05~2027-02-11', '2027-01-31')
    const own = workingCalendar(year === null ? [] : [year])
    expect(
      ['2027-01-01', '2027-02-08', '2027-01-31', '2027-02-12'].map((day) => isWorkingDay(dayNumber(day), own)),
    ).toEqual([false, false, true, true])
    expect([
      readHolidayYear(2027, '1月1日', ''),
      readHolidayYear(2027, '2027-02-11..2027-02-05', ''),
      readHolidayYear(2027, '', '2027-02-30'),
    ]).toEqual([null, null, null])
  })
})
