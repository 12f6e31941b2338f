import { beforeEach, expect, test } from 'vitest'
import type { ContractTarget } from '../../../src/domain/records/contractTarget'
import { ReasonNeeded } from '../../../src/store/commit'
import {
  contractTargets,
  endContractTarget,
  historyOfTargets,
  saveContractTarget,
} from '../../../src/store/contractTargets'
import type { FracasDatabase } from '../../../src/store/database'
import { freshDatabase } from '../../support/freshDatabase'

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})
const TARGET: ContractTarget = {
  contractNo: 'HT-1',
  category: 'all',
  population: 'relevant',
  measure: 'mdbfTrain',
  value: 300_000,
  definition: '附件3 V1',
  agreedBy: '李主任',
  agreedOn: '2026-01-15',
}
const keeper = { name: '赵工', role: 'REL' as const }

test('a target is agreed by name, changed and ended with a reason, and the history keeps all of it', async () => {
  expect(await saveContractTarget(null, TARGET, { name: '何工', role: 'FSE' }, '', db)).toBe(null)
  expect(await saveContractTarget(null, TARGET, { name: ' ', role: 'REL' }, '', db)).toBe(null)
  await saveContractTarget(null, TARGET, keeper, '', db)
  const [target] = await contractTargets(db)
  if (target === undefined) throw new Error('nothing stored')
  expect(target).toMatchObject(TARGET)
  await expect(saveContractTarget(target.id, { ...TARGET, value: 350_000 }, keeper, ' ', db)).rejects.toThrow(
    ReasonNeeded,
  )
  await saveContractTarget(target.id, { ...TARGET, value: 350_000 }, keeper, '补充协议1', db)
  await expect(endContractTarget(target.id, keeper, '', db)).rejects.toThrow(ReasonNeeded)
  expect((await contractTargets(db)).map(({ value }) => value)).toEqual([350_000])
  await endContractTarget(target.id, keeper, '合同到期', db)
  expect(await contractTargets(db)).toEqual([])
  expect(
    (await historyOfTargets(db))
      .map(({ change, fields }) => [change.why, fields.map(({ field, before, after }) => [field, before, after])])
      .slice(0, 2),
  ).toEqual([
    ['合同到期', [['deleted', null, true]]],
    ['补充协议1', [['value', 300_000, 350_000]]],
  ])
})
