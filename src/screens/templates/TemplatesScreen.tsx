/** The company's own templates: drop a blank form, bind it, and change, copy or delete those on file. */
import { useLiveQuery } from 'dexie-react-hooks'
import { Copy, FileSpreadsheet, Pencil, Trash2 } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { Link } from 'wouter'
import type { Change } from '../../domain/change'
import { reportTemplateFields } from '../../domain/records/reportTemplate'
import { BUILT_IN_TEMPLATES } from '../../exchange/write/templates/builtInTemplates'
import { boundCount } from '../../exchange/write/templates/editBinding'
import { readBinding } from '../../exchange/write/templates/templateBinding'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { templateProblem } from '../../panels/templateProblem'
import { usePerson } from '../../panels/usePerson'
import { undo } from '../../store/commit'
import { allTemplates, deleteTemplate, duplicateTemplate } from '../../store/reportTemplates'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { exporter } from '../../workers/exportClient'
import type { OpenedTemplate } from '../../workers/ownTemplates'
import { TemplateEditor } from './TemplateEditor'
import './templates.css'

interface Dropped {
  readonly opened: OpenedTemplate
  readonly fileName: string
}

export function TemplatesScreen() {
  const { t, language } = useText()
  const w = wordsOfTemplates(language)
  const person = usePerson()
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [isReading, setReading] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [dropped, setDropped] = useState<Dropped | null>(null)
  const templates = useLiveQuery(() => allTemplates(), [])

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setFailure(null)
    setReading(true)
    try {
      setDropped({
        opened: await exporter().openOwnTemplate(new Uint8Array(await file.arrayBuffer()), file.name),
        fileName: file.name,
      })
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
  const done = (message: string, change: Change | null): void =>
    toast(
      message,
      change === null ? undefined : { label: t.undo, run: () => void undo(change.id, person, t.undoAtOnce) },
    )
  const kindOf = (kind: string | undefined): string =>
    reportTemplateFields.kind.choices?.find(({ value }) => value === kind)?.[language] ?? ''

  if (dropped !== null)
    return (
      <TemplateEditor
        opened={dropped.opened}
        fileName={dropped.fileName}
        start={null}
        onBack={() => setDropped(null)}
      />
    )
  return (
    <div className="page narrow templates-page">
      <h1>{t.templates}</h1>
      <p className="muted">{t.templatesWhy}</p>
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
      <section className="card card-pad stack">
        <h2>{w.templatesOwn}</h2>
        {templates === undefined ? (
          <div className="skeleton" style={{ height: 60 }} />
        ) : templates.length === 0 ? (
          <p className="muted">{w.templatesNone}</p>
        ) : (
          <ul className="entry-list">
            {templates.map(({ id, name = '', kind, fileName, binding }) => {
              const bound = readBinding(binding)
              return (
                <li key={id} className="spread template-entry">
                  <span className="grow">
                    <Link href={`/templates/${id}`}>
                      <strong>{name}</strong>
                    </Link>{' '}
                    <span className="chip">{kindOf(kind)}</span>
                    <br />
                    <span className="small muted">
                      {fileName} · {w.templateBound(bound === null ? 0 : boundCount(bound))}
                    </span>
                  </span>
                  <span className="row">
                    <Link className="button quiet" href={`/templates/${id}`} aria-label={`${w.templateEdit} ${name}`}>
                      <Pencil size={15} aria-hidden />
                      {w.templateEdit}
                    </Link>
                    <button
                      type="button"
                      className="button quiet"
                      aria-label={`${w.templateDuplicate} ${name}`}
                      onClick={() =>
                        void duplicateTemplate(id, w.templateCopyOf(name), person).then((change) =>
                          done(w.templateDuplicated(name), change),
                        )
                      }
                    >
                      <Copy size={15} aria-hidden />
                      {w.templateDuplicate}
                    </button>
                    <button
                      type="button"
                      className="button quiet"
                      aria-label={`${w.templateDelete} ${name}`}
                      onClick={() =>
                        void deleteTemplate(id, person).then((change) => done(w.templateDeleted(name), change))
                      }
                    >
                      <Trash2 size={15} aria-hidden />
                      {w.templateDelete}
                    </button>
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </section>
      <section className="card card-pad stack">
        <h2>{w.templatesBuiltIn}</h2>
        <ul className="plain-templates">
          {Object.entries(BUILT_IN_TEMPLATES).map(([name, binding]) => (
            <li key={name}>
              {t.templateBuiltIn(name)} <span className="small muted">{w.templateBound(boundCount(binding))}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
