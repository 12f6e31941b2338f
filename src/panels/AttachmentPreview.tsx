/** A photo seen small, or a file to open. */
import { FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { StoredRecord } from '../domain/records/tables'
import { bytesOf } from '../store/attachments'
import { isDrawable } from '../ui/pictureKinds'
import { useText } from '../ui/LanguageContext'
import { saveFile } from '../ui/saveFile'

export function AttachmentPreview({ attachment }: { readonly attachment: StoredRecord<'attachments'> }) {
  const { t } = useText()
  const [url, setUrl] = useState<string | null>(null)
  const { sha256, mime = '', name = '' } = attachment
  const isPicture = isDrawable(mime)
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
