/** Where a blank form is dropped or chosen, and read. */
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { templateProblem } from '../../panels/templateProblem'
import { useText } from '../../ui/LanguageContext'
import { exporter } from '../../workers/exportClient'
import type { OpenedTemplate } from '../../workers/ownTemplates'

export interface DroppedTemplate {
  readonly opened: OpenedTemplate
  readonly fileName: string
}

export function TemplateDrop({ onOpened }: { readonly onOpened: (dropped: DroppedTemplate) => void }) {
  const { t, language } = useText()
  const w = wordsOfTemplates(language)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [isReading, setReading] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setFailure(null)
    setReading(true)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      onOpened({ opened: await exporter().openOwnTemplate(bytes, file.name), fileName: file.name })
    } catch (error) {
      setFailure(templateProblem(error, t))
    }
    setReading(false)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    void read(event.dataTransfer.files[0])
  }
  return (
    <>
      <div
        className={isOver ? 'template-drop is-over' : 'template-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        aria-busy={isReading}
      >
        <FileSpreadsheet size={36} aria-hidden />
        <p>
          <strong>{isReading ? w.templateReading : w.templateDrop}</strong>
        </p>
        <p className="muted small">{w.templateDropWhy}</p>
        <button type="button" className="button primary" onClick={() => input.current?.click()}>
          {w.templateChoose}
        </button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          accept=".xlsx,.xls"
          tabIndex={-1}
          aria-label={w.templateChoose}
          onChange={(event) => {
            void read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {failure === null ? null : (
        <p className="note alarm" role="alert">
          {w.templateNotRead(failure)}
        </p>
      )}
    </>
  )
}
