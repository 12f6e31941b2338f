/** Adding photos and files, from the camera or the disk; pictures are made smaller, and what cannot be added is said. */
import { Paperclip } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatBytes } from '../i18n/format'
import { addAttachment } from '../store/attachments'
import { useText } from '../ui/LanguageContext'
import { shrinkPicture, type StoredPicture } from '../ui/shrinkPicture'
import { CommandButton } from './CommandButton'
import { ReasonDialog } from './ReasonDialog'
import { useCommand } from './useCommand'
import { useIsClosed } from './useIsClosed'
import { usePerson } from './usePerson'

const LARGEST_BYTES = 30 * 2 ** 20

/** What to keep of a file, pictures made smaller; null where it cannot be read. Windows names no type for HEIC photos. */
async function keptOf(file: File): Promise<StoredPicture | null> {
  if (file.type.startsWith('image/') || /\.hei[cf]$/iu.test(file.name)) return shrinkPicture(file).catch(() => null)
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes === null ? null : { name: file.name, mime: file.type, bytes }
}

/** Adds files one after another, and says of each that was not added why. */
function useAdding(ownerId: string) {
  const { t, language } = useText()
  const person = usePerson()
  const { run } = useCommand('here')
  const [problems, setProblems] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const problemWith = async (file: File, why: string): Promise<string | null> => {
    if (file.size > LARGEST_BYTES) return t.photoTooLarge(file.name, formatBytes(LARGEST_BYTES, language))
    const kept = await keptOf(file)
    if (kept === null) return t.photoUnreadable(file.name)
    const end = await run(() => addAttachment(ownerId, { ...kept, why }, person))
    return end.ended === 'stopped' ? t.photoFailed(file.name, t.commandTrouble(end.trouble)) : null
  }
  const add = async (files: readonly File[], why = ''): Promise<void> => {
    setBusy(true)
    const wrong: string[] = []
    for (const file of files) {
      const problem = await problemWith(file, why)
      if (problem !== null) wrong.push(problem)
    }
    setProblems(wrong)
    setBusy(false)
  }
  return { problems, isBusy, add }
}

export function AddFiles({ ownerId }: { readonly ownerId: string }) {
  const { t } = useText()
  const { problems, isBusy, add } = useAdding(ownerId)
  const isClosed = useIsClosed('attachments', '', { ownerId })
  /** Chosen for something closed, and not added before somebody says why. */
  const [waiting, setWaiting] = useState<readonly File[]>([])
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className="row">
        <CommandButton
          command="add-attachment"
          records={{ isClosed }}
          busyWhy={isBusy ? t.loading : undefined}
          onPress={() => input.current?.click()}
        >
          <Paperclip size={15} aria-hidden />
          {t.photoAdd}
        </CommandButton>
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
            if (isClosed) setWaiting(files)
            else void add(files)
          }}
        />
      </div>
      {waiting.length === 0 ? null : (
        <ReasonDialog
          title={t.photoAdd}
          question={t.editWhy}
          form={`add-attachment:${ownerId}`}
          submit={t.photoAdd}
          needed={t.closedWhyNeeded}
          run={(why) => add(waiting, why)}
          onClose={() => setWaiting([])}
        >
          <p>{t.closedWhyHint}</p>
        </ReasonDialog>
      )}
      {problems.map((problem) => (
        <p key={problem} className="note alarm" role="alert">
          {problem}
        </p>
      ))}
    </>
  )
}
