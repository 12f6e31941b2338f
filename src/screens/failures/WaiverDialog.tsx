/** The review board lets a failure pass without one item, and says why. */
import { CommandTrouble } from '../../panels/CommandTrouble'
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
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
  const { isPending, trouble, run } = useCommand('here')
  const [why, setWhy] = useState('')
  const refusal = why.trim() === '' ? t.askedName('why') : isPending ? t.commandPending : undefined
  const take = async (): Promise<void> => {
    const end = await run(() => waive(file.failure.id, missing, person, now, why))
    if (end.ended === 'done') onClose()
  }
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
            onClick={() => void take()}
          >
            {t.loopWaive}
          </button>
        </>
      }
    >
      <CommandTrouble trouble={trouble} />
      <p>{t.missingReason(missing.reason, missing.detail ?? '')}</p>
      <label className="field">
        <span className="field-label">{t.askedName('why')}</span>
        <textarea className="input" rows={3} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
    </Dialog>
  )
}
