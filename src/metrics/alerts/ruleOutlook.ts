/** What a rule says of the records: now, of the past two years, and by chance. */
import type { AlertRule, AlertWhat } from '../../domain/alerts/alertRule'
import type { AlertGround } from './alertGround'
import type { ClearedOn, RuleOutlook } from './alertSignal'
import { controlLimitOutlook } from './controlLimitRule'
import { ageOutlook, overdueOutlook } from './openRules'
import { silenceOutlook } from './silenceRule'
import { targetOutlook } from './targetRule'
import { windowOutlook } from './windowRules'

type Outlook = (ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn) => RuleOutlook

const OUTLOOKS: Readonly<Record<AlertWhat, Outlook>> = {
  count: windowOutlook,
  rate: windowOutlook,
  recurrence: windowOutlook,
  age: ageOutlook,
  overdue: overdueOutlook,
  controlLimit: controlLimitOutlook,
  target: targetOutlook,
  silence: silenceOutlook,
}

const NEVER: ClearedOn = () => Number.NEGATIVE_INFINITY

export const ruleOutlook = (ground: AlertGround, rule: AlertRule, clearedOn: ClearedOn = NEVER): RuleOutlook =>
  OUTLOOKS[rule.what](ground, rule, clearedOn)
