/** Ends a record on a day, or takes an ended one into use again; both with a reason. */
import { useId } from 'react'
import type { MasterTable } from '../../domain/masterData'
import { isUnread } from '../../domain/typedValue'
import { localMoment } from '../../i18n/format'
import { DateInput } from '../../panels/DateInput'
import { FormDialog } from '../../panels/FormDialog'
import { masterHref } from '../../panels/masterWords'
import { ReasonField, reasonOf } from '../../panels/ReasonField'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { endMaster, resumeMaster } from '../../store/masterRecords'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly table: MasterTable
  readonly id: string
  readonly name: string
  readonly ended: boolean
  readonly onClose: () => void
}

export function EndDialog(props: Props) {
  const { t } = useText()
  const title = props.ended ? t.masterResumeTitle(props.name) : t.masterEndTitle(props.name)
  const form = useForm({
    form: `master-end:${props.table}:${props.id}`,
    record: { on: localMoment().slice(0, 10) },
    isNew: true,
    label: { title, about: props.name, href: masterHref(props.table, props.id) },
  })
  return form === null ? null : <OpenEndDialog {...props} form={form} title={title} />
}

function OpenEndDialog({
  table,
  id,
  ended,
  form,
  title,
  onClose,
}: Props & { readonly form: Form; readonly title: string }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const dayId = useId()
  const on = form.valueOf('on')
  const why = reasonOf(form)
  const hasDay = !ended && table !== 'products' && table !== 'parties'
  const day = isUnread(on) ? '' : String(on ?? '')
  const refusal = hasDay && day.length < 10 ? t.masterEndDay : why === '' ? t.reasonNeeded : undefined
  const save = async (): Promise<boolean> => {
    const end = await command.run(() =>
      ended ? resumeMaster(table, id, person, why) : endMaster(table, id, day, person, why),
    )
    if (end.ended !== 'done') return false
    sayDone(ended ? t.masterResumed : t.masterEndedDone, end.value)
    return true
  }
  return (
    <FormDialog
      title={title}
      form={form}
      submit={ended ? t.masterResume : table === 'trains' ? t.masterRetire : t.masterEnd}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      {ended ? null : <p className="small muted">{table === 'trains' ? t.masterRetireHint : t.masterEndHint}</p>}
      {hasDay ? (
        <div className="field">
          <label className="field-label" htmlFor={dayId}>
            {t.masterEndOn}
          </label>
          <DateInput id={dayId} kind="date" value={on} onChange={(value) => form.set('on', value)} />
        </div>
      ) : null}
      <ReasonField form={form} label={t.masterEndReason} />
    </FormDialog>
  )
}
