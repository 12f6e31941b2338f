/** Failures closed long enough for the archive, put there in one step by whoever may. */
import { useCommand } from '../../panels/useCommand'
import { Link } from 'wouter'
import { dateOfDay, dayNumber } from '../../domain/moment'
import type { Person } from '../../domain/person'
import { WORKFLOW } from '../../domain/workflow/transitions'
import { formatCount, localMoment } from '../../i18n/format'
import { filtersAsText } from '../../metrics/filterText'
import { useEngine } from '../../panels/useEngine'
import { archiveClosed, DAYS_UNTIL_ARCHIVED } from '../../store/archive'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

const ARCHIVISTS = WORKFLOW.find(({ name }) => name === 'archive')?.roles ?? []

export function ArchiveNote({ person }: { readonly person: Person }) {
  const { t, language } = useText()
  const toast = useToast()
  const { isPending, run } = useCommand()
  const today = localMoment().slice(0, 10)
  const until = dayNumber(today) - DAYS_UNTIL_ARCHIVED
  const { answer: ids } = useEngine(ARCHIVISTS.includes(person.role) ? `closed-until|${until}` : null, (engine) =>
    engine.closedUntil(until),
  )
  if (ids === null || ids.length === 0) return null
  const refusal = person.name === '' ? t.refusalName('nobody-named') : isPending ? t.commandPending : undefined
  const archive = async (): Promise<void> => {
    const end = await run(() => archiveClosed(ids, person, localMoment().slice(0, 16)))
    if (end.ended !== 'done') return
    const change = end.value
    toast(change === null ? t.loopChangedMeanwhile : t.archiveDone(formatCount(change.edits.length, language)))
  }
  return (
    <p className="note row">
      <span>{t.archiveWaits(formatCount(ids.length, language), DAYS_UNTIL_ARCHIVED, dateOfDay(until))}</span>
      <Link
        href={`/failures?${new URLSearchParams({ f: filtersAsText([{ field: 'state', op: 'is', values: ['CLOSED'] }]) }).toString()}`}
      >
        {t.archiveShow}
      </Link>
      <button
        type="button"
        className="button"
        disabled={refusal !== undefined}
        title={refusal}
        onClick={() => void archive()}
      >
        {t.archiveNow}
      </button>
    </p>
  )
}
