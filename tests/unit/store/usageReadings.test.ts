import { beforeEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { readingDoubts, type ReadingLine } from '../../../src/domain/readingChecks'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { historyOf } from '../../../src/store/history'
import { readingsPerTrain, saveReadings, type TypedReading } from '../../../src/store/usageReadings'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const keeper = localPerson('赵工', 'REL')
let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

const odometer = (at: string, km: number | null, more: Partial<TypedReading> = {}): TypedReading => ({
  trainId: 't1',
  basis: 'cumulative',
  at,
  km,
  ...more,
})
const stored = async () =>
  ((await readingsPerTrain(db)).get('t1') ?? [])
    .map(({ at, value }) => [at, value])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))

test('several months are typed at once and taken back at once', async () => {
  const change = await saveReadings([odometer('2026-01-31', 100_000), odometer('2026-02-28', 120_000)], keeper, {}, db)
  expect(await stored()).toEqual([
    ['2026-01-31', 100_000],
    ['2026-02-28', 120_000],
  ])
  await undo(change?.id ?? '', keeper, '', db)
  expect(await stored()).toEqual([])
})

test('a correction says why and leaves the former value in the history', async () => {
  await saveReadings([odometer('2026-01-31', 100_000)], keeper, {}, db)
  expect(await refusalsOf(saveReadings([odometer('2026-01-31', 110_000)], keeper, {}, db))).toEqual(['reason-needed'])
  const change = await saveReadings([odometer('2026-01-31', 110_000)], keeper, { why: '抄错一位' }, db)
  const record = change?.edits[0]?.record ?? ''
  expect((await historyOf([`usageReadings:${record}`], db))[0]).toMatchObject({
    change: { why: '抄错一位' },
    fields: [{ field: 'value', before: 100_000, after: 110_000 }],
  })
  expect(await refusalsOf(saveReadings([odometer('2026-01-31', null)], keeper, {}, db))).toEqual(['reason-needed'])
  await saveReadings([odometer('2026-01-31', null)], keeper, { why: '别的车的' }, db)
  expect(await stored()).toEqual([])
})

test('an odometer does not run backwards, except where a new one was fitted', async () => {
  await saveReadings([odometer('2026-01-31', 500_000)], keeper, {}, db)
  expect(await refusalsOf(saveReadings([odometer('2026-02-28', 90_000)], keeper, {}, db))).toEqual(['odometer-falls'])
  expect(await refusalsOf(saveReadings([odometer('2025-12-31', 600_000)], keeper, {}, db))).toEqual(['odometer-falls'])
  await saveReadings(
    [odometer('2026-02-10', 510_000), odometer('2026-02-10', 0, { isReset: true }), odometer('2026-02-28', 9_000)],
    keeper,
    {},
    db,
  )
  expect((await stored()).length).toBe(4)
})

test('a reading below the last may stand once the wrong one is taken out with it', async () => {
  await saveReadings([odometer('2026-01-31', 5_000_000)], keeper, {}, db)
  await saveReadings([odometer('2026-01-31', 500_000), odometer('2026-02-28', 520_000)], keeper, { why: '多一位' }, db)
  expect((await stored()).map(([, km]) => km)).toEqual([500_000, 520_000])
})

test('doubts name the typed reading: falls, too far for any train, far from the usual month, a gap before it', () => {
  const line = (at: string, km: number): ReadingLine => ({ basis: 'cumulative', at, km })
  const doubtsOf = (typed: ReadingLine, known: readonly ReadingLine[] = [line('2026-01-31', 100_000)]) =>
    readingDoubts(known, [typed], 20_000).get(typed) ?? []
  expect(doubtsOf(line('2026-02-28', 118_000))).toEqual([])
  expect(doubtsOf(line('2026-02-28', 99_999))).toEqual(['falls'])
  expect(doubtsOf(line('2026-02-28', 300_000))).toEqual(['too-far'])
  expect(doubtsOf(line('2026-02-28', 180_000))).toEqual(['unusual'])
  expect(doubtsOf(line('2026-06-30', 200_000))).toEqual(['gap'])
  expect(doubtsOf(line('2025-12-31', 100_001))).toEqual(['falls'])
  const month: ReadingLine = { basis: 'distance', from: '2026-02-01', at: '2026-02-28', km: 150_000 }
  expect(doubtsOf(month)).toEqual(['too-far'])
  expect(doubtsOf({ ...month, km: 70_000 })).toEqual(['unusual'])
  expect(doubtsOf({ ...month, km: 0 })).toEqual([])
})
