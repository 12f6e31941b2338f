/** An alert from raised to cleared: the same id on every device, and not again before there is news. */
import { expect, test } from 'vitest'
import { episodeId, ruleUse, type Episode } from '../../../../src/domain/alerts/alertEpisode'
import { alertsNow } from '../../../../src/metrics/alerts/alertsNow'
import type { Row } from '../smallWorld'
import { aRule, daysAfter, groundOf } from './alertWorld'

const rule = aRule({ what: 'count', each: 'whole', windowDays: 30, threshold: 3 })
const rows = (count: number, from: string): Row[] =>
  Array.from({ length: count }, (_, at) => ({ trainId: 't1', occurredAt: daysAfter(from, at) }))
const now = (today: string, episodes: readonly Episode[], failures = rows(4, '2026-06-01'), rules = [rule]) =>
  alertsNow(rules, groundOf(failures, today), episodes).alerts

test('is raised under an id that follows from the rule, the subject and the number of the episode', () => {
  const [alert] = now('2026-06-10', [])
  expect(alert?.id).toBe(episodeId('rule', 'whole:', 1))
  expect(alert).toMatchObject({ state: 'raised', holds: true, since: '2026-06-03', number: 1 })
  expect(episodeId('rule', 'whole:', 1)).not.toBe(episodeId('rule', 'whole:', 2))
  expect(now('2026-06-10', [])[0]?.id).toBe(alert?.id)
})

const stored = (fields: Partial<Episode> = {}): Episode => ({
  id: episodeId('rule', 'whole:', 1),
  ruleId: 'rule',
  subject: 'whole:',
  number: 1,
  raisedAt: '2026-06-04T08:00',
  since: '2026-06-03',
  figures: { count: 3 },
  ...fields,
})

test('is seen, taken until a day, and comes back when that day is over', () => {
  const seen = stored({ seenAt: '2026-06-05T09:00', seenBy: '王工' })
  expect(now('2026-06-10', [seen])[0]?.state).toBe('seen')
  const taken = { ...seen, takenAt: '2026-06-05T09:10', takenBy: '王工', takenUntil: '2026-06-12' }
  expect(now('2026-06-12', [taken])[0]?.state).toBe('taken')
  expect(now('2026-06-13', [taken])[0]?.state).toBe('back')
})

test('stays after it no longer holds, with what it was raised on, until somebody clears it', () => {
  const [alert] = now('2026-08-01', [stored()])
  expect(alert).toMatchObject({ holds: false, state: 'raised', figures: { count: 3 } })
})

test('is not raised again on the same failures once it was cleared, and is the second episode on new ones', () => {
  const cleared = stored({ clearedAt: '2026-06-10T10:00', clearedBy: '王工', outcome: 'useful' })
  expect(now('2026-06-11', [cleared])).toEqual([])
  const [again] = now('2026-06-20', [cleared], [...rows(4, '2026-06-01'), ...rows(3, '2026-06-15')])
  expect(again).toMatchObject({ number: 2, state: 'raised', since: '2026-06-17', id: episodeId('rule', 'whole:', 2) })
  expect(again?.figures.count).toBe(3)
})

test('a rule that is switched off raises nothing and hides what it raised', () => {
  expect(now('2026-06-10', [stored()], rows(4, '2026-06-01'), [{ ...rule, active: false }])).toEqual([])
})

test('a rule nobody acts on is proposed to be switched off', () => {
  const many = (outcome?: 'useful' | 'false') =>
    Array.from({ length: 5 }, (_, at) => ({
      ...stored(outcome === undefined ? {} : { clearedAt: '2026-06-10', outcome }),
      id: String(at),
    }))
  expect(ruleUse(many(), 'rule')).toMatchObject({ raised: 5, untouched: 5, isProposedOff: true })
  expect(ruleUse(many('false'), 'rule')).toMatchObject({ falseAlarms: 5, isProposedOff: true })
  expect(ruleUse(many('useful'), 'rule')).toMatchObject({ useful: 5, isProposedOff: false })
  expect(ruleUse(many().slice(0, 4), 'rule').isProposedOff).toBe(false)
})
