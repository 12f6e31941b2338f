/** What is said in a review about a failure or a problem, kept with it; what was said before stands below. */
import { useEffect, useRef } from 'react'
import type { Person } from '../domain/person'
import { reviewNotesOf } from '../domain/workflow/reviewNotes'
import { useCommand } from './useCommand'
import { useDraft, type OpenDraft } from './useDraft'
import { saveReviewNote } from '../store/reviews'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'

interface Props {
  readonly table: 'failures' | 'problems'
  readonly record: Parameters<typeof reviewNotesOf>[0] & { readonly id: string; readonly no?: string | undefined }
  readonly person: Person
  readonly day: string
}

interface OpenProps {
  /** What is stored of this person's words today. */
  readonly mine: string
  readonly draft: OpenDraft
}

/** Stored when the field is left; until then what is typed is a draft, so that a killed page loses no word. */
export function ReviewNotes(props: Props) {
  const { table, record, person, day } = props
  const { t } = useText()
  const mine = reviewNotesOf(record).find((note) => note.day === day && note.by === person.name)?.text ?? ''
  const draft = useDraft({
    form: `review:${table}:${record.id}:${day}`,
    initial: { text: mine },
    label: {
      title: t.reviewNotes,
      about: record.no ?? '',
      href: `${table === 'failures' ? '/review' : '/problems/review'}?of=${record.id}`,
    },
  })
  return draft === null ? null : <OpenReviewNotes {...props} mine={mine} draft={draft} />
}

function OpenReviewNotes({ table, record, person, day, mine, draft }: Props & OpenProps) {
  const { t } = useText()
  const toast = useToast()
  const { run } = useCommand()
  // Of its own, so that what is typed last is stored although an earlier text is still being written.
  const { run: runLeaving } = useCommand()
  const actor = person.name
  const notes = reviewNotesOf(record)
  const typed = String(draft.fields['text'] ?? '')
  const others = notes.filter((note) => note.day !== day || note.by !== actor)
  const save = async (text: string): Promise<void> => {
    if (text.trim() === mine) return
    const end = await run(
      () => saveReviewNote(table, record.id, { day, text }, person),
      () => draft.drop({ text: text.trim() }),
    )
    if (end.ended === 'done' && end.value !== null) toast(t.reviewNoteSaved)
  }
  // Turning the page takes the field away without a blur; what was typed is kept all the same.
  const latest = useRef({ typed, mine, drop: draft.drop })
  useEffect(() => {
    latest.current = { typed, mine, drop: draft.drop }
  })
  const { id } = record
  useEffect(
    () => () => {
      const { typed, mine, drop } = latest.current
      if (typed.trim() !== mine)
        void runLeaving(
          () => saveReviewNote(table, id, { day, text: typed }, person),
          () => drop(),
        )
    },
    [table, id, day, person, runLeaving],
  )
  return (
    <section className="card card-pad stack" aria-label={t.reviewNotes}>
      <label className="field">
        <span className="field-label">{t.reviewNotes}</span>
        <textarea
          className="input review-notes"
          placeholder={t.reviewNotePlaceholder}
          value={typed}
          onChange={(event) => draft.change(() => ({ text: event.target.value }))}
          onBlur={(event) => void save(event.target.value)}
        />
      </label>
      {others.length === 0 ? null : (
        <div>
          <h3>{t.reviewEarlier}</h3>
          <ul>
            {others.map((note) => (
              <li key={`${note.day}-${note.by}`}>{t.reviewNote(note.day, note.by, note.text)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
