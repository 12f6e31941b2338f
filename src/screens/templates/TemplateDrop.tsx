/** Where a blank form is dropped or chosen, and read. */
import { useState } from 'react'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { templateProblem } from '../../panels/templateProblem'
import { DropZone } from '../../ui/DropZone'
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
  return (
    <>
      <DropZone choose={w.templateChoose} accept=".xlsx,.xls" isBusy={isReading} onFiles={([file]) => void read(file)}>
        <p>
          <strong>{isReading ? w.templateReading : w.templateDrop}</strong>
        </p>
        <p className="muted small">{w.templateDropWhy}</p>
      </DropZone>
      {failure === null ? null : (
        <p className="note alarm" role="alert">
          {w.templateNotRead(failure)}
        </p>
      )}
    </>
  )
}
