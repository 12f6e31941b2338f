/** The photos and files of one record among others, folded away until somebody looks. */
import type { StoredRecord } from '../domain/records/tables'
import { useText } from '../ui/LanguageContext'
import { AttachmentList } from './AttachmentList'

export function RecordFiles({
  ownerId,
  attachments,
}: {
  readonly ownerId: string
  readonly attachments: readonly StoredRecord<'attachments'>[]
}) {
  const { t } = useText()
  const own = attachments.filter((attachment) => attachment.ownerId === ownerId)
  return (
    <details>
      <summary className="small">
        {t.filesOf(own.filter(({ deletedReason }) => deletedReason === undefined).length)}
      </summary>
      <AttachmentList ownerId={ownerId} attachments={own} />
    </details>
  )
}
