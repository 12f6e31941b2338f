/** The head of one failure: the way back to the list and along it, what can be done with it, and what it is. */
import { ArrowLeft, ChevronLeft, ChevronRight, Pencil, Printer, Send, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { formatMoment } from '../../i18n/format'
import { CommandButton } from '../../panels/CommandButton'
import { ConflictNote } from '../../panels/ConflictNote'
import { ExportFormMenu } from '../../panels/ExportFormMenu'
import { handOverHref } from '../../panels/handOverHref'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { rememberedList } from './listOrder'
import { NumberNote } from './NumberNote'

interface Props {
  readonly failure: CaseFile['failure']
  readonly onEdit: () => void
  readonly onDelete: () => void
}

export function FailureHead({ failure, onEdit, onDelete }: Props) {
  const { t } = useText()
  return (
    <header className="stack">
      <div className="spread">
        <BackToList />
        <div className="row">
          <Neighbours id={failure.id} />
          <Commands failure={failure} onEdit={onEdit} onDelete={onDelete} />
        </div>
      </div>
      <div className="row">
        <h1 className="mono">{failure.no ?? t.noNumber}</h1>
        <NumberNote failure={failure} />
        <StateTag code={failure.state} />
        <SeverityTag code={failure.severity} />
        <span className="muted">{formatMoment(failure.occurredAt ?? '')}</span>
        {failure.trainId === undefined ? null : <Link href={`/trains/${failure.trainId}`}>{t.dossierOpen}</Link>}
      </div>
      <p className="failure-lead">{failure.description}</p>
      <ConflictNote table="failures" id={failure.id} />
    </header>
  )
}

function BackToList() {
  const { t } = useText()
  return (
    <Link
      className="button quiet"
      href="/failures"
      onClick={(event) => {
        if (history.length > 1 && rememberedList() !== null) {
          event.preventDefault()
          history.back()
        }
      }}
    >
      <ArrowLeft size={16} aria-hidden />
      {t.failures}
    </Link>
  )
}

function Commands({ failure, onEdit, onDelete }: Props) {
  const { t } = useText()
  const records = { failures: [failure] }
  return (
    <>
      <Link className="button" href={`/print/failure/${failure.id}/report`}>
        <Printer size={15} aria-hidden />
        {t.paperMenu}
      </Link>
      <ExportFormMenu failureId={failure.id} />
      <Link className="button quiet" href={handOverHref('failure', failure.id, failure.no ?? '')}>
        <Send size={15} aria-hidden />
        {t.failureHandOver}
      </Link>
      <CommandButton command="edit-failure" records={records} onPress={onEdit}>
        <Pencil size={15} aria-hidden />
        {t.edit}
      </CommandButton>
      <CommandButton command="delete-failure" records={records} isQuiet onPress={onDelete}>
        <Trash2 size={15} aria-hidden />
        {t.deleteFailure}
      </CommandButton>
    </>
  )
}

/** The failures before and after this one in the list it was opened from. */
function Neighbours({ id }: { readonly id: string }) {
  const { t } = useText()
  const list = rememberedList()
  const { answer: neighbours } = useEngine(
    list === null ? null : `neighbours|${id}|${JSON.stringify(list)}`,
    async (engine) => {
      const ids = list === null ? [] : await engine.idsOf(list)
      const at = ids.indexOf(id)
      return { previous: ids[at - 1] ?? null, next: at < 0 ? null : (ids[at + 1] ?? null) }
    },
  )
  return (
    <>
      <NeighbourLink id={neighbours?.previous ?? null} label={t.previousFailure}>
        <ChevronLeft size={16} aria-hidden />
      </NeighbourLink>
      <NeighbourLink id={neighbours?.next ?? null} label={t.nextFailure}>
        <ChevronRight size={16} aria-hidden />
      </NeighbourLink>
    </>
  )
}

function NeighbourLink({
  id,
  label,
  children,
}: {
  readonly id: string | null
  readonly label: string
  readonly children: ReactNode
}) {
  if (id === null)
    return (
      <span className="button quiet icon" aria-disabled="true" title={label}>
        {children}
      </span>
    )
  return (
    <Link className="button quiet icon" href={`/failures/${id}`} aria-label={label} title={label} replace>
      {children}
    </Link>
  )
}
