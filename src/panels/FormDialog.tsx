/**
 * The dialog around every form: closing keeps what was typed as a draft, saving runs once and says how it ended, and
 * whatever keeps it from saving is said beside the button.
 */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Fields } from '../domain/records/field'
import { isUnread } from '../domain/typedValue'
import { isReader } from '../domain/workflow/permits'
import type { Language } from '../i18n/translation'
import { Dialog } from '../ui/Dialog'
import { onCtrlEnter } from '../ui/onCtrlEnter'
import { matchesSettled } from '../ui/pendingMatches'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'
import { CommandTrouble } from './CommandTrouble'
import type { DraftFields } from './draftKeeper'
import { DraftDiscarded, DraftFailed, DraftRecovered, DraftStatus } from './DraftNotes'
import { FieldConflicts } from './FieldConflicts'
import { useRole } from './useRole'
import { unreadInWords } from './unreadInWords'
import type { Command } from './useCommand'
import type { Form } from './useForm'

interface Props {
  readonly title: string
  readonly form: Form
  /** Descriptions of the fields of the form, for their names in sentences. */
  readonly fields?: Fields
  readonly submit: string
  /** Why the form cannot be saved as it is. */
  readonly refusal?: string | undefined
  readonly command: Command
  /** True: it is stored, and the draft is not needed any more. */
  readonly onSubmit: () => Promise<boolean>
  readonly onClose: () => void
  readonly isDangerous?: boolean
  readonly children: ReactNode
}

export function FormDialog(props: Props) {
  const { title, form, fields = {}, submit, command, onClose, isDangerous, children } = props
  const { t, language } = useText()
  const toast = useToast()
  const [staysOpen, setStaysOpen] = useState(false)
  const [discarded, setDiscarded] = useState<DraftFields | null>(null)
  const { draft } = form
  const isReading = isReader(useRole().role)
  const refusal = useRefusal(props, isReading)
  const save = useSaving(props, refusal)
  /** Nothing that was typed is lost by closing: it is kept as a draft, or the dialog stays and says why it cannot be. */
  const close = async (): Promise<void> => {
    await draft.flush()
    const { isTouched, status } = draft.present()
    if (isTouched && status === 'failed') {
      setStaysOpen(true)
      return
    }
    if (isTouched) toast(t.draftKept)
    onClose()
  }
  const giveUp = async (): Promise<void> => {
    const { isTouched, fields: typed } = draft.present()
    if (isTouched) {
      if (draft.recoveredFrom === null) await draft.drop()
      else draft.revert()
      toast(t.draftReverted, { label: t.undo, run: () => draft.change(() => typed) })
    }
    onClose()
  }
  const discard = (): void => {
    const { fields: typed } = draft
    setDiscarded(typed)
    void draft.drop()
  }
  const takeBack = (typed: DraftFields): void => {
    setDiscarded(null)
    draft.change(() => typed)
  }
  const pending = command.isPending ? t.commandPending : undefined
  const isShownAbove = command.trouble?.kind === 'changed-meanwhile' && form.conflicts.length > 0
  return (
    <Dialog
      title={title}
      onClose={() => void close()}
      onKeyDown={onCtrlEnter(() => void save())}
      footer={
        <>
          <span className="small muted grow">{refusal ?? <DraftStatus draft={draft} />}</span>
          <button
            type="button"
            className="button"
            disabled={command.isPending}
            title={pending}
            onClick={() => void giveUp()}
          >
            {draft.isTouched ? t.draftRevert : t.cancel}
          </button>
          <button
            type="button"
            className={isDangerous === true ? 'button danger' : 'button primary'}
            disabled={refusal !== undefined || command.isPending}
            title={pending ?? refusal}
            onClick={() => void save()}
          >
            {pending ?? submit}
          </button>
        </>
      }
    >
      <DraftRecovered draft={draft} onDiscard={discard} />
      {discarded === null ? null : <DraftDiscarded onUndo={() => takeBack(discarded)} />}
      {/* Whoever only reads may look at what is asked; nothing can be typed, so that no draft begins either. */}
      <fieldset className="form-frame" disabled={isReading}>
        {children}
      </fieldset>
      <FieldConflicts form={form} fields={fields} />
      <CommandTrouble trouble={isShownAbove ? null : command.trouble} />
      <DraftFailed
        draft={draft}
        text={() => textOf(form, fields, language)}
        onCloseAnyway={staysOpen ? onClose : undefined}
      />
    </Dialog>
  )
}

/** Saves once, with everything that was typed and chosen, however late the answer about it comes. */
function useSaving({ form, command, onSubmit, onClose }: Props, refusal: string | undefined): () => Promise<void> {
  // From the first press until the dialog is gone: between the answer and the closing a second click would save again.
  const isSaving = useRef(false)
  const latest = useRef({ refusal, onSubmit })
  useLayoutEffect(() => {
    latest.current = { refusal, onSubmit }
  })
  return async () => {
    if (refusal !== undefined || command.isPending || isSaving.current) return
    isSaving.current = true
    // What is being looked up belongs to the form: words that name a train are that train before they are saved.
    await matchesSettled()
    if (latest.current.refusal === undefined && (await latest.current.onSubmit())) {
      await form.draft.drop()
      onClose()
    } else isSaving.current = false
  }
}

/** The first thing that keeps the form from being saved. */
function useRefusal({ form, fields = {}, refusal }: Props, isReading: boolean): string | undefined {
  const { t, language } = useText()
  if (isReading) return t.readerChangesNothing
  const [unread] = form.unread
  if (unread !== undefined)
    return t.unreadField(fields[unread.name]?.[language] ?? unread.name, unreadInWords(unread.value, t, language))
  return form.conflicts.length > 0 ? t.conflictUndecided(form.conflicts.length) : refusal
}

/** What was typed, one field a line, for pasting it somewhere else. */
function textOf(form: Form, fields: Fields, language: Language): string {
  const { touched } = form.draft.present().fields as { readonly touched: Readonly<Record<string, unknown>> }
  return Object.entries(touched)
    .map(([name, value]) => {
      const text = isUnread(value) ? value.unread : typeof value === 'string' ? value : JSON.stringify(value)
      return `${fields[name]?.[language] ?? name}\t${text}`
    })
    .join('\n')
}
