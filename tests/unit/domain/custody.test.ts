import { describe, expect, test } from 'vitest'
import { custodyOf, custodyRefusal, keepersOfCustody, type CustodyStep } from '../../../src/domain/custody'

const step = (kind: CustodyStep['kind'], at: string, more: Partial<CustodyStep> = {}): CustodyStep => ({
  kind,
  at,
  from: '',
  to: '库房',
  by: '库管',
  doc: '',
  note: '',
  ...more,
})
const removed = (...steps: readonly CustodyStep[]) => ({
  removedSerial: 'ZJF-1',
  removedAt: '2026-01-10T09:00',
  custody: JSON.parse(JSON.stringify(steps)),
})

describe('the way of a removed part', () => {
  test('goes forward in time, from its removal on, until it is back in stock or scrapped', () => {
    const refused = (line: ReturnType<typeof removed>, next: CustodyStep) => custodyRefusal(line, next, 'WHS')
    expect(refused(removed(), step('handedOver', '2026-01-10'))).toBe(null)
    expect(refused(removed(), step('handedOver', '2026-01-09T23:00'))).toBe('before-removal')
    expect(refused(removed(step('handedOver', '2026-01-12T08:00')), step('sentToRepair', '2026-01-11T08:00'))).toBe(
      'before-last-step',
    )
    expect(refused(removed(step('handedOver', '2026-01-12T08:00')), step('sentToRepair', '2026-01-12'))).toBe(null)
    expect(refused(removed(), step('handedOver', '2026'))).toBe('date-needed')
    for (const end of ['backInStock', 'scrapped'] as const)
      expect(refused(removed(step(end, '2026-02-01')), step('handedOver', '2026-02-02'))).toBe('custody-over')
  })

  test('says to whom it went, and is repaired only after it was sent', () => {
    const refused = (line: ReturnType<typeof removed>, next: CustodyStep) => custodyRefusal(line, next, 'REP')
    expect(refused(removed(), step('sentToRepair', '2026-01-12', { to: ' ' }))).toBe('receiver-needed')
    expect(refused(removed(), step('repaired', '2026-01-12'))).toBe('not-sent')
    expect(refused(removed(step('sentToRepair', '2026-01-11')), step('repaired', '2026-01-12', { to: '' }))).toBe(null)
    expect(refused(removed(step('sentToRepair', '2026-01-11')), step('notRepairable', '2026-01-12', { to: '' }))).toBe(
      null,
    )
  })

  test('is kept by those who handle parts or repair them, by name', () => {
    expect(keepersOfCustody()).toEqual(['FSE', 'SSM', 'WHS', 'REP'])
    expect(custodyRefusal(removed(), step('handedOver', '2026-01-12'), 'QAL')).toBe('role')
    expect(custodyRefusal(removed(), step('handedOver', '2026-01-12', { by: '' }), 'WHS')).toBe('nobody-named')
  })

  test('leaves out what cannot be read as a step', () => {
    expect(
      custodyOf({ custody: [{ kind: 'sentToRepair', at: '2026-01-11', to: '厂' }, { kind: 'lost' }, 'text', null] }),
    ).toEqual([{ kind: 'sentToRepair', at: '2026-01-11', from: '', to: '厂', by: '', doc: '', note: '' }])
    expect(custodyOf({})).toEqual([])
  })
})
