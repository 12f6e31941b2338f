/** Photos and files of a record: added from camera or disk, seen small, opened large, removed only with a reason. */
import { usePerson } from './usePerson'
import { useCommand } from './useCommand'
import { FileText, Paperclip } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { StoredRecord } from '../domain/records/tables'
import { formatBytes, formatMoment } from '../i18n/format'
import { addAttachment, bytesOf, removeAttachment } from '../store/attachments'
import { Dialog } from '../ui/Dialog'
import { useText } from '../ui/LanguageContext'
import { saveFile } from '../ui/saveFile'
import { shrinkPicture } from '../ui/shrinkPicture'
import { reasonInWords } from './reasonInWords'
import './attachmentList.css'

const LARGEST_BYTES = 30 * 2 ** 20

export function AttachmentList({
  ownerId,
  attachments,
}: {
  readonly ownerId: string
  readonly attachments: readonly StoredRecord<'attachments'>[]
}) {
  const { t, language } = useText()
  const person = usePerson()
  const { run } = useCommand()
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [removing, setRemoving] = useState<StoredRecord<'attachments'> | null>(null)
  const [busy, setBusy] = useState(false)

  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    const wrong: string[] = []
    for (const file of files) {
      if (file.size > LARGEST_BYTES) {
        wrong.push(t.photoTooLarge(file.name, formatBytes(LARGEST_BYTES, language)))
        continue
      }
      const isPicture = file.type.startsWith('image/')
      try {
        const bytes = isPicture ? await shrinkPicture(file).catch(() => null) : await file.arrayBuffer()
        if (bytes === null) wrong.push(t.photoUnreadable(file.name))
        else
          await addAttachment(ownerId, { name: file.name, mime: isPicture ? 'image/jpeg' : file.type, bytes }, person)
      } catch (error) {
        wrong.push(t.photoFailed(file.name, reasonInWords(error, t)))
      }
    }
    setProblems(wrong)
    setBusy(false)
  }

  return (
    <div className="stack">
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={busy}
          title={busy ? t.loading : undefined}
          onClick={() => input.current?.click()}
        >
          <Paperclip size={15} aria-hidden />
          {t.photoAdd}
        </button>
        <span className="small muted">{t.photoWhere}</span>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          multiple
          accept="image/*,application/pdf,.xlsx,.xls,.docx,.csv,.txt"
          aria-label={t.photoAdd}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            void add(files)
          }}
        />
      </div>
      {problems.map((problem) => (
        <p key={problem} className="note alarm" role="alert">
          {problem}
        </p>
      ))}
      {attachments.length === 0 ? <p className="muted">{t.photoNone}</p> : null}
      <ul className="attachments">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="card">
            {attachment.deletedReason === undefined ? <Preview attachment={attachment} /> : null}
            <span className="attachment-name">{attachment.name}</span>
            <span className="small muted">
              {attachment.deletedReason === undefined
                ? `${formatBytes(attachment.size ?? 0, language)}${attachment.takenAt === undefined ? '' : ` · ${formatMoment(attachment.takenAt)}`}`
                : t.photoRemoved(attachment.deletedReason)}
            </span>
            {attachment.carriedFrom === undefined ? null : (
              <Link className="small" href={`/failures/${attachment.carriedFrom}`}>
                {t.photoCarried}
              </Link>
            )}
            {attachment.deletedReason === undefined ? (
              <button type="button" className="button quiet" onClick={() => setRemoving(attachment)}>
                {t.photoRemove}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {removing === null ? null : (
        <RemoveDialog
          onRemove={(why) => {
            void run(() => removeAttachment(removing.id, why, person))
            setRemoving(null)
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </div>
  )
}

function Preview({ attachment }: { readonly attachment: StoredRecord<'attachments'> }) {
  const { t } = useText()
  const [url, setUrl] = useState<string | null>(null)
  const { sha256, mime = '', name = '' } = attachment
  const isPicture = mime.startsWith('image/')
  useEffect(() => {
    if (!isPicture) return undefined
    let made: string | null = null
    let isGone = false
    void bytesOf({ sha256 }).then((bytes) => {
      if (bytes === null || isGone) return
      made = URL.createObjectURL(new Blob([bytes], { type: mime }))
      setUrl(made)
    })
    return () => {
      isGone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [sha256, mime, isPicture])
  const open = async (): Promise<void> => {
    const bytes = await bytesOf({ sha256 })
    if (bytes !== null) saveFile(new Uint8Array(bytes), name, mime)
  }
  if (isPicture)
    return url === null ? (
      <span className="skeleton attachment-picture" />
    ) : (
      <a href={url} target="_blank" rel="noreferrer" aria-label={t.photoOpen(name)}>
        <img className="attachment-picture" src={url} alt={name} />
      </a>
    )
  return (
    <button
      type="button"
      className="button quiet attachment-picture"
      aria-label={t.photoOpen(name)}
      onClick={() => void open()}
    >
      <FileText size={36} aria-hidden />
    </button>
  )
}

function RemoveDialog({
  onRemove,
  onClose,
}: {
  readonly onRemove: (why: string) => void
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [why, setWhy] = useState('')
  const refusal = why.trim() === '' ? t.askedName('why') : undefined
  return (
    <Dialog
      title={t.photoRemoveTitle}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button
            type="button"
            className="button danger"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => onRemove(why.trim())}
          >
            {t.photoRemove}
          </button>
        </>
      }
    >
      <label className="field">
        <span className="field-label">{t.askedName('why')}</span>
        <textarea className="input" rows={2} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
    </Dialog>
  )
}
