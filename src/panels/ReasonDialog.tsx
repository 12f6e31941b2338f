/** Asks why something is done, and does it. The reason is a draft while it is typed, as the words of every other form. */
import type { ReactNode } from 'react'
import { useText } from '../ui/LanguageContext'
import type { DraftLabel } from './draftKeeper'
import { FormDialog } from './FormDialog'
import { useCommand } from './useCommand'
import { useForm, type Form } from './useForm'

interface Props<T> {
  readonly title: string
  /** What is asked. */
  readonly question: string
  /** Names the draft: what is done, and to which record. */
  readonly form: string
  readonly label?: DraftLabel
  readonly submit: string
  /** Said while the reason is missing. */
  readonly needed?: string
  readonly isDangerous?: boolean
  readonly run: (why: string) => Promise<T>
  readonly onDone?: (result: T) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function ReasonDialog<T>(props: Props<T>) {
  const { title, label } = props
  const form = useForm({ form: props.form, record: {}, isNew: true, label: { title, ...label } })
  return form === null ? null : <OpenReasonDialog {...props} open={form} />
}

function OpenReasonDialog<T>({ open: form, ...props }: Props<T> & { readonly open: Form }) {
  const { t } = useText()
  const command = useCommand('here')
  const why = String(form.valueOf('why') ?? '')
  const submit = async (): Promise<boolean> => {
    const end = await command.run(() => props.run(why.trim()))
    if (end.ended !== 'done') return false
    props.onDone?.(end.value)
    return true
  }
  return (
    <FormDialog
      title={props.title}
      form={form}
      submit={props.submit}
      refusal={why.trim() === '' ? (props.needed ?? t.reasonNeeded) : undefined}
      command={command}
      onSubmit={submit}
      onClose={props.onClose}
      isDangerous={props.isDangerous === true}
    >
      {props.children}
      <label className="field">
        <span className="field-label">{props.question}</span>
        <textarea className="input" rows={3} value={why} onChange={(event) => form.set('why', event.target.value)} />
      </label>
    </FormDialog>
  )
}
