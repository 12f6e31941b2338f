/**
 * Decides the selected failures together. Before anything is written it says how many change, and of each that a gate
 * stops, which and why; the others are one change with one undo.
 */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useDeferredValue } from 'react'
import { Link } from 'wouter'
import type { CompanyFields } from '../../domain/companyFields'
import { failureFields } from '../../domain/records/failure'
import { choice, choices, type Field, type Fields } from '../../domain/records/field'
import {
  BULK_STATES,
  bulkLack,
  type BulkDecision,
  type BulkRow,
  type BulkStop,
} from '../../domain/workflow/bulkDecision'
import { formatCount, localMoment } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { FieldInput } from '../../panels/FieldInput'
import { FormDialog } from '../../panels/FormDialog'
import { itemsInWords } from '../../panels/itemInWords'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { decideInBulk, planBulk } from '../../store/bulkDecisions'
import { useText } from '../../ui/LanguageContext'
import { useCompanyFields } from '../../panels/useCompanyFields'
import '../../panels/recordDialog.css'

interface Props {
  readonly ids: readonly string[]
  readonly onDone: () => void
  readonly onClose: () => void
}

const NAMES = ['owner', 'path', 'chargeable', 'responsibleText', 'relevance', 'relevanceReason'] as const
const SHOWN_STOPS = 50

export function BulkDialog(props: Props) {
  const { t } = useText()
  const form = useForm({
    form: 'decide-in-bulk',
    record: {},
    isNew: true,
    label: { title: t.bulkOpen, href: '/failures' },
  })
  return form === null ? null : <OpenDialog {...props} form={form} />
}

/** What was chosen; what was left alone is not decided. */
const decisionIn = (form: Form): BulkDecision =>
  Object.fromEntries(
    ['state', ...NAMES].flatMap((name) => {
      const value = form.valueOf(name)
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : []
    }),
  )

function OpenDialog({ ids, onDone, onClose, form }: Props & { readonly form: Form }) {
  const { t, language } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const decision = decisionIn(form)
  const asked = useDeferredValue(JSON.stringify(decision))
  const now = localMoment().slice(0, 16)
  const lack = bulkLack(decision)
  const rows = useLiveQuery(
    async () =>
      lack === null
        ? { asked, rows: await planBulk(ids, JSON.parse(asked) as BulkDecision, person, now, SHOWN_STOPS) }
        : null,
    [asked, lack, ids.join()],
  )
  const plan = rows !== undefined && rows !== null && rows.asked === JSON.stringify(decision) ? rows.rows : null
  const changes = plan?.filter(({ fields }) => Object.keys(fields).length > 0).length ?? 0
  const why = String(form.valueOf('why') ?? '')
  const refusal = useRefusal({ lack, plan, changes, why })
  const submit = async (): Promise<boolean> => {
    const end = await command.run(() => decideInBulk(ids, decision, person, now, why))
    if (end.ended !== 'done') return false
    sayDone(t.bulkDone(formatCount(end.value?.edits.length ?? 0, language)), end.value)
    onDone()
    return true
  }
  const fields = useFields()
  return (
    <FormDialog
      title={t.bulkTitle(formatCount(ids.length, language))}
      form={form}
      fields={fields}
      submit={t.bulkSubmit(formatCount(changes, language))}
      refusal={refusal}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="small muted">{t.bulkKeep}</p>
      <div className="form-grid">
        {Object.entries(fields).map(([name, field]) => (
          <FieldInput
            key={name}
            id={`bulk-${name}`}
            field={field}
            value={form.valueOf(name)}
            onChange={(value) => form.set(name, value)}
          />
        ))}
      </div>
      <label className="field">
        <span className="field-label is-required">{t.bulkWhy}</span>
        <textarea className="input" rows={2} value={why} onChange={(event) => form.set('why', event.target.value)} />
      </label>
      {lack !== null ? null : plan === null ? <p className="muted">{t.bulkPlanning}</p> : <Planned plan={plan} />}
    </FormDialog>
  )
}

/** The state of old rows first, which needs no gate; then what every failure can be given. */
function useFields(): Fields {
  const { t } = useText()
  const states: Field = choice(
    choices(...BULK_STATES.map((state) => `${state}:${t.bulkStateName(state)}:${t.bulkStateName(state)}`)),
    t.bulkState,
    t.bulkState,
  )
  return { state: states, ...Object.fromEntries(NAMES.map((name) => [name, failureFields[name]])) }
}

interface Standing {
  readonly lack: ReturnType<typeof bulkLack>
  readonly plan: readonly BulkRow[] | null
  readonly changes: number
  readonly why: string
}

function useRefusal({ lack, plan, changes, why }: Standing): string | undefined {
  const { t } = useText()
  if (lack === 'nothing') return t.bulkNothing
  if (lack === 'reason-of-relevance') return t.bulkReasonOfRelevance
  if (plan === null) return t.bulkPlanning
  if (changes === 0) return t.bulkNoneLeft
  return why.trim() === '' ? t.bulkWhyNeeded : undefined
}

function stopInWords(stop: BulkStop, t: Messages, language: Language, company: CompanyFields): string {
  switch (stop.kind) {
    case 'closed':
      return t.bulkStopClosed
    case 'aside':
      return t.bulkStopAside
    case 'path': {
      const name = failureFields.path.choices?.find(({ value }) => value === stop.path)?.[language]
      return t.bulkStopPath(name ?? stop.path)
    }
    case 'way': {
      if (stop.step === null) return t.bulkStopEnd
      const next = t.bulkStopWay(t.stepName(stop.step), stop.roles.map(t.roleName).join(t.listComma))
      return stop.missing.length === 0
        ? next
        : `${next}${t.semicolon}${itemsInWords(stop.missing, t, language, company)}`
    }
  }
}

/** How many change, and each that is stopped with what stops it. */
function Planned({ plan }: { readonly plan: readonly BulkRow[] }) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const stopped = plan.filter(({ stops }) => stops.length > 0)
  const changes = plan.filter(({ fields }) => Object.keys(fields).length > 0).length
  const count = (value: number): string => formatCount(value, language)
  return (
    <section className="stack">
      <p role="status">
        <strong>
          {t.bulkPlanned(count(changes), count(plan.length - changes - stopped.length), count(stopped.length))}
        </strong>
      </p>
      {stopped.length === 0 ? null : (
        <table className="table">
          <caption className="small muted">{t.bulkStopped}</caption>
          <tbody>
            {stopped.slice(0, SHOWN_STOPS).map(({ id, no, stops }) => (
              <tr key={id}>
                <th scope="row" className="mono">
                  <Link href={`/failures/${id}`}>{no === '' ? t.noNumber : no}</Link>
                </th>
                <td>{stops.map((stop) => stopInWords(stop, t, language, company)).join(t.semicolon)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {stopped.length <= SHOWN_STOPS ? null : (
        <p className="small muted">{t.bulkStoppedMore(count(stopped.length - SHOWN_STOPS))}</p>
      )}
    </section>
  )
}
