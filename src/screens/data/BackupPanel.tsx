/** A backup into one file, and back from it. */
import { useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { readBackup, writeBackup } from '../../exchange/write/backupFile'
import { formatCount, localMoment } from '../../i18n/format'
import { dumpBlobs, dumpTables, isEmpty, restoreTables } from '../../store/backup'
import { SCHEMA_VERSION } from '../../store/database'
import { reasonInWords } from '../../panels/reasonInWords'
import { useText } from '../../ui/LanguageContext'
import { saveFile } from '../../ui/saveFile'
import { useToast } from '../../ui/Toasts'

export function BackupPanel() {
  const { t, language } = useText()
  const toast = useToast()
  const [params] = useSearchParams()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const save = async (): Promise<void> => {
    setBusy(true)
    const savedAt = localMoment()
    const bytes = await writeBackup(await dumpTables(), await dumpBlobs(), {
      schema: SCHEMA_VERSION,
      savedAt,
      build: __BUILD__,
    })
    saveFile(bytes, `fracas-backup_${savedAt.slice(0, 16).replace(/[-:T]/gu, '')}.zip`, 'application/zip')
    setBusy(false)
    toast(t.backupDone)
  }
  const restore = async (file: File): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      if (!(await isEmpty())) throw new Error(t.restoreNotEmpty)
      const read = await readBackup(new Uint8Array(await file.arrayBuffer()))
      if (!read.ok) throw new Error(t[read.problem])
      toast(t.restoreDone(formatCount(await restoreTables(read.tables, read.blobs), language)))
    } catch (error) {
      setFailure(reasonInWords(error, t))
    }
    setBusy(false)
  }
  return (
    <section className={params.get('open') === 'restore' ? 'card card-pad stack is-target' : 'card card-pad stack'}>
      <h2>{t.backupTitle}</h2>
      <p className="small muted">{t.backupWhy}</p>
      <div className="row">
        <button type="button" className="button primary" disabled={busy} onClick={() => void save()}>
          {busy ? t.backupSaving : t.backupSave}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => input.current?.click()}>
          {t.restoreChoose}
        </button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          accept=".zip"
          aria-label={t.restoreChoose}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) void restore(file)
            event.target.value = ''
          }}
        />
      </div>
      {failure === null ? null : (
        <p className="note alarm" role="alert">
          {t.restoreFailed(failure)}
        </p>
      )}
    </section>
  )
}
