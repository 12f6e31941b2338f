/** Calls a meeting of the review board, or writes down one that was held. */
import { moment as momentField } from '../../domain/records/field'
import type { StoredRecord } from '../../domain/records/tables'
import { isUnread } from '../../domain/typedValue'
import { localMoment } from '../../i18n/format'
import { FieldInput } from '../../panels/FieldInput'
import { FormDialog } from '../../panels/FormDialog'
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { callMeeting } from '../../store/problemSigns'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly problem: StoredRecord<'problems'>
  readonly onClose: () => void
}

export function CallDialog({ problem, onClose }: Props) {
  const { t } = useText()
  const form = useForm({
    form: `call-meeting:${problem.id}`,
    record: { at: localMoment().slice(0, 16) },
    isNew: true,
    label: { title: t.boardCall, about: problem.no ?? '', href: `/problems/${problem.id}` },
  })
  return form === null ? null : <OpenCallDialog problem={problem} form={form} onClose={onClose} />
}

function OpenCallDialog({ problem, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const said = (name: string): string => {
    const value = form.valueOf(name)
    return typeof value === 'string' ? value : ''
  }
  const [at, question, minutes] = [said('at'), said('question').trim(), said('minutes').trim()]
  const members = [
    ...new Set(
      said('members')
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ]
  const refusal =
    at === '' && !isUnread(form.valueOf('at'))
      ? t.boardAt
      : members.length === 0
        ? t.boardMembersNeeded
        : question === ''
          ? t.boardQuestionNeeded
          : undefined
  const save = async (): Promise<boolean> =>
    (await command.run(() => callMeeting(problem.id, { at, members, question, minutes, signs: [] }, person))).ended ===
    'done'
  const atField = momentField(t.boardAt, t.boardAt)
  return (
    <FormDialog
      title={t.boardCall}
      form={form}
      fields={{ at: atField }}
      submit={t.save}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <FieldInput field={atField} value={form.valueOf('at')} onChange={(value) => form.set('at', value)} />
      <label className="field">
        <span className="field-label">{t.boardQuestion}</span>
        <input
          className="input"
          value={said('question')}
          onChange={(event) => form.set('question', event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{t.boardMembers}</span>
        <textarea
          className="input"
          rows={3}
          value={said('members')}
          onChange={(event) => form.set('members', event.target.value)}
        />
        <span className="small muted">{t.boardMembersHint}</span>
      </label>
      <label className="field">
        <span className="field-label">{t.boardMinutes}</span>
        <textarea
          className="input"
          rows={3}
          value={said('minutes')}
          onChange={(event) => form.set('minutes', event.target.value)}
        />
      </label>
    </FormDialog>
  )
}
