/** Moves a part under another parent; which figures change is listed before anything is stored. */
import { useId } from 'react'
import type { MasterRecord } from '../../domain/masterData'
import { bomNodeFields } from '../../domain/records/bomNode'
import { formatCount } from '../../i18n/format'
import { FormDialog } from '../../panels/FormDialog'
import { masterHref } from '../../panels/masterWords'
import { RefField } from '../../panels/RefField'
import { ReasonField, reasonOf } from '../../panels/ReasonField'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useEngine } from '../../panels/useEngine'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { moveNode } from '../../store/masterRecords'
import { useText } from '../../ui/LanguageContext'
import { FigureChanges } from './FigureChanges'

interface Props {
  readonly record: MasterRecord
  readonly name: string
  readonly onClose: () => void
}

export function MoveDialog(props: Props) {
  const { t } = useText()
  const form = useForm({
    form: `master-move:${props.record.id}`,
    record: {},
    isNew: true,
    label: {
      title: t.masterMoveTitle(props.name),
      about: props.name,
      href: masterHref('bomNodes', props.record.id),
    },
  })
  return form === null ? null : <OpenMoveDialog {...props} form={form} />
}

function OpenMoveDialog({ record, name, form, onClose }: Props & { readonly form: Form }) {
  const { t, language } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const id = useId()
  const typed = form.valueOf('parentId')
  const parentId = typeof typed === 'string' ? typed : ''
  const why = reasonOf(form)
  const present = 'parentId' in record ? record.parentId : undefined
  const { answer: changes } = useEngine(parentId === '' ? null : `move|${record.id}|${parentId}`, (engine) =>
    engine.figureChanges(record.id, { parentId }),
  )
  const below = changes?.find(({ id: changed }) => changed === parentId)
  const carried = below === undefined ? 0 : below.failuresAfter - below.failuresBefore
  const refusal =
    parentId === ''
      ? t.masterMoveChoose
      : parentId === present
        ? t.masterMoveSame
        : why === ''
          ? t.reasonNeeded
          : undefined
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => moveNode(record.id, parentId, person, why))
    if (end.ended !== 'done') return false
    sayDone(t.masterMoved, end.value)
    return true
  }
  return (
    <FormDialog
      title={t.masterMoveTitle(name)}
      form={form}
      fields={{ parentId: bomNodeFields.parentId }}
      submit={t.masterMoveNow}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <RefField
        table="bomNodes"
        field={{ kind: 'ref', to: 'bomNodes', zh: t.masterMoveTo, en: t.masterMoveTo }}
        id={id}
        value={typed}
        without={[record.id]}
        canAdd={false}
        onChange={(value) => form.set('parentId', value)}
      />
      {carried > 0 ? <p className="small">{t.masterFailsUnder(formatCount(carried, language))}</p> : null}
      {parentId === '' || parentId === present ? null : <FigureChanges changes={changes} />}
      <ReasonField form={form} label={t.masterMoveReason} />
    </FormDialog>
  )
}
