import { CommandRefused } from '../../../src/domain/commandTrouble'
import { localPerson } from '../../../src/domain/person'
import { beforeEach, expect, test } from 'vitest'
import type { ContractTarget } from '../../../src/domain/records/contractTarget'

import {
  contractTargets,
  endContractTarget,
  historyOfTargets,
  saveContractTarget,
} from '../../../src/store/contractTargets'
import type { FracasDatabase } from '../../../src/store/database'
import { refusalsOf } from '../../support/refusalsOf'
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
const keeper = localPerson('赵工', 'REL')

test('a target is agreed by name, changed and ended with a reason, and the history keeps all of it', async () => {
  expect(await refusalsOf(saveContractTarget(null, TARGET, localPerson('何工', 'FSE'), {}, db))).toEqual(['role'])
  expect(await refusalsOf(saveContractTarget(null, TARGET, localPerson(' ', 'REL'), {}, db))).toEqual(['nobody-named'])
  await saveContractTarget(null, TARGET, keeper, {}, db)
  const [target] = await contractTargets(db)
  if (target === undefined) throw new Error('nothing stored')
  expect(target).toMatchObject(TARGET)
  await expect(saveContractTarget(target.id, { ...TARGET, value: 350_000 }, keeper, { why: ' ' }, db)).rejects.toThrow(
    CommandRefused,
  )
  await saveContractTarget(target.id, { ...TARGET, value: 350_000 }, keeper, { why: '补充协议1' }, db)
  await expect(endContractTarget(target.id, keeper, '', db)).rejects.toThrow(CommandRefused)
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
