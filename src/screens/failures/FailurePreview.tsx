/** A failure beside the table: enough to judge it without leaving the list. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { X } from 'lucide-react'
import { FailureFacts } from '../../panels/FailureFacts'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { formatMoment } from '../../i18n/format'
import { failureDossier } from '../../store/failures'
import { useText } from '../../ui/LanguageContext'

export function FailurePreview({
  id,
  onClose,
  onOpen,
}: {
  readonly id: string
  readonly onClose: () => void
  readonly onOpen: () => void
}) {
  const { t } = useText()
  const dossier = useLiveQuery(() => failureDossier(id), [id])
  return (
    <aside className="preview" aria-label={t.preview}>
      <div className="spread preview-head">
        <h2 className="mono">{dossier?.failure.no ?? t.noNumber}</h2>
        <button type="button" className="button quiet icon" aria-label={t.close} onClick={onClose}>
          <X size={18} aria-hidden />
        </button>
      </div>
      {dossier === undefined ? (
        <div className="skeleton" style={{ height: 160 }} />
      ) : dossier === null ? (
        <p>{t.failureGone}</p>
      ) : (
        <div className="stack">
          <div className="row">
            <StateTag code={dossier.failure.state} />
            <SeverityTag code={dossier.failure.severity} />
            <span className="small muted">{formatMoment(dossier.failure.occurredAt ?? '')}</span>
          </div>
          <p>{dossier.failure.description}</p>
          <FailureFacts dossier={dossier} brief />
          <button type="button" className="button primary" onClick={onOpen}>
            {t.openPage}
          </button>
        </div>
      )}
    </aside>
  )
}
