/** The head of the report: where its draft stands, everything that can be done with drafts behind one menu, what is missing. */
import { Files } from 'lucide-react'
import { useLiveQuery } from '../../../panels/useLiveQuery'
import type { Ref } from 'react'
import { useFieldsOf } from '../../../panels/useCompanyFields'
import { isReader } from '../../../domain/workflow/permits'
import { formatStamp } from '../../../i18n/format'
import { DraftFailed, DraftStatus } from '../../../panels/DraftNotes'
import { DraftList } from '../../../panels/DraftList'
import { missingInWords } from '../../../panels/unreadInWords'
import { useRole } from '../../../panels/useRole'
import { allDrafts } from '../../../store/drafts'
import { useText } from '../../../ui/LanguageContext'
import { Menu } from '../../../ui/Menu'
import { useToast } from '../../../ui/Toasts'
import { reportAsText } from './reportAsText'
import { focusOn, type Filing } from './useFiling'

interface Props {
  readonly filing: Filing
  /** The draft an address asked for is held by another tab. */
  readonly isHeldElsewhere: boolean
  readonly heading: Ref<HTMLHeadingElement>
}

export function FilingHead({ filing, isHeldElsewhere, heading }: Props) {
  const { t, language } = useText()
  const { draft } = filing
  const others = useLiveQuery(() => allDrafts(), [])?.filter(({ id, form }) => id !== draft.id && form === undefined)
  return (
    <>
      <header className="spread">
        <h1 ref={heading} tabIndex={-1}>
          {t.fileTitle}
        </h1>
        <div className="row small muted">
          <span role="status" aria-live="polite">
            {draft.status === 'saved' && draft.savedAt !== null ? (
              t.fileSaved(formatStamp(draft.savedAt).slice(11))
            ) : (
              <DraftStatus draft={draft} />
            )}
          </span>
          <DraftMenu filing={filing} />
        </div>
      </header>
      {draft.recoveredFrom === null ? null : (
        <p className="note">{t.fileRecovered(formatStamp(draft.recoveredFrom))}</p>
      )}
      {isHeldElsewhere ? <p className="note">{t.draftHeldElsewhere}</p> : null}
      {others === undefined || others.length === 0 ? null : (
        <details className="other-drafts">
          <summary>
            <Files size={15} aria-hidden /> {t.draftsOther(others.length)}
          </summary>
          <DraftList drafts={others} />
        </details>
      )}
      <DraftFailed draft={draft} text={() => reportAsText(draft.present().fields, language)} />
      <MissingItems filing={filing} />
    </>
  )
}

function DraftMenu({ filing }: { readonly filing: Filing }) {
  const { t } = useText()
  const toast = useToast()
  const { draft } = filing
  const { role } = useRole()
  const isEmpty = draft.recoveredFrom === null && !draft.isTouched
  const fresh = (): Record<string, unknown> => ({ ...filing.fresh() })
  const undoTo = (fields: Record<string, unknown>) => ({ label: t.undo, run: () => draft.change(() => fields) })
  const revert = (): void => {
    const before = draft.present().fields
    draft.revert()
    toast(t.fileReverted, undoTo(before))
  }
  const discard = (): void => {
    const before = draft.present().fields
    void draft.drop(fresh())
    toast(t.draftDiscarded, undoTo(before))
  }
  const setAside = (): void => {
    void draft.setAside(fresh()).then(() => toast(t.draftIsSetAside))
  }
  return (
    <Menu
      label={t.draftActions}
      items={[
        ...(draft.isTouched ? [{ label: t.draftRevert, run: revert }] : []),
        { label: t.draftSetAside, run: setAside },
        { label: t.draftDiscard, run: discard },
      ]}
      {...(isReader(role) ? { disabledWhy: t.readerChangesNothing } : isEmpty ? { disabledWhy: t.draftNoWords } : {})}
    />
  )
}

function MissingItems({ filing }: { readonly filing: Filing }) {
  const { t, language } = useText()
  const { missing, draft } = filing
  const fields = useFieldsOf('failures')
  if (missing.length === 0) return null
  return (
    <div className="note warn" role="alert">
      <p>
        {t.fileMissing(missing.length)}
        {draft.status === 'failed' ? '' : t.fileDraftKept}
      </p>
      <ul className="missing-list">
        {missing.map((item) => (
          <li key={item.field}>
            <a
              href={`#file-${item.field}`}
              onClick={(event) => {
                event.preventDefault()
                focusOn(item)
              }}
            >
              {fields[item.field]?.[language] ?? item.field}
            </a>
            {t.colon}
            {missingInWords(item, t, language)}
          </li>
        ))}
      </ul>
    </div>
  )
}
