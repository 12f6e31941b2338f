/** The rules of alerts: what each watches, how often it speaks, how useful it has been; changed and switched off with a reason. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { builtInOf, RULE_SHAPES, type AlertRule } from '../../domain/alerts/alertRule'
import { formatCount, formatEntered, formatFigure } from '../../i18n/format'
import { ruleName, subjectName } from '../../panels/alerts/alertInWords'
import { WeightMark } from '../../panels/alerts/WeightMark'
import { CommandButton } from '../../panels/CommandButton'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { useChoiceLabel } from '../../panels/alerts/useChoiceLabel'
import { useCodes } from '../../panels/useCodes'
import { useSayDone } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { endAlertRule, historyOfAlertRules, saveAlertRule, storedAlertRules } from '../../store/alerts'
import { useText } from '../../ui/LanguageContext'
import type { RuleView } from '../../workers/alertAnswers'
import { RuleDialog } from './RuleDialog'
import { RuleHistory } from './RuleHistory'

type Open =
  | { readonly does: 'edit'; readonly rule: AlertRule | null }
  | { readonly does: 'switch' | 'end'; readonly rule: AlertRule }

export function RuleList({ rules }: { readonly rules: readonly RuleView[] }) {
  const { t, language } = useText()
  const [open, setOpen] = useState<Open | null>(null)
  const stored = useLiveQuery(
    async () => ({ rules: await storedAlertRules(), history: await historyOfAlertRules() }),
    [],
  )
  const total = rules.reduce((sum, { rule, outlook }) => sum + (rule.active ? (outlook.perYear ?? 0) : 0), 0)
  const isStored = (id: string): boolean => stored?.rules.some((rule) => rule.id === id) === true
  return (
    <div className="stack">
      <p className="muted">{t.alertRulesLead}</p>
      <div className="spread">
        <strong>{t.alertRulesTotal(formatFigure(Number(total.toPrecision(2)), language))}</strong>
        <CommandButton command="save-alert-rule" onPress={() => setOpen({ does: 'edit', rule: null })}>
          {t.alertRulesAdd}
        </CommandButton>
      </div>
      <div className="alert-list">
        {rules.map((view) => (
          <RuleCard key={view.rule.id} view={view} isStored={isStored(view.rule.id)} onOpen={setOpen} />
        ))}
      </div>
      <RuleHistory history={stored?.history ?? []} />
      {open?.does === 'edit' ? <RuleDialog rule={open.rule} onClose={() => setOpen(null)} /> : null}
      {open?.does === 'switch' ? <SwitchDialog rule={open.rule} onClose={() => setOpen(null)} /> : null}
      {open?.does === 'end' ? <EndDialog rule={open.rule} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}

interface CardProps {
  readonly view: RuleView
  /** It differs from what the program ships with, or is the company's own. */
  readonly isStored: boolean
  readonly onOpen: (open: Open) => void
}

function RuleCard({ view, isStored, onOpen }: CardProps) {
  const { t } = useText()
  const { rule, use } = view
  const isBuiltIn = builtInOf(rule.id) !== undefined
  return (
    <article className={rule.active ? 'card card-pad alert-card' : 'card card-pad alert-card rule-off'}>
      <div className="spread">
        <header className="row">
          <WeightMark weight={rule.weight} />
          <h2>{ruleName(rule, t)}</h2>
          {rule.active ? null : <span className="tag alert-state">{t.alertRulesOff}</span>}
        </header>
        <div className="row rule-doors">
          <CommandButton command="save-alert-rule" onPress={() => onOpen({ does: 'edit', rule })}>
            {t.alertRulesEdit}
          </CommandButton>
          <CommandButton command="save-alert-rule" onPress={() => onOpen({ does: 'switch', rule })}>
            {rule.active ? t.alertRulesSwitchOff : t.alertRulesSwitchOn}
          </CommandButton>
          {isStored ? (
            <CommandButton command="end-alert-rule" isQuiet onPress={() => onOpen({ does: 'end', rule })}>
              {isBuiltIn ? t.alertRulesReset : t.alertRulesDelete}
            </CommandButton>
          ) : null}
        </div>
      </div>
      <p>{t.alertWhy(rule.what)}</p>
      <p className="small">
        <RuleNumbers view={view} />
      </p>
      <RuleOutlookLine view={view} />
      <p className="small muted">
        <RuleUseWords use={use} />
      </p>
      {use.isProposedOff && rule.active ? <p className="note warn small">{t.alertRulesProposedOff}</p> : null}
    </article>
  )
}

/** Scope, window, threshold and level in words. */
function RuleNumbers({ view: { rule, scope } }: Pick<CardProps, 'view'>) {
  const { t, language } = useText()
  const { label } = useCodes()
  const choice = useChoiceLabel()
  const { hasWindow, asksLevel } = RULE_SHAPES[rule.what]
  const only = [subjectName(scope, t), label('CL-SEV', rule.severity)].filter((part) => part !== '').join(' · ')
  return [
    choice('each', rule.each),
    only === '' ? '' : t.alertRulesOnly(only),
    hasWindow ? t.alertRulesWindow(formatCount(rule.windowDays, language)) : '',
    rule.threshold === undefined ? '' : t.alertRulesThreshold(rule.what, formatEntered(rule.threshold, language)),
    asksLevel && rule.falsePerYear !== undefined && (rule.what === 'rate' || rule.threshold === undefined)
      ? t.alertRulesLevel(formatEntered(rule.falsePerYear, language))
      : '',
    t.alertsForRole(t.roleName(rule.toRole)),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function RuleOutlookLine({ view: { rule, outlook } }: Pick<CardProps, 'view'>) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  const { now, past, pastDays, perYear, among } = outlook
  const byChance =
    rule.what === 'age' || rule.what === 'overdue'
      ? t.alertRulesPerYearNone
      : perYear === null
        ? t.alertRulesPerYearUnknown
        : t.alertRulesPerYear(formatFigure(Number(perYear.toPrecision(2)), language))
  return (
    <p className="small">
      <strong>
        {past === null
          ? t.alertRulesOutlookNoPast(count(now))
          : t.alertRulesOutlook(count(now), count(past), count(pastDays))}
      </strong>
      {t.semicolon}
      {byChance}
      {among > 1 ? `${t.semicolon}${t.alertRulesAmong(count(among))}` : ''}
    </p>
  )
}

function RuleUseWords({ use }: { readonly use: RuleView['use'] }) {
  const { t, language } = useText()
  if (use.raised === 0) return t.alertRulesNeverRaised
  const count = (value: number): string => formatCount(value, language)
  return t.alertRulesUse(
    count(use.raised),
    count(use.taken),
    count(use.useful),
    count(use.falseAlarms),
    count(use.untouched),
  )
}

interface DialogProps {
  readonly rule: AlertRule
  readonly onClose: () => void
}

function SwitchDialog({ rule, onClose }: DialogProps) {
  const { t } = useText()
  const person = usePerson()
  const sayDone = useSayDone()
  const does = rule.active ? t.alertRulesSwitchOff : t.alertRulesSwitchOn
  return (
    <ReasonDialog
      title={`${does}${t.colon}${ruleName(rule, t)}`}
      question={t.alertRulesSwitchWhy}
      form={`alert-rule:switch:${rule.id}`}
      label={{ about: ruleName(rule, t), href: '/alerts?view=rules' }}
      submit={does}
      run={(why) => saveAlertRule(rule.id, { active: !rule.active }, person, { why })}
      onDone={(change) => sayDone(t.alertRulesEnded, change)}
      onClose={onClose}
    />
  )
}

function EndDialog({ rule, onClose }: DialogProps) {
  const { t } = useText()
  const person = usePerson()
  const sayDone = useSayDone()
  const does = builtInOf(rule.id) === undefined ? t.alertRulesDelete : t.alertRulesReset
  return (
    <ReasonDialog
      title={`${does}${t.colon}${ruleName(rule, t)}`}
      question={t.alertRulesSwitchWhy}
      form={`alert-rule:end:${rule.id}`}
      label={{ about: ruleName(rule, t), href: '/alerts?view=rules' }}
      submit={does}
      isDangerous
      run={(why) => endAlertRule(rule.id, person, why)}
      onDone={(change) => sayDone(t.alertRulesEnded, change)}
      onClose={onClose}
    />
  )
}
