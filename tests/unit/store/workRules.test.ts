import { refusalsOf } from '../../support/refusalsOf'
import { CommandRefused } from '../../../src/domain/commandTrouble'
import { localPerson } from '../../../src/domain/person'
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { HOURS_SETTING, limitsOf, LIMITS_SETTING } from '../../../src/domain/workflow/workRules'
import { setting } from '../../../src/store/codeItems'

import { FracasDatabase } from '../../../src/store/database'
import { historyOfWorkRules, saveWorkRules } from '../../../src/store/workRules'

const opened: FracasDatabase[] = []
const aDatabase = (): FracasDatabase => {
  const db = new FracasDatabase(`work-rules-${opened.length}`)
  opened.push(db)
  return db
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.delete()))
})

const keeper = localPerson('吴工', 'ADM')

test('rules are changed by whoever may, with a reason, as one change that the history names', async () => {
  const db = aDatabase()
  await expect(
    saveWorkRules({ [LIMITS_SETTING]: { SUBMITTED: { amount: 2, unit: 'hours' } } }, keeper, ' ', db),
  ).rejects.toThrow(CommandRefused)
  expect(
    await refusalsOf(
      saveWorkRules(
        { [LIMITS_SETTING]: { SUBMITTED: { amount: 2, unit: 'hours' } } },
        localPerson('何工', 'FSE'),
        '想快点',
        db,
      ),
    ),
  ).toEqual(['role'])
  expect(await refusalsOf(saveWorkRules({ [LIMITS_SETTING]: {} }, localPerson('', 'ADM'), '没名字', db))).toEqual([
    'nobody-named',
  ])
  expect(await db.changes.count()).toBe(0)

  await saveWorkRules(
    {
      [LIMITS_SETTING]: { SUBMITTED: { amount: 2, unit: 'hours' } },
      [HOURS_SETTING]: { start: '09:00', breakStart: '', breakEnd: '', end: '15:00' },
    },
    keeper,
    '夏季作息',
    db,
  )
  expect(await db.changes.count()).toBe(1)
  expect(limitsOf(await setting(LIMITS_SETTING, db)).SUBMITTED).toEqual({ amount: 2, unit: 'hours' })

  await saveWorkRules({ [LIMITS_SETTING]: {}, [HOURS_SETTING]: {} }, keeper, '恢复', db)
  expect(limitsOf(await setting(LIMITS_SETTING, db)).SUBMITTED).toEqual({ amount: 4, unit: 'hours' })
  const history = await historyOfWorkRules(db)
  expect(history.map(({ change }) => [change.actor, change.why])).toEqual([
    ['吴工', '恢复'],
    ['吴工', '夏季作息'],
  ])
  expect(history[0]?.rules.map(({ name, before, after }) => [name, before !== undefined, after])).toEqual([
    [HOURS_SETTING, true, {}],
    [LIMITS_SETTING, true, {}],
  ])
})
