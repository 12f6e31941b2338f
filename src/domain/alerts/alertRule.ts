/** The rules of alerts: those every installation begins with, those a company changed or added, and what makes one whole. */
import { isOneOf, oneOf } from '../closedSet'
import { alertRuleFields, type AlertRuleFields } from '../records/alertRule'
import { ROLES, type Role } from '../workflow/roles'

export const ALERT_WHATS = [
  'count',
  'rate',
  'recurrence',
  'age',
  'overdue',
  'controlLimit',
  'target',
  'silence',
] as const
export type AlertWhat = (typeof ALERT_WHATS)[number]

export const WATCHED_EACH = ['whole', 'node', 'depot', 'operator', 'vehicleType', 'train'] as const
export type WatchedEach = (typeof WATCHED_EACH)[number]

/** Most urgent first. */
export const ALERT_WEIGHTS = ['urgent', 'important', 'notice'] as const
export type AlertWeight = (typeof ALERT_WEIGHTS)[number]

/** A rule that can be judged. */
export interface AlertRule {
  readonly id: string
  /** Empty for a built-in rule that keeps its name, which is a sentence of the program. */
  readonly name: string
  readonly what: AlertWhat
  readonly each: WatchedEach
  readonly bomNodeId?: string
  readonly depotId?: string
  readonly vehicleType?: string
  readonly severity?: string
  readonly windowDays: number
  /** Failures in the window, failures per 10⁶ km, days open or worked days late, by what is watched. */
  readonly threshold?: number
  /** Bounds the false alarms of all it looks at together. */
  readonly falsePerYear?: number
  readonly weight: AlertWeight
  readonly toRole: Role
  readonly active: boolean
  readonly note: string
}

/** Which numbers a rule of a kind reads: what it needs, and what it may say. */
interface RuleShape {
  readonly each: readonly WatchedEach[]
  readonly hasWindow: boolean
  readonly threshold: 'needed' | 'either' | 'optional' | 'none'
  /** It is told how many false alarms a year it may give. */
  readonly asksLevel: boolean
}

const OF_TRAINS = ['whole', 'depot', 'operator', 'vehicleType', 'train'] as const
export const RULE_SHAPES: Readonly<Record<AlertWhat, RuleShape>> = {
  count: { each: WATCHED_EACH, hasWindow: true, threshold: 'either', asksLevel: true },
  rate: { each: WATCHED_EACH, hasWindow: true, threshold: 'optional', asksLevel: true },
  recurrence: { each: ['whole'], hasWindow: true, threshold: 'either', asksLevel: true },
  age: { each: WATCHED_EACH, hasWindow: false, threshold: 'needed', asksLevel: false },
  overdue: { each: OF_TRAINS, hasWindow: false, threshold: 'needed', asksLevel: false },
  controlLimit: { each: WATCHED_EACH, hasWindow: false, threshold: 'none', asksLevel: false },
  target: { each: ['whole'], hasWindow: false, threshold: 'none', asksLevel: false },
  silence: { each: ['depot', 'operator'], hasWindow: false, threshold: 'none', asksLevel: true },
}

export type AlertRuleFault =
  | 'alert-what'
  | 'alert-name'
  | 'alert-each'
  | 'alert-window'
  | 'alert-threshold'
  | 'alert-count'
  | 'alert-level'
  | 'alert-weight'
  | 'alert-role'

const isFrom = (value: number | undefined, least: number): boolean =>
  value !== undefined && Number.isFinite(value) && value >= least

/** The first thing a rule lacks; null when it is whole. */
export function alertRuleFault(rule: AlertRuleFields, isBuiltIn: boolean): AlertRuleFault | null {
  const what = oneOf(ALERT_WHATS, rule.what)
  if (what === undefined) return 'alert-what'
  if (!isBuiltIn && (rule.name ?? '').trim() === '') return 'alert-name'
  const { each, hasWindow, threshold, asksLevel } = RULE_SHAPES[what]
  if (rule.each !== undefined && !isOneOf(each, rule.each)) return 'alert-each'
  const { least = 1, most = 730 } = alertRuleFields.windowDays.limits ?? {}
  if (hasWindow && !(Number.isInteger(rule.windowDays) && isFrom(rule.windowDays, least) && rule.windowDays! <= most))
    return 'alert-window'
  const hasThreshold = rule.threshold !== undefined
  if (threshold === 'needed' && !isFrom(rule.threshold, 0)) return 'alert-threshold'
  if (hasThreshold && threshold !== 'none' && !isFrom(rule.threshold, what === 'rate' ? 1e-9 : 0))
    return 'alert-threshold'
  if ((what === 'count' || what === 'recurrence') && hasThreshold)
    return Number.isInteger(rule.threshold) && isFrom(rule.threshold, what === 'count' ? 1 : 2)
      ? whoAndHow(rule)
      : 'alert-count'
  if (asksLevel && !(isFrom(rule.falsePerYear, 1e-6) && rule.falsePerYear! <= 52)) return 'alert-level'
  return whoAndHow(rule)
}

function whoAndHow(rule: AlertRuleFields): AlertRuleFault | null {
  if (!isOneOf(ALERT_WEIGHTS, rule.weight)) return 'alert-weight'
  return isOneOf(ROLES, rule.toRole) ? null : 'alert-role'
}

/** What every installation begins with. Their names are sentences (`i18n/alerts.ts`); a stored record of the same id replaces one. */
export const BUILT_IN_RULES = {
  safety: { what: 'count', each: 'whole', severity: '1', windowDays: 7, threshold: 1, weight: 'urgent', toRole: 'QAL' },
  silence: { what: 'silence', each: 'depot', falsePerYear: 0.5, weight: 'important', toRole: 'QAL' },
  recurrence: {
    what: 'recurrence',
    each: 'whole',
    windowDays: 90,
    falsePerYear: 1,
    weight: 'important',
    toRole: 'REL',
  },
  partRate: { what: 'rate', each: 'node', windowDays: 60, falsePerYear: 0.5, weight: 'important', toRole: 'REL' },
  depotRate: { what: 'rate', each: 'depot', windowDays: 60, falsePerYear: 0.5, weight: 'important', toRole: 'QAL' },
  month: { what: 'controlLimit', each: 'node', weight: 'important', toRole: 'REL' },
  target: { what: 'target', each: 'whole', weight: 'urgent', toRole: 'QAL' },
  overdue: { what: 'overdue', each: 'whole', threshold: 5, weight: 'notice', toRole: 'QAL' },
  age: { what: 'age', each: 'whole', threshold: 180, weight: 'notice', toRole: 'QAL' },
} as const satisfies Readonly<Record<string, AlertRuleFields>>
export type BuiltInRule = keyof typeof BUILT_IN_RULES

const PREFIX = 'built-in-'
export const builtInId = (name: BuiltInRule): string => `${PREFIX}${name}`
/** Which built-in rule an id names, if any. */
export const builtInOf = (id: string): BuiltInRule | undefined =>
  (Object.keys(BUILT_IN_RULES) as BuiltInRule[]).find((name) => builtInId(name) === id)

/** The fields of a built-in rule as a form begins with them. */
export const builtInFields = (name: BuiltInRule): AlertRuleFields => ({ ...BUILT_IN_RULES[name], active: true })

interface StoredRule extends AlertRuleFields {
  readonly id: string
  readonly deleted?: boolean
}

/** A rule as it is judged; null for one that is not whole, such as one of a later version of the program. */
export function asAlertRule(id: string, fields: AlertRuleFields): AlertRule | null {
  if (alertRuleFault(fields, builtInOf(id) !== undefined) !== null) return null
  const { bomNodeId, depotId, vehicleType, severity, threshold, falsePerYear } = fields
  const what = oneOf(ALERT_WHATS, fields.what) ?? 'count'
  const given = { bomNodeId, depotId, vehicleType, severity, threshold, falsePerYear }
  return {
    id,
    name: (fields.name ?? '').trim(),
    what,
    each: oneOf(WATCHED_EACH, fields.each) ?? RULE_SHAPES[what].each[0] ?? 'whole',
    windowDays: fields.windowDays ?? 0,
    weight: oneOf(ALERT_WEIGHTS, fields.weight) ?? 'notice',
    toRole: oneOf(ROLES, fields.toRole) ?? 'ADM',
    active: fields.active !== false,
    note: fields.note ?? '',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  }
}

/** All rules, switched on or off: the built-in ones in their order, changed or not, then those of the company by name. */
export function alertRules(stored: readonly StoredRule[]): readonly AlertRule[] {
  const own = new Map(stored.map((rule) => [rule.id, rule]))
  const builtIn = (Object.keys(BUILT_IN_RULES) as BuiltInRule[]).flatMap((name) => {
    const id = builtInId(name)
    const kept = own.get(id)
    return asAlertRule(id, kept === undefined || kept.deleted === true ? builtInFields(name) : kept) ?? []
  })
  const added = stored
    .filter(({ id, deleted }) => deleted !== true && builtInOf(id) === undefined)
    .flatMap((rule) => asAlertRule(rule.id, rule) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1))
  return [...builtIn, ...added]
}
