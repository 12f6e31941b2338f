/** What a board is called. */
import type { Board } from '../../domain/board'
import { text } from '../../domain/records/field'
import { FieldInput } from '../../panels/FieldInput'
import { FormDialog } from '../../panels/FormDialog'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useForm } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { saveBoard } from '../../store/boards'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly board: Board
  readonly onSaved?: () => void
  readonly onClose: () => void
}

export function NameDialog({ board, onSaved, onClose }: Props) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const isNew = board.name === ''
  const form = useForm({ form: `board:name:${isNew ? 'new' : board.id}`, record: { name: board.name }, isNew })
  if (form === null) return null
  const name = String(form.valueOf('name') ?? '').trim()
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => saveBoard({ ...board, name }, person))
    if (end.ended !== 'done') return false
    sayDone(t.boardsSaved, end.value)
    onSaved?.()
    return true
  }
  return (
    <FormDialog
      title={isNew ? t.boardsAdd : t.boardsRename}
      form={form}
      submit={t.save}
      refusal={name === '' ? t.boardsNameNeeded : undefined}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <FieldInput
        field={text(t.boardsName, t.boardsName)}
        value={form.valueOf('name')}
        onChange={(value) => form.set('name', value)}
        required
      />
    </FormDialog>
  )
}
