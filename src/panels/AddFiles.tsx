/** Adding photos and files, from the camera or the disk; pictures are made smaller, and what cannot be added is said. */
import { Paperclip } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatBytes } from '../i18n/format'
import { addAttachment } from '../store/attachments'
import { useText } from '../ui/LanguageContext'
import { shrinkPicture, type StoredPicture } from '../ui/shrinkPicture'
import { useCommand } from './useCommand'
import { usePerson } from './usePerson'

const LARGEST_BYTES = 30 * 2 ** 20

/** Windows names no type for HEIC photos; their name does. */
const storedFile = async (file: File): Promise<StoredPicture> =>
  file.type.startsWith('image/') || /\.hei[cf]$/iu.test(file.name)
    ? shrinkPicture(file)
    : { name: file.name, mime: file.type, bytes: await file.arrayBuffer() }

export function AddFiles({ ownerId }: { readonly ownerId: string }) {
  const { t, language } = useText()
  const person = usePerson()
  const adding = useCommand('here')
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)

  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    const wrong: string[] = []
    for (const file of files) {
      if (file.size > LARGEST_BYTES) {
        wrong.push(t.photoTooLarge(file.name, formatBytes(LARGEST_BYTES, language)))
        continue
      }
      const kept = await storedFile(file).catch(() => null)
      if (kept === null) {
        wrong.push(t.photoUnreadable(file.name))
        continue
      }
      const end = await adding.run(() => addAttachment(ownerId, kept, person))
      if (end.ended === 'stopped') wrong.push(t.photoFailed(file.name, t.commandTrouble(end.trouble)))
    }
    setProblems(wrong)
    setBusy(false)
  }

  return (
    <>
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
          accept="image/*,.heic,.heif,application/pdf,.xlsx,.xls,.docx,.csv,.txt"
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
    </>
  )
}
