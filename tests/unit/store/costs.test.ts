import { CommandRefused } from '../../../src/domain/commandTrouble'
import { localPerson } from '../../../src/domain/person'
import { beforeEach, describe, expect, test } from 'vitest'
import { readTypedAmount, standing } from '../../../src/domain/costs'
import type { CostEntry } from '../../../src/domain/records/costEntry'
import { undo } from '../../../src/store/commit'
import { addCost, costsOf, reverseCost } from '../../../src/store/costs'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { refusalsOf } from '../../support/refusalsOf'
import { freshDatabase } from '../../support/freshDatabase'

let db: FracasDatabase
let failure = ''
beforeEach(async () => {
  db = freshDatabase()
  const filed = await fileFailure(
    {
      occurredAt: '2026-01-10T09:00',
      trainId: 't1',
      bomNodeId: 'n1',
      symptomCode: 'LEAK_EXT',
      description: '中继阀排风口持续漏风，缓解后仍有气流声',
      serviceImpact: 'NONE',
      detectionPhase: 'DEPOT',
      detectionMethod: 'INSPECT',
      operatingMode: 'STANDSTILL',
      odometerKm: 1_234_567,
      qty: 1,
      dataDownloaded: true,
      reporter: '王工',
    },
    localPerson('王工', 'SSM'),
    '2026-05-07T14:30+08:00',
    db,
  )
  if (!filed.ok) throw new Error('not filed')
  failure = filed.id
})
const keeper = localPerson('财务小周', 'FIN')
const TRAVEL: CostEntry = {
  bucket: 'WIN',
  item: 'travel',
  basis: 'actual',
  amountCents: 128_050,
  currency: 'CNY',
  period: '2026-05',
  payer: 'own',
  voucher: '记-0512',
}
const markOf = async () => (await db.recordsOf('failures').get(failure))?.costMark

test('an amount is read exactly, to the hundredth', () => {
  expect(['1,280.5', '0.07', '１２', '19.99'].map(readTypedAmount)).toEqual([128_050, 7, 1_200, 1_999])
  expect(readTypedAmount('')).toBeUndefined()
  for (const typed of ['-3', '0', '1.005', 'x', '1e5'])
    expect(readTypedAmount(typed), typed).toMatchObject({ unread: typed })
})

describe('a cost of a failure', () => {
  test('marks the failure as one whose costs are entered, and then “none” is refused', async () => {
    await editFailure(failure, { costMark: 'none' }, localPerson('王工', 'SSM'), { why: '没有费用' }, db)
    expect(await addCost(failure, TRAVEL, keeper, db)).not.toBe(null)
    expect(await markOf()).toBe('entered')
    expect(await refusalsOf(editFailure(failure, { costMark: 'none' }, localPerson('王工', 'SSM'), {}, db))).toEqual([
      'costs-entered',
    ])
  })

  test('is taken back by a reversal with a reason; both stay, and the mark is open again', async () => {
    await addCost(failure, TRAVEL, keeper, db)
    const [entry] = await costsOf(failure, db)
    await expect(reverseCost(entry?.id ?? '', keeper, ' ', db)).rejects.toThrow(CommandRefused)
    expect(await reverseCost(entry?.id ?? '', keeper, '记错了故障', db)).not.toBe(null)
    const entries = await costsOf(failure, db)
    expect(entries.map(({ amountCents, period, note }) => [amountCents, period, note])).toEqual([
      [128_050, '2026-05', undefined],
      [-128_050, '2026-05', '记错了故障'],
    ])
    expect([standing(entries), await markOf()]).toEqual([[], undefined])
    expect(await refusalsOf(reverseCost(entry?.id ?? '', keeper, '再来一次', db))).toEqual(['overtaken'])
    expect(await refusalsOf(reverseCost(entries[1]?.id ?? '', keeper, '冲销冲销', db))).toEqual(['overtaken'])
    expect(await editFailure(failure, { costMark: 'none' }, localPerson('王工', 'SSM'), {}, db)).not.toBe(null)
  })

  test('does not disappear by an undo', async () => {
    const change = await addCost(failure, TRAVEL, keeper, db)
    expect(await undo(change?.id ?? '', localPerson('王工', 'SSM'), '手滑', db)).toEqual({ ok: false, why: 'booking' })
    expect(await costsOf(failure, db)).toHaveLength(1)
  })

  test('is entered by those who may, each what is theirs', async () => {
    const asRole = (role: 'FSE' | 'WHS' | 'REP' | 'SSM', entry: CostEntry = TRAVEL) =>
      addCost(failure, entry, localPerson('某人', role), db)
    expect([await refusalsOf(asRole('FSE')), await refusalsOf(asRole('WHS')), await refusalsOf(asRole('REP'))]).toEqual(
      [['role'], ['incomplete'], ['incomplete']],
    )
    expect(
      [
        await asRole('WHS', { ...TRAVEL, item: 'spares' }),
        await asRole('REP', { ...TRAVEL, item: 'labour' }),
        await asRole('SSM'),
      ].map((change) => change !== null),
    ).toEqual([true, true, true])
    const [first] = await costsOf(failure, db)
    expect(await refusalsOf(reverseCost(first?.id ?? '', localPerson('别人', 'SSM'), '不是我的', db))).toEqual([
      'not-own',
    ])
    expect(await reverseCost(first?.id ?? '', localPerson('某人', 'WHS'), '数量错', db)).not.toBe(null)
  })

  test.each([
    ['amountCents', 0],
    ['amountCents', 1.5],
    ['amountCents', -5],
    ['currency', '元'],
    ['period', '2026-13'],
    ['bucket', ''],
    ['voucher', ''],
  ] as const)('with %s = %s is refused', async (field, value) => {
    expect(await refusalsOf(addCost(failure, { ...TRAVEL, [field]: value }, keeper, db))).toEqual(['incomplete'])
    if (field === 'voucher')
      expect(await addCost(failure, { ...TRAVEL, basis: 'accrual', voucher: '' }, keeper, db)).not.toBe(null)
  })
})
