/** The review board lets a failure pass without one item, and says why. */
import { useState } from 'react'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/workflow/decide'
import type { Missing } from '../../domain/workflow/missing'
import { waive } from '../../store/caseFiles'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'

export function WaiverDialog({
  file,
  missing,
  person,
  now,
  onClose,
}: {
  readonly file: CaseFile
  readonly missing: Missing
  readonly person: Person
  readonly now: string
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [why, setWhy] = useState('')
  const refusal = why.trim() === '' ? t.askedName('why') : undefined
  return (
    <Dialog
      title={t.loopWaiveTitle}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => void waive(file.failure.id, missing, person, now, why).then(onClose)}
          >
            {t.loopWaive}
          </button>
        </>
      }
    >
      <p>{t.missingReason(missing.reason, missing.detail ?? '')}</p>
      <label className="field">
        <span className="field-label">{t.askedName('why')}</span>
        <textarea className="input" rows={3} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
    </Dialog>
  )
}
