/** Photos and files of a record: added from camera or disk, seen small, opened large, removed only with a reason. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { StoredRecord } from '../domain/records/tables'
import { formatBytes, formatMoment } from '../i18n/format'
import { removeAttachment } from '../store/attachments'
import { useText } from '../ui/LanguageContext'
import { AddFiles } from './AddFiles'
import { AttachmentPreview } from './AttachmentPreview'
import { ReasonDialog } from './ReasonDialog'
import { usePerson } from './usePerson'
import './attachmentList.css'

interface Props {
  readonly ownerId: string
  readonly attachments: readonly StoredRecord<'attachments'>[]
}

export function AttachmentList({ ownerId, attachments }: Props) {
  const { t } = useText()
  const person = usePerson()
  const [removing, setRemoving] = useState<StoredRecord<'attachments'> | null>(null)
  return (
    <div className="stack">
      <AddFiles ownerId={ownerId} />
      {attachments.length === 0 ? <p className="muted">{t.photoNone}</p> : null}
      <ul className="attachments">
        {attachments.map((attachment) => (
          <Attachment key={attachment.id} attachment={attachment} onRemove={() => setRemoving(attachment)} />
        ))}
      </ul>
      {removing === null ? null : (
        <ReasonDialog
          title={t.photoRemoveTitle}
          question={t.askedName('why')}
          form={`remove-attachment:${removing.id}`}
          label={{ about: removing.name ?? '' }}
          submit={t.photoRemove}
          isDangerous
          run={(why) => removeAttachment(removing.id, why, person)}
          onClose={() => setRemoving(null)}
        />
      )}
    </div>
  )
}

interface AttachmentProps {
  readonly attachment: StoredRecord<'attachments'>
  readonly onRemove: () => void
}

function Attachment({ attachment, onRemove }: AttachmentProps) {
  const { t, language } = useText()
  const { size = 0, takenAt } = attachment
  const facts = [formatBytes(size, language), ...(takenAt === undefined ? [] : [formatMoment(takenAt)])].join(' · ')
  return (
    <li className="card">
      {attachment.deletedReason === undefined ? <AttachmentPreview attachment={attachment} /> : null}
      <span className="attachment-name">{attachment.name}</span>
      <span className="small muted">
        {attachment.deletedReason === undefined ? facts : t.photoRemoved(attachment.deletedReason)}
      </span>
      {attachment.carriedFrom === undefined ? null : (
        <Link className="small" href={`/failures/${attachment.carriedFrom}`}>
          {t.photoCarried}
        </Link>
      )}
      {attachment.deletedReason === undefined ? (
        <button type="button" className="button quiet" onClick={onRemove}>
          {t.photoRemove}
        </button>
      ) : null}
    </li>
  )
}
