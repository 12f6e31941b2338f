/** The company's own templates on file: changed, copied or deleted. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { Copy, Pencil, Trash2 } from 'lucide-react'
import { Link } from 'wouter'
import type { Change } from '../../domain/change'
import { reportTemplateFields, type ReportTemplate } from '../../domain/records/reportTemplate'
import { boundCount } from '../../exchange/write/templates/editBinding'
import { readBinding } from '../../exchange/write/templates/templateBinding'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { allTemplates, deleteTemplate, duplicateTemplate } from '../../store/reportTemplates'
import { useText } from '../../ui/LanguageContext'

type Give = (command: () => Promise<Change | null>, message: string) => Promise<void>

export function OwnTemplates() {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  const { isPending, run } = useCommand()
  const sayDone = useSayDone()
  const templates = useLiveQuery(() => allTemplates(), [])
  const give: Give = async (command, message) => {
    const end = await run(command)
    if (end.ended === 'done') sayDone(message, end.value)
  }
  return (
    <section className="card card-pad stack">
      <h2>{w.templatesOwn}</h2>
      {templates === undefined ? (
        <div className="skeleton" style={{ height: 60 }} />
      ) : templates.length === 0 ? (
        <p className="muted">{w.templatesNone}</p>
      ) : (
        <ul className="entry-list">
          {templates.map((template) => (
            <Entry key={template.id} template={template} isPending={isPending} give={give} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface EntryProps {
  readonly template: ReportTemplate & { readonly id: string }
  readonly isPending: boolean
  readonly give: Give
}

function Entry({ template: { id, name = '', kind, fileName, binding }, isPending, give }: EntryProps) {
  const { t, language } = useText()
  const w = wordsOfTemplates(language)
  const person = usePerson()
  const bound = readBinding(binding)
  const pendingWhy = isPending ? t.commandPending : undefined
  const kindName = reportTemplateFields.kind.choices?.find(({ value }) => value === kind)?.[language] ?? ''
  return (
    <li className="spread template-entry">
      <span className="grow">
        <Link href={`/templates/${id}`}>
          <strong>{name}</strong>
        </Link>{' '}
        <span className="chip">{kindName}</span>
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
          disabled={isPending}
          title={pendingWhy}
          onClick={() =>
            void give(() => duplicateTemplate(id, w.templateCopyOf(name), person), w.templateDuplicated(name))
          }
        >
          <Copy size={15} aria-hidden />
          {w.templateDuplicate}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-label={`${w.templateDelete} ${name}`}
          disabled={isPending}
          title={pendingWhy}
          onClick={() => void give(() => deleteTemplate(id, person), w.templateDeleted(name))}
        >
          <Trash2 size={15} aria-hidden />
          {w.templateDelete}
        </button>
      </span>
    </li>
  )
}
