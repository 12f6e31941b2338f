/** The review board lets a failure pass without one item, and says why. */
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
import { missingKey, type Missing } from '../../domain/workflow/missing'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { waive } from '../../store/caseFiles'
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
  const { failure } = file
  return (
    <ReasonDialog
      title={t.loopWaiveTitle}
      question={t.askedName('why')}
      form={`waive:${failure.id}:${missingKey(missing)}`}
      label={{ about: failure.no ?? '', href: `/failures/${failure.id}` }}
      submit={t.loopWaive}
      run={(why) => waive(failure.id, missing, person, now, why)}
      onClose={onClose}
    >
      <p>{t.missingReason(missing.reason, missing.detail ?? '')}</p>
    </ReasonDialog>
  )
}
