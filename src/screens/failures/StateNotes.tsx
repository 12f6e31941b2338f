/** Why the failure stands where it stands: sent back, reopened, suspended, or with items waived. */
import type { CaseFile } from '../../domain/workflow/caseFile'
import { waiversOf } from '../../domain/workflow/decide'
import type { Missing } from '../../domain/workflow/missing'
import { formatMoment } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'

export function StateNotes({ file }: { readonly file: CaseFile }) {
  const { t } = useText()
  const { label } = useCodes()
  const { failure } = file
  return (
    <>
      {failure.sentBackWhy === undefined ? null : <p className="note warn">{t.loopSentBack(failure.sentBackWhy)}</p>}
      {failure.reopenCode === undefined ? null : (
        <p className="note">{t.loopReopened(label('CL-REOPEN', failure.reopenCode), failure.reopenWhy ?? '')}</p>
      )}
      {failure.suspendedAt === undefined ? null : (
        <p className="note warn">
          {t.loopSuspended(
            formatMoment(failure.suspendedAt),
            failure.suspendedWhy ?? '',
            formatMoment(failure.resumeOn ?? ''),
          )}
        </p>
      )}
      <Waivers file={file} />
    </>
  )
}

function Waivers({ file }: { readonly file: CaseFile }) {
  const { t } = useText()
  const waivers = waiversOf(file)
  if (waivers.length === 0) return null
  return (
    <div className="note">
      <strong>{t.loopWaivers}</strong>
      <ul>
        {waivers.map((waiver) => (
          <li key={waiver.item}>
            {t.loopWaiver(waiverName(waiver.item, t), waiver.by, formatMoment(waiver.at), waiver.why)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A waived item in words; its key says which field and which reason. */
function waiverName(key: string, t: Messages): string {
  const [gate = '', , , field = '', reason = ''] = key.split('|')
  return [gate, field, t.missingReason(reason as Missing['reason'], '')].filter((part) => part !== '').join(' ')
}
