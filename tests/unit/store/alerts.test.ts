/** What is stored of alerts: rules changed with a reason, and one record of an episode however many devices raised it. */
import { beforeEach, expect, test } from 'vitest'
import { alertRules, builtInId } from '../../../src/domain/alerts/alertRule'
import { localPerson } from '../../../src/domain/person'
import {
  alertEpisodes,
  clearAlerts,
  endAlertRule,
  historyOfAlertRules,
  raiseAlerts,
  saveAlertRule,
  seeAlert,
  storedAlertRules,
  takeAlert,
} from '../../../src/store/alerts'
import type { Change } from '../../../src/domain/change'
import type { FracasDatabase } from '../../../src/store/database'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'
import { receive } from '../../support/receive'

let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})
const reliability = localPerson('赵工', 'REL')
const RAISED = { ruleId: 'own', subject: 'whole:', number: 1, since: '2026-05-01', figures: { count: 3 } }

test('every installation begins with rules that are whole and switched on', async () => {
  const rules = alertRules(await storedAlertRules(db))
  expect(rules.map(({ what }) => what)).toEqual([
    'count',
    'silence',
    'recurrence',
    'rate',
    'rate',
    'controlLimit',
    'target',
    'overdue',
    'age',
  ])
  expect(rules.every(({ active }) => active)).toBe(true)
})

test('a built-in rule is switched off with a reason, and brought back with one', async () => {
  const id = builtInId('silence')
  const off = { active: false }
  expect(await refusalsOf(saveAlertRule(id, off, reliability, {}, db))).toEqual(['reason-needed'])
  expect(await refusalsOf(saveAlertRule(id, off, localPerson('何工', 'FSE'), { why: '太多' }, db))).toEqual(['role'])
  await saveAlertRule(id, off, reliability, { why: '各段按月报' }, db)
  const of = async () => alertRules(await storedAlertRules(db)).find((rule) => rule.id === id)
  expect(await of()).toMatchObject({ active: false, what: 'silence', falsePerYear: 0.5 })
  await endAlertRule(id, reliability, '恢复', db)
  expect(await of()).toMatchObject({ active: true })
  expect((await historyOfAlertRules(db)).map(({ change }) => change.why)).toEqual(['恢复', '各段按月报'])
})

test('what two devices raise apart is one alert when they meet, and so is what people did about it', async () => {
  const other = freshDatabase()
  await raiseAlerts([RAISED], '2026-05-02T08:00+08:00', reliability, db)
  await raiseAlerts([RAISED], '2026-05-02T09:30+08:00', localPerson('', 'FSE'), other)
  await takeAlert(RAISED, '2026-05-09', '2026-05-02T10:00+08:00', localPerson('王工', 'FSE'), other)
  for (const { seq: _seq, prev: _prev, hash: _hash, ...change } of await other.changes.toArray())
    await receive(change as Change, db)
  const [alert, ...more] = await alertEpisodes(db)
  expect(more).toEqual([])
  expect(alert).toMatchObject({ ruleId: 'own', takenBy: '王工', takenUntil: '2026-05-09', seenBy: '王工' })
})

test('it is raised once, seen by the first who saw it, and cleared once', async () => {
  await raiseAlerts([RAISED], '2026-05-02T08:00', reliability, db)
  expect(await raiseAlerts([RAISED], '2026-05-03T08:00', reliability, db)).toBeNull()
  await seeAlert(RAISED, '2026-05-02T09:00', localPerson('王工', 'FSE'), db)
  await takeAlert(RAISED, '2026-05-09', '2026-05-02T10:00', reliability, db)
  expect((await alertEpisodes(db))[0]).toMatchObject({ raisedAt: '2026-05-02T08:00', seenBy: '王工', takenBy: '赵工' })
  expect(
    await refusalsOf(clearAlerts([RAISED], 'useful', '', '2026-05-03T08:00', localPerson(' ', 'REL'), db)),
  ).toEqual(['nobody-named'])
  await clearAlerts([RAISED], 'useful', '已开问题单', '2026-05-03T08:00', reliability, db)
  expect((await alertEpisodes(db))[0]).toMatchObject({ outcome: 'useful', clearedBy: '赵工', note: '已开问题单' })
  expect(
    await refusalsOf(clearAlerts([RAISED], 'false', '', '2026-05-04T08:00', localPerson('王工', 'FSE'), db)),
  ).toEqual(['overtaken'])
})
