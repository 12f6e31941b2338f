/** What a form says of its draft: that it was found again, when it was kept, and what to do when it cannot be kept. */
import { useState } from 'react'
import { formatStamp } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import type { DraftState } from './draftKeeper'

/** Whether the text is on disk; nothing while nobody has typed. */
export function DraftStatus({ draft }: { readonly draft: DraftState }) {
  const { t } = useText()
  if (draft.status === 'failed' || (draft.status === 'saved' && draft.savedAt === null)) return null
  return (
    <span className="small muted nowrap">
      {draft.status === 'saving' ? t.draftSaving : t.draftSaved(formatStamp(draft.savedAt ?? 0).slice(11))}
    </span>
  )
}

/** The text is on the screen only: says so, and gives it out. */
export function DraftFailed({
  draft,
  text,
  onCloseAnyway,
}: {
  readonly draft: DraftState
  readonly text: () => string
  readonly onCloseAnyway?: (() => void) | undefined
}) {
  const { t } = useText()
  const [said, setSaid] = useState('')
  if (draft.status !== 'failed') return null
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setSaid(t.draftCopied),
      () => setSaid(t.draftCopyFailed),
    )
  }
  return (
    <div className="note warn stack" role="alert">
      <p>{t.draftFailed}</p>
      <div className="row">
        <button type="button" className="button" onClick={copy}>
          {t.draftCopy}
        </button>
        {onCloseAnyway === undefined ? null : (
          <button type="button" className="button quiet" onClick={onCloseAnyway}>
            {t.draftCloseAnyway}
          </button>
        )}
        <span className="small" aria-live="polite">
          {said}
        </span>
      </div>
    </div>
  )
}

/** Words of an earlier session are back. */
export function DraftRecovered({ draft, onDiscard }: { readonly draft: DraftState; readonly onDiscard: () => void }) {
  const { t } = useText()
  if (draft.recoveredFrom === null) return null
  return (
    <p className="note spread" role="status">
      <span>{t.draftRecovered(formatStamp(draft.recoveredFrom).slice(0, 16))}</span>
      <button type="button" className="button quiet" onClick={onDiscard}>
        {t.draftDiscard}
      </button>
    </p>
  )
}

/** Said inside the form, because messages of the frame lie under a dialog. */
export function DraftDiscarded({ onUndo }: { readonly onUndo: () => void }) {
  const { t } = useText()
  return (
    <p className="note spread" role="status">
      <span>{t.draftDiscarded}</span>
      <button type="button" className="button quiet" onClick={onUndo}>
        {t.undo}
      </button>
    </p>
  )
}
