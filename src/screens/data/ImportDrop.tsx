/** Takes files, reads them in the background with progress, and can be stopped at any moment. */
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import type { Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { ImportProgress } from './ImportProgress'
import { useReading } from './useReading'

export function ImportDrop({ onRead }: { readonly onRead: (preview: Preview) => void }) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const { progress, failure, read, cancel } = useReading(onRead)
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
