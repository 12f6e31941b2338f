/** Takes files, reads them in the background with progress, and can be stopped at any moment. */
import { FileSpreadsheet } from 'lucide-react'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { isPastedBlock, takePasted, usePaste } from '../../panels/pastedBlock'
import { followed } from '../../workers/followed'
import { endImporter, importer } from '../../workers/importClient'
import type { ImportStage, Preview } from '../../workers/importAnswers'
import { reasonInWords } from '../../panels/reasonInWords'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { ImportProgress } from './ImportProgress'

export function ImportDrop({ onRead }: { readonly onRead: (preview: Preview) => void }) {
  const { t } = useText()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [progress, setProgress] = useState<{
    readonly stage: ImportStage
    readonly fraction: number
    readonly file: string
  } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const cancelled = useRef(false)

  const readNow = useRef<(files: readonly File[]) => Promise<void>>(async () => undefined)
  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    cancelled.current = false
    setFailure(null)
    setProgress({ stage: 'opening', fraction: 0, file: files[0]?.name ?? '' })
    try {
      const opened = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer(), isBlock: isPastedBlock(file) })),
      )
      const preview = await followed(
        (stage: ImportStage, fraction: number, file: string) => setProgress({ stage, fraction, file }),
        (onStage) => importer().read(opened, onStage),
      )
      if (!cancelled.current) onRead(preview)
    } catch (error) {
      if (!cancelled.current) setFailure(reasonInWords(error, t))
    }
    setProgress(null)
  }
  readNow.current = read
  usePaste((files) => void read(files))
  useEffect(() => {
    const pasted = takePasted()
    if (pasted.length > 0) void readNow.current(pasted)
  }, [])
  const cancel = (): void => {
    cancelled.current = true
    endImporter()
    setProgress(null)
    toast(t.importCancelled)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    void read([...event.dataTransfer.files])
  }

  if (progress !== null)
    return <ImportProgress stage={progress.stage} fraction={progress.fraction} file={progress.file} onCancel={cancel} />
  return (
    <section className="stack">
      <h2>{t.importTitle}</h2>
      <div
        className={isOver ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <FileSpreadsheet size={36} aria-hidden />
        <p>
          <strong>{t.importDrop}</strong>
        </p>
        <p className="muted small">{t.importDropWhy}</p>
        <p className="muted small">{t.pasteHere}</p>
        <button type="button" className="button primary" onClick={() => input.current?.click()}>
          {t.importChoose}
        </button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          multiple
          accept=".xlsx,.xls,.xlsm,.csv,.txt,.htm,.html"
          aria-label={t.importChoose}
          onChange={(event) => {
            void read([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      {failure === null ? null : (
        <p className="note alarm" role="alert">
          {t.importFailed(failure)}
        </p>
      )}
    </section>
  )
}
