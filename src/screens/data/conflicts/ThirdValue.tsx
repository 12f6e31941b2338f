/** Writes a value that neither device had, with the input the field has everywhere. */
import { useId } from 'react'
import type { Dispute } from '../../../domain/conflicts'
import { isMasterTable } from '../../../domain/masterData'
import type { Field, Json } from '../../../domain/records/field'
import { ChangeReason, reasonIn } from '../../../panels/ChangeReason'
import { FieldInput } from '../../../panels/FieldInput'
import { FormDialog } from '../../../panels/FormDialog'
import { kindOfField } from '../../../panels/masterWords'
import { NodeField } from '../../../panels/NodeField'
import { RefField } from '../../../panels/RefField'
import { useCommand } from '../../../panels/useCommand'
import { conflictsHref } from '../../../panels/useConflicts'
import { useForm, type Form } from '../../../panels/useForm'
import { usePerson } from '../../../panels/usePerson'
import { settleConflicts } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'
import type { FieldProps } from './ConflictCard'
import { asksWhy, settlementOf } from './useSettling'

interface Props extends FieldProps {
  readonly dispute: Dispute
  readonly field: Field
  readonly name: string
  readonly onClose: () => void
}

/** Structures have editors of their own, on the pages of their records, and not every record can be picked. */
export const canWriteAnother = ({ kind, to = '' }: Field): boolean =>
  kind !== 'structure' && (kind !== 'ref' || isMasterTable(to))

/** Beyond so many letters in one of the values, the input is as high as a text. */
const LONG = 40

export function ThirdValue(props: Props) {
  const { found, dispute, name, recordName } = props
  const { t } = useText()
  const form = useForm({
    form: `conflict:${found.table}:${found.id}:${dispute.field}`,
    record: found.record,
    label: {
      title: t.conflictsThirdTitle(name),
      about: recordName,
      href: conflictsHref(found.table, found.id),
    },
  })
  return form === null ? null : <OpenThirdValue {...props} form={form} />
}

function OpenThirdValue({ found, dispute, field, name, settling, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const { valueOf, changed } = form
  const value = (valueOf(dispute.field) ?? null) as Json
  const isAsked = asksWhy(found, dispute.field, value)
  const why = reasonIn(form).trim()
  const refusal = changed.length === 0 ? t.conflictsThirdSame : isAsked && why === '' ? t.conflictsWhyNeeded : undefined
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => settleConflicts([settlementOf(found, dispute, value)], person, why))
    if (end.ended !== 'done') return false
    settling.sayDone(end.value)
    return true
  }
  return (
    <FormDialog
      title={t.conflictsThirdTitle(name)}
      form={form}
      fields={{ [dispute.field]: field }}
      submit={t.save}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <ValueInput
        field={field}
        name={dispute.field}
        value={valueOf(dispute.field)}
        isLong={dispute.sides.some((side) => typeof side.value === 'string' && side.value.length > LONG)}
        onChange={(next) => form.set(dispute.field, next)}
      />
      {isAsked ? <ChangeReason form={form} isClosed={found.isClosed} /> : null}
    </FormDialog>
  )
}

interface InputProps {
  readonly field: Field
  readonly name: string
  readonly value: unknown
  readonly isLong: boolean
  readonly onChange: (value: unknown) => void
}

function ValueInput({ field, name, value, isLong, onChange }: InputProps) {
  const id = useId()
  const { to = '' } = field
  if (field.kind === 'ref' && to === 'bomNodes')
    return <NodeField field={field} id={id} value={value} onChange={onChange} />
  if (field.kind === 'ref' && isMasterTable(to))
    return <RefField table={to} field={field} id={id} value={value} kind={kindOfField(name)} onChange={onChange} />
  return <FieldInput field={field} id={id} value={value} multiline={isLong} onChange={onChange} />
}
