/** Meetings of the review board: called, written down, and signed by its members in their order. */
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import type { Change } from '../../domain/change'
import type { StoredRecord } from '../../domain/records/tables'
import { meetingsOf, nextSigner, outcomeOf, signRefusal, type BoardMeeting } from '../../domain/workflow/boardMeetings'
import { formatMoment, localMoment } from '../../i18n/format'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { signMeeting } from '../../store/problemSigns'
import { useText } from '../../ui/LanguageContext'
import { CallDialog } from './CallDialog'

export function BoardMeetings({ problem }: { readonly problem: StoredRecord<'problems'> }) {
  const { t } = useText()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const [calling, setCalling] = useState(false)
  const [rejecting, setRejecting] = useState<BoardMeeting | null>(null)
  const meetings = meetingsOf(problem)
  const signed = (meeting: BoardMeeting, result: 'approved' | 'rejected', why: string): Promise<Change | null> =>
    signMeeting(problem.id, meeting, { at: localMoment().slice(0, 16), result, why }, person)
  const approve = (meeting: BoardMeeting) => run(() => signed(meeting, 'approved', ''))
  return (
    <section className="card card-pad stack" aria-label={t.boardMeetings}>
      <div className="spread">
        <h2>{t.boardMeetings}</h2>
        <button type="button" className="button" onClick={() => setCalling(true)}>
          {t.boardCall}
        </button>
      </div>
      {meetings.length === 0 ? <p className="muted">{t.boardNone}</p> : null}
      <ol className="entry-list">
        {meetings.map((meeting) => (
          <Meeting
            key={`${meeting.at}-${meeting.question}`}
            meeting={meeting}
            actor={person.name}
            isPending={isPending}
            onApprove={() => void approve(meeting)}
            onReject={() => setRejecting(meeting)}
          />
        ))}
      </ol>
      {calling ? <CallDialog problem={problem} onClose={() => setCalling(false)} /> : null}
      {rejecting === null ? null : (
        <ReasonDialog
          title={t.boardReject}
          question={t.askedName('why')}
          form={`sign-meeting:${problem.id}:${rejecting.at}`}
          label={{ about: problem.no ?? '', href: `/problems/${problem.id}` }}
          submit={t.boardReject}
          run={(why) => signed(rejecting, 'rejected', why)}
          onClose={() => setRejecting(null)}
        />
      )}
    </section>
  )
}

interface MeetingProps {
  readonly meeting: BoardMeeting
  readonly actor: string
  readonly isPending: boolean
  readonly onApprove: () => void
  readonly onReject: () => void
}

function Meeting({ meeting, actor, isPending, onApprove, onReject }: MeetingProps) {
  const { t } = useText()
  const outcome = outcomeOf(meeting)
  const next = nextSigner(meeting)
  const refusal =
    actor === '' ? t.refusalName('nobody-named') : signRefusal(meeting, { by: actor, result: 'approved', why: '' })
  const why =
    refusal === null
      ? isPending
        ? t.commandPending
        : undefined
      : outcome === 'open' && next !== null
        ? t.boardTurn(next)
        : t.boardOver
  return (
    <li className="card card-pad stack">
      <div className="spread">
        <strong>
          {formatMoment(meeting.at)} · {meeting.question}
        </strong>
        <span className="chip">{t.boardOutcome(outcome)}</span>
      </div>
      {meeting.minutes === '' ? null : <p style={{ whiteSpace: 'pre-line' }}>{meeting.minutes}</p>}
      <Signs meeting={meeting} next={next} />
      {outcome === 'open' ? (
        <div className="row">
          <button type="button" className="button primary" disabled={why !== undefined} title={why} onClick={onApprove}>
            {t.boardApprove}
          </button>
          <button type="button" className="button" disabled={why !== undefined} title={why} onClick={onReject}>
            {t.boardReject}
          </button>
          {why === undefined ? null : <span className="small muted">{why}</span>}
        </div>
      ) : null}
    </li>
  )
}

interface SignsProps {
  readonly meeting: BoardMeeting
  /** Whose turn it is. */
  readonly next: string | null
}

function Signs({ meeting, next }: SignsProps) {
  const { t } = useText()
  return (
    <ol className="board-signs">
      {meeting.members.map((name) => {
        const own = meeting.signs.find(({ by }) => by === name)
        return (
          <li key={name}>
            {name}
            {t.colon}
            {own === undefined ? (
              <span className="muted">{name === next ? t.boardNext : t.stepUnsigned}</span>
            ) : own.result === 'approved' ? (
              `✓ ${formatMoment(own.at)}`
            ) : (
              `✕ ${formatMoment(own.at)} ${own.why}`
            )}
          </li>
        )
      })}
    </ol>
  )
}
