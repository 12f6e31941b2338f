/** A small fleet with a rule over it, as of one day. */
import type { AlertRuleFields } from '../../../../src/domain/records/alertRule'
import { asAlertRule, type AlertRule } from '../../../../src/domain/alerts/alertRule'
import { dateOfDay, dayNumber } from '../../../../src/domain/moment'
import { alertGround, type AlertGround, type AlertRecords } from '../../../../src/metrics/alerts/alertGround'
import { aFleet, columnsOf, everyRow, type FleetWords, type Row } from '../smallWorld'

export const NO_RECORDS: AlertRecords = { targets: [], late: [] }

export function groundOf(
  rows: readonly Row[],
  today: string,
  words: FleetWords = {},
  records: AlertRecords = NO_RECORDS,
): AlertGround {
  const columns = columnsOf(rows)
  const data = { columns, live: everyRow(columns), fleet: aFleet(words) }
  return alertGround(data, `${today}T12:00`, records, (_field, word) => word)
}

export function aRule(fields: AlertRuleFields, id = 'rule'): AlertRule {
  const rule = asAlertRule(id, { name: '一条规则', weight: 'important', toRole: 'REL', active: true, ...fields })
  if (rule === null) throw new Error('the rule is not whole')
  return rule
}

export const daysAfter = (day: string, days: number): string => dateOfDay(dayNumber(day) + days)

/** One failure every `every` days. */
export const regularly = (from: string, until: string, every: number, row: Row = {}): Row[] =>
  Array.from({ length: Math.ceil((dayNumber(until) - dayNumber(from)) / every) }, (_, at) => ({
    trainId: 't1',
    bomNodeId: 'relay',
    occurredAt: daysAfter(from, at * every),
    ...row,
  }))
