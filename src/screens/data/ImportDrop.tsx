/** Takes files, reads them in the background with progress, and can be stopped at any moment. */
import type { Preview } from '../../workers/importAnswers'
import { DropZone } from '../../ui/DropZone'
import { useText } from '../../ui/LanguageContext'
import { ImportProgress } from './ImportProgress'
import { useReading } from './useReading'

export function ImportDrop({ onRead }: { readonly onRead: (preview: Preview) => void }) {
  const { t } = useText()
  const { progress, failure, read, cancel } = useReading(onRead)
  if (progress !== null)
    return <ImportProgress stage={progress.stage} fraction={progress.fraction} file={progress.file} onCancel={cancel} />
  return (
    <section className="stack">
      <h2>{t.importTitle}</h2>
      <DropZone
        choose={t.importChoose}
        accept=".xlsx,.xls,.xlsm,.csv,.txt,.htm,.html"
        isMultiple
        onFiles={(files) => void read(files)}
      >
        <p>
          <strong>{t.importDrop}</strong>
        </p>
        <p className="muted small">{t.importDropWhy}</p>
        <p className="muted small">{t.pasteHere}</p>
      </DropZone>
      {failure === null ? null : (
        <p className="note alarm" role="alert">
          {t.importFailed(failure)}
        </p>
      )}
    </section>
  )
}
