/** Records the next step of a part that came off. */
import { CUSTODY_KINDS, custodyOf, custodyRefusal, type CustodyKind, type CustodyStep } from '../domain/custody'
import { text as textField, moment as momentField } from '../domain/records/field'
import { isUnread } from '../domain/typedValue'
import { localMoment } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import { recordCustody, type Removal } from '../store/replacements'
import { useText } from '../ui/LanguageContext'
import { useRefusalText } from './custodyRefusalText'
import { FieldInput } from './FieldInput'
import { FormDialog } from './FormDialog'
import { usePerson } from './usePerson'
import { useCommand, useSayDone } from './useCommand'
import { useForm, type Form } from './useForm'

interface Props {
  readonly removal: Removal
  readonly onClose: () => void
}

export function CustodyDialog({ removal, onClose }: Props) {
  const { t } = useText()
  const { line } = removal
  const form = useForm({
    form: `custody:${line.id}`,
    record: {
      kind: custodyOf(line).length === 0 ? 'handedOver' : 'sentToRepair',
      at: localMoment().slice(0, 16),
      from: custodyOf(line).at(-1)?.to ?? '',
    },
    isNew: true,
    label: {
      title: t.custodyAdd,
      about: line.removedSerial ?? line.tagNo ?? '',
      href: `/failures/${line.failureId ?? ''}?edit=replacements:${line.id}:custody`,
    },
  })
  return form === null ? null : <OpenCustodyDialog removal={removal} form={form} onClose={onClose} />
}

/** The step as it stands in the form. */
function stepIn(form: Form, by: string): CustodyStep {
  const said = (name: string): string => {
    const value = form.valueOf(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    kind: said('kind') as CustodyKind,
    at: said('at'),
    from: said('from'),
    to: said('to'),
    doc: said('doc'),
    note: said('note'),
    by,
  }
}

const fieldsIn = (t: Messages) => ({
  at: momentField(t.custodyAt, t.custodyAt),
  from: textField(t.custodyFrom, t.custodyFrom),
  to: textField(t.custodyTo, t.custodyTo),
  doc: textField(t.custodyDoc, t.custodyDoc),
  note: textField(t.custodyNote, t.custodyNote),
})

function OpenCustodyDialog({ removal, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const refusalText = useRefusalText()
  const fields = fieldsIn(t)
  const step = stepIn(form, person.name)
  const refused = custodyRefusal({ ...removal.line, removedAt: removal.removedAt }, step, person.role)
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => recordCustody(removal.line.id, step, person))
    if (end.ended !== 'done') return false
    sayDone(t.editSaved, end.value)
    return true
  }
  return (
    <FormDialog
      title={t.custodyAdd}
      form={form}
      fields={fields}
      submit={t.save}
      refusal={refused === null || isUnread(form.valueOf('at')) ? undefined : refusalText(refused)}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{t.custodyStep}</span>
        <select className="input" value={step.kind} onChange={(event) => form.set('kind', event.target.value)}>
          {CUSTODY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.custodyKind(kind)}
            </option>
          ))}
        </select>
      </label>
      {(['at', 'from', 'to', 'doc', 'note'] as const).map((name) => (
        <FieldInput
          key={name}
          field={fields[name]}
          value={form.valueOf(name)}
          onChange={(value) => form.set(name, value)}
          multiline={name === 'note'}
        />
      ))}
    </FormDialog>
  )
}
