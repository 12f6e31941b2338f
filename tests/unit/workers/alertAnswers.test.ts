/** Alerts as the engine answers them, from records in the database. */
import { expect, test } from 'vitest'
import { builtInId } from '../../../src/domain/alerts/alertRule'
import { localPerson } from '../../../src/domain/person'
import { clearAlerts, saveAlertRule } from '../../../src/store/alerts'
import type { FracasDatabase } from '../../../src/store/database'
import { Engine } from '../../../src/workers/engine'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'

const NOW = '2026-06-30T10:00'
const person = localPerson('赵工', 'REL')

async function aDatabase(): Promise<FracasDatabase> {
  const db = freshDatabase()
  await db.recordsOf('bomNodes').put(stored<'bomNodes'>({ id: 'n1', name: '中继阀' }))
  await db.recordsOf('trains').put(stored<'trains'>({ id: 't1', trainNo: '2641', vehicleType: 'CRH380A' }))
  const failure = (id: string, fields: object) =>
    stored<'failures'>({ id, no: id, trainId: 't1', bomNodeId: 'n1', occurredAt: '2026-06-01', ...fields })
  await db.recordsOf('failures').bulkPut([
    // Analysis has ten working days; since 1 June that is over on the 15th, and ten more have passed by the 30th.
    failure('late', { state: 'ANALYSIS', stateSince: '2026-06-01T08:00', path: 'standard' }),
    failure('in-time', { state: 'ANALYSIS', stateSince: '2026-06-29T08:00', path: 'standard' }),
    failure('paused', { state: 'ANALYSIS', stateSince: '2026-06-01T08:00', suspendedAt: '2026-06-02T08:00' }),
    failure('severe', { state: 'CLOSED', severity: '1', occurredAt: '2026-06-28T09:00' }),
  ])
  return db
}

const engineOn = (db: FracasDatabase): Engine =>
  new Engine(
    () => undefined,
    db,
    () => undefined,
  )

test('what is beyond its time limit and what is severe is found, named and opened', async () => {
  const db = await aDatabase()
  const engine = engineOn(db)
  const { alerts, rules } = await engine.alerts(NOW, 'zh')
  expect(alerts.map(({ rule }) => rule.id)).toEqual([builtInId('safety'), builtInId('overdue')])
  const [severe, overdue] = alerts
  expect(await engine.idsOfRows(severe?.rows ?? new Uint32Array())).toEqual(['severe'])
  expect(await engine.idsOfRows(overdue?.rows ?? new Uint32Array())).toEqual(['late'])
  expect(overdue?.figures.days).toBeGreaterThanOrEqual(9)
  expect(overdue?.figures.days).toBeLessThanOrEqual(11)
  expect(rules).toHaveLength(9)
})

test('a rule of the company is judged with the others, and what was cleared is listed as cleared', async () => {
  const db = await aDatabase()
  const fields = {
    name: '三起',
    what: 'count',
    each: 'node',
    windowDays: 40,
    threshold: 3,
    weight: 'notice',
    toRole: 'REL',
  }
  expect(await engineOn(db).alertPreview('', fields, NOW, 'zh')).toMatchObject({
    now: 1,
    first: [[{ kind: 'node', id: 'n1', label: '中继阀' }]],
  })
  await saveAlertRule('own', fields, person, {}, db)
  const own = (await engineOn(db).alerts(NOW, 'zh')).alerts.find(({ rule }) => rule.id === 'own')
  if (own === undefined) throw new Error('nothing was found')
  expect(own.parts[0]?.label).toBe('中继阀')
  expect(own.figures.count).toBe(4)
  const raised = { ruleId: 'own', subject: own.subject, number: own.number, since: own.since, figures: own.figures }
  await clearAlerts([raised], 'false', '', NOW, person, db)
  const after = await engineOn(db).alerts(NOW, 'zh')
  expect(after.alerts.some(({ rule }) => rule.id === 'own')).toBe(false)
  expect(after.cleared.map(({ episode, rule }) => [episode.id, rule?.name])).toEqual([[own.id, '三起']])
  expect(after.rules.find(({ rule }) => rule.id === 'own')?.use).toMatchObject({ raised: 1, falseAlarms: 1 })
})
