/** What is said in a review about a failure or a problem, kept with it; what was said before stands below. */
import { useEffect, useRef, useState } from 'react'
import type { Person } from '../domain/person'
import { reviewNotesOf } from '../domain/workflow/reviewNotes'
import { useCommand } from './useCommand'
import { saveReviewNote } from '../store/reviews'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'

interface Props {
  readonly table: 'failures' | 'problems'
  readonly record: Parameters<typeof reviewNotesOf>[0] & { readonly id: string }
  readonly person: Person
  readonly day: string
}

/** The note of this person on this day as it is typed; it is stored when the field is left, also by turning the page. */
function useOwnNote({ table, record, person, day }: Props) {
  const { t } = useText()
  const toast = useToast()
  const { run } = useCommand()
  // Of its own, so that what is typed last is stored although an earlier text is still being written.
  const { run: runLeaving } = useCommand()
  const { id } = record
  const mine = reviewNotesOf(record).find((note) => note.day === day && note.by === person.name)?.text ?? ''
  const [typed, setTyped] = useState(mine)
  const save = async (text: string): Promise<void> => {
    if (text.trim() === mine) return
    const end = await run(() => saveReviewNote(table, id, { day, text }, person))
    if (end.ended === 'done' && end.value !== null) toast(t.reviewNoteSaved)
  }
  // Turning the page takes the field away without a blur; what was typed is kept all the same.
  const latest = useRef({ typed, mine })
  useEffect(() => {
    latest.current = { typed, mine }
  })
  useEffect(
    () => () => {
      const { typed, mine } = latest.current
      if (typed.trim() !== mine) void runLeaving(() => saveReviewNote(table, id, { day, text: typed }, person))
    },
    [table, id, day, person, runLeaving],
  )
  return { typed, setTyped, save }
}

export function ReviewNotes(props: Props) {
  const { record, person, day } = props
  const { t } = useText()
  const { typed, setTyped, save } = useOwnNote(props)
  const others = reviewNotesOf(record).filter((note) => note.day !== day || note.by !== person.name)
  return (
    <section className="card card-pad stack" aria-label={t.reviewNotes}>
      <label className="field">
        <span className="field-label">{t.reviewNotes}</span>
        <textarea
          className="input review-notes"
          placeholder={t.reviewNotePlaceholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
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
