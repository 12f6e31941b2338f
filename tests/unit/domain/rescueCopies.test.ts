/** When a rescue copy is made, and which ones have had their time. */
import { expect, test } from 'vitest'
import { lossOf } from '../../../src/domain/dataLoss'
import { copiesToDrop, isCopyDue, type RescueCopyAge } from '../../../src/domain/rescueCopies'

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const at = (day: number, hour = 8): number => Date.UTC(2026, 4, day, hour)
const copy = (day: number, more: Partial<RescueCopyAge> = {}): RescueCopyAge => ({
  id: `c${day}`,
  at: at(day),
  bytes: 1000,
  entries: day,
  ...more,
})

test('one a day, and none while nothing has changed', () => {
  const copies = [copy(6), copy(7)]
  const isDue = (reason: 'daily' | 'import', entries: number, now: number) =>
    isCopyDue(reason, entries, copies, now, dayOf)
  expect(isDue('daily', 9, at(8))).toBe(true)
  expect(isDue('daily', 9, at(7, 20))).toBe(false)
  expect(isDue('import', 9, at(7, 20))).toBe(true)
  for (const reason of ['daily', 'import'] as const) expect(isDue(reason, 7, at(8))).toBe(false)
})

test('nothing is copied of an empty log, nor of one that is shorter than its copy', () => {
  expect(isCopyDue('asked', 0, [], at(1), dayOf)).toBe(false)
  expect(isCopyDue('asked', 1, [], at(1), dayOf)).toBe(true)
  expect(isCopyDue('asked', 3, [copy(7)], at(9), dayOf)).toBe(false)
})

test('the last three days that have copies stay, however long ago they are', () => {
  const copies = [copy(1), copy(2), copy(9), copy(9, { id: 'again', at: at(9, 12) }), copy(20)]
  expect(copiesToDrop(copies, dayOf)).toEqual(['c1'])
})

test('the oldest go where they are too many or too large, the latest never', () => {
  const many = Array.from({ length: 12 }, (_, hour) => copy(3, { id: `h${hour}`, at: at(3, hour) }))
  expect(copiesToDrop(many, dayOf)).toEqual(['h3', 'h2', 'h1', 'h0'])
  const large = [copy(1, { bytes: 400 * 2 ** 20 }), copy(2, { bytes: 400 * 2 ** 20 })]
  expect(copiesToDrop(large, dayOf)).toEqual(['c1'])
  expect(copiesToDrop([copy(1, { bytes: 2 ** 31 })], dayOf)).toEqual([])
})

test('data are lost where one place remembers more than is here', () => {
  const [less, more] = [
    { at: 1, entries: 3, failures: 1 },
    { at: 2, entries: 9, failures: 4 },
  ]
  expect(lossOf(less, [null, more])).toEqual({ had: more, has: less })
  expect(lossOf(less, [less, more])?.had).toEqual(more)
  expect(lossOf(more, [less, more, null])).toBe(null)
  expect(lossOf({ at: 3, entries: 0, failures: 0 }, [null, null])).toBe(null)
})
