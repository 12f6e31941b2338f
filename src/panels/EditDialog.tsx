/** Editing a failure. A field that moves a figure needs a reason; everything is one change with one undo. */
import { useId, type ReactNode } from 'react'
import { needsReason } from '../domain/kpiFields'
import { recordFaults } from '../domain/recordFaults'
import { failureFields, type Failure } from '../domain/records/failure'
import type { Field } from '../domain/records/field'
import type { StoredRecord } from '../domain/records/tables'
import { isClosedFailure } from '../domain/workflow/closedRecords'
import { editFailure } from '../store/failures'
import { useText } from '../ui/LanguageContext'
import { ChangeReason, reasonIn } from './ChangeReason'
import { CompanyFieldInputs } from './CompanyFieldInputs'
import { useFieldsOf } from './useCompanyFields'
import { FACT_GROUPS } from './FailureFacts'
import { FieldInput } from './FieldInput'
import { FormDialog } from './FormDialog'
import { NodeField } from './NodeField'
import { NodePicker } from './NodePicker'
import { OdometerCheck, useOdometerDoubt } from './OdometerCheck'
import { TrainPicker } from './TrainPicker'
import { usePerson } from './usePerson'
import { useCommand, useSayDone } from './useCommand'
import { useForm, type Form } from './useForm'

const NOT_EDITED = new Set<keyof Failure>([
  'occurredAtText',
  'trainText',
  'nodeText',
  'partNoText',
  'systemText',
  'reportedAt',
  'closedAt',
  'closedBy',
  'customerId',
  'depotId',
  'lineId',
  'state',
  'failureClass',
  'closeCode',
])
const WIDE = new Set<keyof Failure>(['description', 'remark', 'environment'])
/** The reading somebody looked at again after being told that the records say otherwise. */
const CHECKED = '#odometerChecked'

interface Props {
  readonly failure: StoredRecord<'failures'>
  readonly onClose: () => void
}

export function EditDialog({ failure, onClose }: Props) {
  const { t } = useText()
  const form = useForm({
    form: `failures:${failure.id}`,
    record: failure,
    label: {
      title: t.editFailure,
      about: failure.no ?? '',
      href: `/failures/${failure.id}?edit=failures:${failure.id}`,
    },
  })
  return form === null ? null : <OpenEditDialog failure={failure} form={form} onClose={onClose} />
}

function OpenEditDialog({ failure, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const why = reasonIn(form)
  const fields = useFieldsOf('failures')
  const id = useId()
  const doubt = useOdometerDoubt(form.values, failure.id)
  const isDoubtful =
    doubt !== null && form.changed.some((name) => ['odometerKm', 'trainId', 'occurredAt'].includes(name))
  const refusal = useRefusal(failure, form, why, isDoubtful && form.valueOf(CHECKED) !== doubt.km)
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => editFailure(failure.id, form.patch(), person, { why, seen: form.seen }))
    if (end.ended !== 'done') return false
    sayDone(end.value === null ? t.editNothing : t.editSaved, end.value)
    return true
  }
  return (
    <FormDialog
      title={`${t.editFailure} ${failure.no ?? ''}`}
      form={form}
      fields={fields}
      submit={t.save}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      {(Object.keys(FACT_GROUPS) as (keyof typeof FACT_GROUPS)[]).map((group) => (
        <FactGroup key={group} group={group} failure={failure} form={form}>
          {group === 'groupCircumstances' && isDoubtful ? (
            <OdometerCheck
              doubt={doubt}
              isConfirmed={form.valueOf(CHECKED) === doubt.km}
              onConfirm={(isRight) => form.set(CHECKED, isRight ? doubt.km : undefined)}
            />
          ) : null}
        </FactGroup>
      ))}
      <CompanyFieldInputs
        table="failures"
        valueOf={form.valueOf}
        onChange={form.set}
        idOf={(name) => `${id}-${name}`}
      />
      <ChangeReason form={form} isClosed={isClosedFailure(failure)} />
    </FormDialog>
  )
}

interface GroupProps {
  readonly group: keyof typeof FACT_GROUPS
  readonly failure: StoredRecord<'failures'>
  readonly form: Form
  /** What is asked below its fields. */
  readonly children: ReactNode
}

function FactGroup({ group, failure, form, children }: GroupProps) {
  const { t } = useText()
  return (
    <fieldset className="form-group">
      <legend>{t[group]}</legend>
      <div className="form-grid">
        {FACT_GROUPS[group]
          .filter((name) => !NOT_EDITED.has(name))
          .map((name) => (
            <FactInput key={name} name={name} failure={failure} form={form} />
          ))}
      </div>
      {children}
    </fieldset>
  )
}

/** What keeps the edit from being saved, unreadable text and changes made elsewhere apart. */
function useRefusal(
  failure: StoredRecord<'failures'>,
  form: Form,
  why: string,
  isUnchecked: boolean,
): string | undefined {
  const { t, language } = useText()
  const fields = useFieldsOf('failures')
  if (form.changed.length === 0) return t.editNothing
  // A fault that stood there before is not held against whoever corrects something else.
  const fault = recordFaults('failures', form.values).find(({ fields }) =>
    fields.some((name) => form.changed.includes(name)),
  )
  const labelOf = (name: string | undefined): string => fields[name ?? '']?.[language] ?? ''
  if (fault !== undefined) return t.endBeforeStart(labelOf(fault.fields[0]), labelOf(fault.fields[1]))
  if (isUnchecked) return t.odometerNeedsCheck
  const asksWhy = form.changed.some((name) =>
    needsReason('failures', name, {
      before: failure[name as keyof Failure],
      after: form.valueOf(name),
      reportedNodeId: failure.bomNodeId,
    }),
  )
  if (why.trim() !== '') return undefined
  return isClosedFailure(failure) ? t.closedWhyNeeded : asksWhy ? t.editWhyNeeded : undefined
}

function FactInput({
  name,
  failure,
  form,
}: {
  readonly name: keyof typeof failureFields
  readonly failure: StoredRecord<'failures'>
  readonly form: Form
}) {
  const { language } = useText()
  const id = useId()
  const field: Field = failureFields[name]
  const value = form.valueOf(name)
  if (name === 'actualNodeId')
    return <NodeField field={field} id={id} value={value} onChange={(next) => form.set(name, next)} />
  if (name !== 'trainId' && name !== 'bomNodeId')
    return (
      <div className={WIDE.has(name) ? 'wide' : ''}>
        <FieldInput field={field} value={value} onChange={(next) => form.set(name, next)} multiline={WIDE.has(name)} />
      </div>
    )
  const wordsName = name === 'trainId' ? 'trainText' : 'nodeText'
  const chosen = typeof value === 'string' ? value : undefined
  const picker = {
    label: field[language],
    words: chosen === undefined ? (form.valueOf(wordsName) as string | undefined) : undefined,
    canKeep: true,
    // The words as they were written stay beside what they turned out to mean.
    onChoose: (id: string | undefined) => form.change({ [name]: id, [wordsName]: failure[wordsName] }),
    onWords: (typed: string) => form.change({ [name]: undefined, [wordsName]: typed === '' ? undefined : typed }),
  }
  return (
    <div className="field">
      <span className="field-label">{field[language]}</span>
      {name === 'trainId' ? <TrainPicker trainId={chosen} {...picker} /> : <NodePicker nodeId={chosen} {...picker} />}
    </div>
  )
}
