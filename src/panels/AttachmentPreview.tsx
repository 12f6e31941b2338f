/** A photo seen small, or a file to open. */
import { FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { StoredRecord } from '../domain/records/tables'
import { deviceCode } from '../domain/deviceId'
import { bytesOf } from '../store/attachments'
import { whereIs, type Holder } from '../store/thinnedFiles'
import { isDrawable } from '../ui/pictureKinds'
import { useText } from '../ui/LanguageContext'
import { saveFile } from '../ui/saveFile'

export function AttachmentPreview({ attachment }: { readonly attachment: StoredRecord<'attachments'> }) {
  const { t } = useText()
  const [url, setUrl] = useState<string | null>(null)
  const { sha256, mime = '', name = '' } = attachment
  const isPicture = isDrawable(mime)
  const [away, setAway] = useState<Holder | 'gone' | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    const show = async (): Promise<void> => {
      const where = await whereIs(sha256 ?? '')
      if (isGone) return
      setAway(where === 'here' ? null : where)
      if (where !== 'here' || !isPicture) return
      const bytes = await bytesOf({ sha256 })
      if (bytes === null || isGone) return
      made = URL.createObjectURL(new Blob([bytes], { type: mime }))
      setUrl(made)
    }
    void show()
    return () => {
      isGone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [sha256, mime, isPicture])
  const open = async (): Promise<void> => {
    const bytes = await bytesOf({ sha256 })
    if (bytes !== null) saveFile(new Uint8Array(bytes), name, mime)
  }
  if (away !== null)
    return (
      <span className="attachment-picture small muted">
        {away === 'gone' ? t.fileNotHere : t.thinnedHere(deviceCode(away.device), away.person)}
      </span>
    )
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
