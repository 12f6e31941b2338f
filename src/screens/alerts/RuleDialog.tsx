/** A rule being written: what it watches and, while it is typed, what it would do now, would have done, and does by chance. */
import { useDeferredValue, useId } from 'react'
import {
  ALERT_WHATS,
  alertRuleFault,
  builtInOf,
  RULE_SHAPES,
  type AlertRule,
  type AlertWhat,
} from '../../domain/alerts/alertRule'
import { oneOf } from '../../domain/closedSet'
import { alertRuleFields, type AlertRuleFields } from '../../domain/records/alertRule'
import type { Field } from '../../domain/records/field'
import { isUnread } from '../../domain/typedValue'
import { formatCount, formatFigure, localMoment } from '../../i18n/format'
import { ruleName, subjectName } from '../../panels/alerts/alertInWords'
import { ChangeReason, reasonIn } from '../../panels/ChangeReason'
import { FieldInput } from '../../panels/FieldInput'
import { FormDialog } from '../../panels/FormDialog'
import { NodeField } from '../../panels/NodeField'
import { RefField } from '../../panels/RefField'
import { RoleChoice } from '../../panels/RoleChoice'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useEngine } from '../../panels/useEngine'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { saveAlertRule } from '../../store/alerts'
import { newId } from '../../store/newId'
import { useText } from '../../ui/LanguageContext'

interface Props {
  /** null: a new one. */
  readonly rule: AlertRule | null
  readonly onClose: () => void
}

/** What a new rule begins with: a question many have. */
const NEW: AlertRuleFields = {
  what: 'count',
  each: 'node',
  windowDays: 30,
  falsePerYear: 0.5,
  weight: 'important',
  active: true,
}

export function RuleDialog({ rule, onClose }: Props) {
  const { t } = useText()
  const form = useForm({
    form: `alert-rule:${rule?.id ?? 'new'}`,
    record: rule ?? NEW,
    isNew: rule === null,
    label: { title: t.alertsTabRules, about: rule === null ? '' : ruleName(rule, t), href: '/alerts?view=rules' },
  })
  return form === null ? null : <OpenRuleDialog rule={rule} form={form} onClose={onClose} />
}

/** Values that can be read; what cannot be says nothing yet. */
const fieldsIn = (form: Form): AlertRuleFields =>
  Object.fromEntries(
    Object.keys(alertRuleFields).flatMap((name) => {
      const value = form.valueOf(name)
      return value === undefined || value === null || value === '' || isUnread(value) ? [] : [[name, value]]
    }),
  )

function OpenRuleDialog({ rule, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const id = rule?.id ?? ''
  const isBuiltIn = builtInOf(id) !== undefined
  const fields = fieldsIn(form)
  const fault = alertRuleFault(fields, isBuiltIn)
  const why = reasonIn(form).trim()
  const refusal =
    fault !== null
      ? t.alertFault(fault)
      : rule !== null && form.changed.length === 0
        ? t.editNothing
        : rule !== null && why === ''
          ? t.editWhyNeeded
          : undefined
  const save = async (): Promise<boolean> => {
    const end = await command.run(() =>
      saveAlertRule(rule?.id ?? newId(), form.patch() as AlertRuleFields, person, { why, seen: form.seen }),
    )
    if (end.ended !== 'done') return false
    sayDone(t.alertRulesSaved, end.value)
    return true
  }
  return (
    <FormDialog
      title={rule === null ? t.alertRulesAdd : `${t.alertRulesEdit}${t.colon}${ruleName(rule, t)}`}
      form={form}
      fields={alertRuleFields}
      submit={t.save}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <RuleFields form={form} isBuiltIn={isBuiltIn} />
      <Preview id={id} fields={fields} isWhole={fault === null} />
      {rule === null ? null : <ChangeReason form={form} isClosed={false} />}
    </FormDialog>
  )
}

function RuleFields({ form, isBuiltIn }: { readonly form: Form; readonly isBuiltIn: boolean }) {
  const { t, language } = useText()
  const id = useId()
  const what: AlertWhat = oneOf(ALERT_WHATS, form.valueOf('what')) ?? 'count'
  const { each, hasWindow, threshold, asksLevel } = RULE_SHAPES[what]
  const input = (name: keyof typeof alertRuleFields, field: Field = alertRuleFields[name], required = false) => (
    <FieldInput
      field={field}
      id={`${id}-${name}`}
      value={form.valueOf(name)}
      onChange={(value) => form.set(name, value)}
      required={required}
      multiline={name === 'note'}
    />
  )
  const eachField = {
    ...alertRuleFields.each,
    choices: alertRuleFields.each.choices?.filter(({ value }) => (each as readonly string[]).includes(value)) ?? [],
  }
  const thresholdField = {
    ...alertRuleFields.threshold,
    zh: t.alertRulesThresholdLabel(what),
    en: t.alertRulesThresholdLabel(what),
  }
  return (
    <>
      <div className="form-grid">
        {input('name', alertRuleFields.name, !isBuiltIn)}
        <FieldInput
          field={alertRuleFields.what}
          id={`${id}-what`}
          value={what}
          required
          // What another kind cannot be split by is left behind with it.
          onChange={(value) =>
            form.change({ what: value, each: RULE_SHAPES[oneOf(ALERT_WHATS, value) ?? 'count'].each[0] })
          }
        />
        <p className="wide small muted">{t.alertWhy(what)}</p>
        {each.length > 1 ? input('each', eachField) : null}
        {hasWindow ? input('windowDays', alertRuleFields.windowDays, true) : null}
        {threshold === 'none' ? null : input('threshold', thresholdField, threshold === 'needed')}
        {asksLevel ? input('falsePerYear') : null}
        {what === 'target' || what === 'silence' ? null : (
          <>
            <NodeField
              field={alertRuleFields.bomNodeId}
              id={`${id}-bomNodeId`}
              value={form.valueOf('bomNodeId')}
              onChange={(value) => form.set('bomNodeId', value)}
            />
            <RefField
              table="parties"
              field={alertRuleFields.depotId}
              id={`${id}-depotId`}
              value={form.valueOf('depotId')}
              kind="depot"
              canAdd={false}
              onChange={(value) => form.set('depotId', value)}
            />
            <VehicleTypeChoice form={form} id={`${id}-vehicleType`} label={alertRuleFields.vehicleType[language]} />
            {input('severity')}
          </>
        )}
        {input('weight', alertRuleFields.weight, true)}
        <RoleChoice
          id={`${id}-toRole`}
          label={alertRuleFields.toRole[language]}
          value={form.valueOf('toRole')}
          onChange={(value) => form.set('toRole', value)}
        />
        <div className="wide">{input('note')}</div>
      </div>
    </>
  )
}

function VehicleTypeChoice({ form, id, label }: { readonly form: Form; readonly id: string; readonly label: string }) {
  const { t, language } = useText()
  const { answer } = useEngine(`alert-rule-types|${language}`, (engine) => engine.fleetChoices(language))
  const value = form.valueOf('vehicleType')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => form.set('vehicleType', event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{t.all}</option>
        {(answer?.vehicleTypes ?? []).map((type) => (
          <option key={type} value={type}>
            {type}
          </option>
        ))}
      </select>
    </div>
  )
}

interface PreviewProps {
  readonly id: string
  readonly fields: AlertRuleFields
  readonly isWhole: boolean
}

/** What the rule would do with the records of today. */
function Preview({ id, fields, isWhole }: PreviewProps) {
  const { t, language } = useText()
  // Names and notes change nothing that is worked out.
  const { name: _name, note: _note, active: _active, ...judged } = fields
  const asked = useDeferredValue(JSON.stringify(judged))
  const key = isWhole ? `alert-preview|${language}|${asked}` : null
  const { answer, isOld } = useEngine(key, (engine) =>
    engine.alertPreview(
      id,
      { name: '—', ...(JSON.parse(asked) as AlertRuleFields) },
      localMoment().slice(0, 16),
      language,
    ),
  )
  if (!isWhole) return null
  const count = (value: number): string => formatCount(value, language)
  return (
    <section className="note alert-preview" aria-live="polite" aria-busy={isOld}>
      <strong>{t.alertRulesPreview}</strong>
      {answer === null ? (
        <p>{t.alertRulesPreviewWait}</p>
      ) : (
        <ul className="plain-list">
          <li>
            {t.alertRulesPreviewNow(count(answer.now))}
            {answer.first.length === 0
              ? ''
              : `${t.colon}${answer.first.map((parts) => subjectName(parts, t)).join(t.listComma)}${
                  answer.now > answer.first.length ? ` ${t.alertRulesPreviewMore}` : ''
                }`}
          </li>
          {answer.past === null ? null : <li>{t.alertRulesPreviewPast(count(answer.past), count(answer.pastDays))}</li>}
          <li>
            {fields.what === 'age' || fields.what === 'overdue'
              ? t.alertRulesPerYearNone
              : answer.perYear === null
                ? t.alertRulesPerYearUnknown
                : t.alertRulesPerYear(formatFigure(Number(answer.perYear.toPrecision(2)), language))}
            {answer.among > 1 ? `${t.semicolon}${t.alertRulesAmong(count(answer.among))}` : ''}
          </li>
        </ul>
      )}
    </section>
  )
}
