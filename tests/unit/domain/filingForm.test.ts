import { describe, expect, test } from 'vitest'
import { hasNoReading, onDay, reportOf, type FilingForm } from '../../../src/domain/filingForm'
import { missingForSubmit } from '../../../src/domain/filingGate'

const NOW = '2026-05-07T14:30'
const COMPLETE: FilingForm = {
  occurredAt: '2026-05-07T09:15',
  trainId: 't1',
  bomNodeId: 'n1',
  qty: 1,
  symptomCode: 'SLOWREL',
  description: '列车缓解时中继阀排风慢，复位后正常',
  serviceImpact: 'NONE',
  detectionPhase: 'SERVICE',
  detectionMethod: 'DRIVER',
  operatingMode: 'RELEASE',
  odometerKm: 812_345,
  dataDownloaded: true,
  reporter: '何工',
}
const missing = (form: object): readonly (readonly [string, string])[] =>
  missingForSubmit(reportOf({ ...COMPLETE, ...form } as FilingForm), NOW).map(({ field, why }) => [field, why])

test('a complete form lacks nothing', () => expect(missing({})).toEqual([]))

describe('without an odometer reading', () => {
  test('the reason is asked for, by its own name', () => {
    expect(missing({ hasNoReading: true })).toEqual([['noReadingReason', 'missing']])
    expect(missing({ odometerKm: undefined })).toEqual([['odometerKm', 'missing']])
  })

  test('a reading typed before is not reported, and still there after unticking', () => {
    const form: FilingForm = { ...COMPLETE, hasNoReading: true, noReadingReason: '表已拆下' }
    expect(reportOf(form)).toMatchObject({ noReadingReason: '表已拆下' })
    expect(reportOf(form)).not.toHaveProperty('odometerKm')
    expect(reportOf({ ...form, hasNoReading: false })).toMatchObject({ odometerKm: 812_345 })
    expect(reportOf({ ...form, hasNoReading: false })).not.toHaveProperty('noReadingReason')
  })

  test('a form kept before the box was remembered has it ticked by its reason', () => {
    expect(hasNoReading({ noReadingReason: '表已拆下' })).toBe(true)
    expect(hasNoReading({})).toBe(false)
  })

  test('an unreadable number behind the box does not block', () =>
    expect(
      missing({ hasNoReading: true, noReadingReason: '表已拆下', odometerKm: { unread: '8l2', why: 'not-a-number' } }),
    ).toEqual([]))
})

test('only the day is reported, and the time comes back when it is known after all', () => {
  const form: FilingForm = { ...COMPLETE, isDayOnly: true }
  expect(reportOf(form).occurredAt).toBe('2026-05-07')
  expect(reportOf({ ...form, isDayOnly: false }).occurredAt).toBe('2026-05-07T09:15')
  expect(onDay('2026-05-06', form.occurredAt)).toBe('2026-05-06T09:15')
  expect(onDay('2026-05', form.occurredAt)).toBe('2026-05')
})

test('what could not be read is named with its reason, also among the optional fields', () => {
  expect(missing({ odometerKm: { unread: '144O', why: 'not-a-number' } })).toEqual([['odometerKm', 'not-a-number']])
  expect(missing({ occurredAt: { unread: '前天', why: 'not-a-date' } })).toEqual([['occurredAt', 'not-a-date']])
  expect(missing({ operatingH: { unread: '12,5', why: 'unclear-separator' } })).toEqual([
    ['operatingH', 'unclear-separator'],
  ])
  expect(missing({ qty: 0 })).toEqual([['qty', 'too-small']])
})

test('answers that no question shows any more are not reported', () => {
  const report = reportOf({ ...COMPLETE, serviceImpact: 'NONE', delayMin: 12, noDataReason: '没有电脑' })
  expect(report).not.toHaveProperty('delayMin')
  expect(report).not.toHaveProperty('noDataReason')
})
