/** Drafts with what they are about and their first words; each can be opened, set aside and discarded. */
import { Link } from 'wouter'
import { isUnread } from '../domain/typedValue'
import { isReader } from '../domain/workflow/permits'
import { formatStamp } from '../i18n/format'
import type { Draft } from '../store/database'
import { dropDraft, saveDraft } from '../store/drafts'
import { useText } from '../ui/LanguageContext'
import { Menu } from '../ui/Menu'
import { useToast } from '../ui/Toasts'
import { firstWords } from './firstWords'
import { useCommand } from './useCommand'
import { useEngine } from './useEngine'
import { useRole } from './useRole'
import './draftList.css'

/** Where a draft is continued. */
export const hrefOfDraft = ({ id, form, href }: Draft): string =>
  form === undefined ? `/failures/new?draft=${encodeURIComponent(id)}` : (href ?? '/')

export function DraftList({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t } = useText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const about = ({ about, fields }: Draft): string => {
    const { trainId, trainText } = fields
    const words = isUnread(trainText) ? trainText.unread : trainText
    return about ?? names?.[String(trainId)] ?? (typeof words === 'string' ? words : '')
  }
  return (
    <ul className="draft-list">
      {drafts
        .toSorted((a, b) => b.savedAt - a.savedAt)
        .map((draft) => (
          <li key={draft.id}>
            <Link href={hrefOfDraft(draft)} className="draft-link">
              <span>
                <strong>{draft.title ?? t.fileTitle}</strong>{' '}
                {about(draft) === '' ? null : <span className="mono">{about(draft)}</span>}
                {draft.isSetAside === true ? <span className="chip">{t.draftAside}</span> : null}
              </span>
              <span className="draft-words">{firstWords(draft.fields) || t.draftNoWords}</span>
              <span className="small muted">{formatStamp(draft.savedAt).slice(0, 16)}</span>
            </Link>
            <DraftMenu draft={draft} />
          </li>
        ))}
    </ul>
  )
}

function DraftMenu({ draft }: { readonly draft: Draft }) {
  const { t } = useText()
  const toast = useToast()
  const { run } = useCommand()
  const isReading = isReader(useRole().role)
  const discard = async (): Promise<void> => {
    const end = await run(() => dropDraft(draft.id))
    if (end.ended === 'done') toast(t.draftDiscarded, { label: t.undo, run: () => void run(() => saveDraft(draft)) })
  }
  const putAside = (): void => void run(() => saveDraft({ ...draft, isSetAside: true }))
  return (
    <Menu
      label={t.draftActions}
      items={[
        ...(draft.isSetAside === true || draft.form !== undefined ? [] : [{ label: t.draftPutAside, run: putAside }]),
        { label: t.draftDiscard, run: () => void discard() },
      ]}
      {...(isReading ? { disabledWhy: t.readerChangesNothing } : {})}
    />
  )
}
