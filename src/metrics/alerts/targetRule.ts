/** A contract target that even the upper bound of the last twelve months does not reach, judged once a quarter. */
import type { AlertRule } from '../../domain/alerts/alertRule'
import { subjectText } from '../../domain/alerts/alertSubject'
import { addMonths, dateOfDay, dayNumber } from '../../domain/moment'
import { isDistance } from '../../domain/contractTarget'
import { contractLines, type ContractLine } from '../reports/contractLines'
import { EVERYTHING, type AlertGround } from './alertGround'
import type { ClearedOn, RuleOutlook, Signal } from './alertSignal'

const QUARTERS_A_YEAR = 4
const QUARTERS_REPLAYED = 8

/** `2026-Q2` and its first month. */
function quarterOf(day: number): { readonly name: string; readonly month: string } {
  const date = dateOfDay(day)
  const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3)
  return {
    name: `${date.slice(0, 4)}-Q${quarter + 1}`,
    month: `${date.slice(0, 5)}${String(3 * quarter + 1).padStart(2, '0')}`,
  }
}

export function targetOutlook(ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn): RuleOutlook {
  const { today, targets, recorded } = ground
  if (targets.length === 0) return { signals: [], past: 0, pastDays: 0, perYear: null, among: 0 }
  const { month, name } = quarterOf(today)
  const now = linesAt(ground, month)
  const signals = now.lines.flatMap((line): Signal[] => {
    const subject = subjectText([
      { kind: 'target', id: line.target?.id ?? '' },
      { kind: 'quarter', id: name },
    ])
    if (!isMissed(line) || clearedOn(subject) >= dayNumber(month)) return []
    return [{ subject, since: dayNumber(month), rows: line.rows, figures: figuresOf(rule, line, now, targets.length) }]
  })
  let past = 0
  for (let back = 0; back < QUARTERS_REPLAYED; back += 1) {
    const start = addMonths(month, -3 * back)
    if (dayNumber(start) > recorded.from) past += linesAt(ground, start).lines.filter(isMissed).length
  }
  const perYear = now.lines.reduce((sum, { confidence }) => sum + QUARTERS_A_YEAR * (1 - confidence), 0)
  return {
    signals,
    past,
    pastDays: Math.max(0, Math.min(730, today + 1 - recorded.from)),
    perYear: now.lines.length === 0 ? null : perYear,
    among: now.lines.length,
  }
}

interface Judged {
  readonly from: number
  readonly to: number
  readonly lines: readonly ContractLine[]
}

/** The twelve months before a month, and what they say of each target. */
function linesAt({ data, targets, labelOf }: AlertGround, month: string): Judged {
  const [from, to] = [dayNumber(addMonths(month, -12)), dayNumber(month)]
  const { lines } = contractLines(data, EVERYTHING, { from, to }, targets, labelOf)
  return { from, to, lines: lines.filter(({ target }) => target !== null) }
}

const isMissed = ({ verdict }: ContractLine): boolean => verdict === 'not-met'

function figuresOf(rule: AlertRule, line: ContractLine, { from, to }: Judged, among: number): Signal['figures'] {
  const { target, estimate } = line
  const value = target?.value ?? Number.NaN
  return {
    what: rule.what,
    count: line.rows.length,
    from,
    to: to - 1,
    measure: target?.measure === 'mdbfPart' || target?.measure === 'fpmkPart' ? 'partKm' : 'trainKm',
    exposure: line.exposureKm,
    perYear: QUARTERS_A_YEAR * (1 - line.confidence),
    among,
    ...(target !== null && Number.isFinite(value) ? { target: isDistance(target) ? value : 1e6 / value } : {}),
    ...(estimate.status === 'estimated' && estimate.rate > 0 ? { estimate: 1 / estimate.rate } : {}),
  }
}
