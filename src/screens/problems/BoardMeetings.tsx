/** Meetings of the review board: called, written down, and signed by its members in their order. */
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import type { StoredRecord } from '../../domain/records/tables'
import { meetingsOf, nextSigner, outcomeOf, signRefusal, type BoardMeeting } from '../../domain/workflow/boardMeetings'
import { formatMoment, localMoment } from '../../i18n/format'
import { callMeeting, signMeeting } from '../../store/problemSigns'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'

export function BoardMeetings({ problem }: { readonly problem: StoredRecord<'problems'> }) {
  const { t } = useText()
  const person = usePerson()
  const actor = person.name
  const { isPending, run } = useCommand()
  const [calling, setCalling] = useState(false)
  const [rejecting, setRejecting] = useState<BoardMeeting | null>(null)
  const meetings = meetingsOf(problem)
  const sign = (meeting: BoardMeeting, result: 'approved' | 'rejected', why: string) =>
    run(() => signMeeting(problem.id, meeting, { at: localMoment().slice(0, 16), result, why }, person))
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
        {meetings.map((meeting) => {
          const outcome = outcomeOf(meeting)
          const next = nextSigner(meeting)
          const refusal =
            actor === ''
              ? t.refusalName('nobody-named')
              : signRefusal(meeting, { by: actor, result: 'approved', why: '' })
          const why =
            refusal === null
              ? isPending
                ? t.commandPending
                : undefined
              : outcome === 'open' && next !== null
                ? t.boardTurn(next)
                : t.boardOver
          return (
            <li key={`${meeting.at}-${meeting.question}`} className="card card-pad stack">
              <div className="spread">
                <strong>
                  {formatMoment(meeting.at)} · {meeting.question}
                </strong>
                <span className="chip">{t.boardOutcome(outcome)}</span>
              </div>
              {meeting.minutes === '' ? null : <p style={{ whiteSpace: 'pre-line' }}>{meeting.minutes}</p>}
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
              {outcome === 'open' ? (
                <div className="row">
                  <button
                    type="button"
                    className="button primary"
                    disabled={why !== undefined}
                    title={why}
                    onClick={() => void sign(meeting, 'approved', '')}
                  >
                    {t.boardApprove}
                  </button>
                  <button
                    type="button"
                    className="button"
                    disabled={why !== undefined}
                    title={why}
                    onClick={() => setRejecting(meeting)}
                  >
                    {t.boardReject}
                  </button>
                  {why === undefined ? null : <span className="small muted">{why}</span>}
                </div>
              ) : null}
            </li>
          )
        })}
      </ol>
      {calling ? (
        <CallDialog
          onCall={(meeting) => {
            void run(() => callMeeting(problem.id, meeting, person))
            setCalling(false)
          }}
          onClose={() => setCalling(false)}
        />
      ) : null}
      {rejecting === null ? null : (
        <RejectDialog
          onReject={(why) => {
            void sign(rejecting, 'rejected', why)
            setRejecting(null)
          }}
          onClose={() => setRejecting(null)}
        />
      )}
    </section>
  )
}

function CallDialog({
  onCall,
  onClose,
}: {
  readonly onCall: (meeting: BoardMeeting) => void
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [at, setAt] = useState(localMoment().slice(0, 16))
  const [members, setMembers] = useState('')
  const [question, setQuestion] = useState('')
  const [minutes, setMinutes] = useState('')
  const names = [
    ...new Set(
      members
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ]
  const refusal =
    at === ''
      ? t.boardAt
      : names.length === 0
        ? t.boardMembersNeeded
        : question.trim() === ''
          ? t.boardQuestionNeeded
          : undefined
  return (
    <Dialog
      title={t.boardCall}
      onClose={onClose}
      footer={
        <>
          {refusal === undefined ? null : <span className="small muted grow">{refusal}</span>}
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() =>
              onCall({ at, members: names, question: question.trim(), minutes: minutes.trim(), signs: [] })
            }
          >
            {t.save}
          </button>
        </>
      }
    >
      <label className="field">
        <span className="field-label">{t.boardAt}</span>
        <input className="input" type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
      </label>
      <label className="field">
        <span className="field-label">{t.boardQuestion}</span>
        <input className="input" value={question} onChange={(event) => setQuestion(event.target.value)} />
      </label>
      <label className="field">
        <span className="field-label">{t.boardMembers}</span>
        <textarea className="input" rows={3} value={members} onChange={(event) => setMembers(event.target.value)} />
        <span className="small muted">{t.boardMembersHint}</span>
      </label>
      <label className="field">
        <span className="field-label">{t.boardMinutes}</span>
        <textarea className="input" rows={3} value={minutes} onChange={(event) => setMinutes(event.target.value)} />
      </label>
    </Dialog>
  )
}

function RejectDialog({
  onReject,
  onClose,
}: {
  readonly onReject: (why: string) => void
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [why, setWhy] = useState('')
  const refusal = why.trim() === '' ? t.askedName('why') : undefined
  return (
    <Dialog
      title={t.boardReject}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => onReject(why.trim())}
          >
            {t.boardReject}
          </button>
        </>
      }
    >
      <label className="field">
        <span className="field-label">{t.askedName('why')}</span>
        <textarea className="input" rows={3} value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
    </Dialog>
  )
}
