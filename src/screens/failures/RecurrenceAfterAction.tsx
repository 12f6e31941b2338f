/** A closed failure that came back: the evidence for reopening it, and the decision a person takes. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
import { decide, type Answers } from '../../domain/workflow/decide'
import type { GateContext } from '../../domain/workflow/gates'
import { formatMoment } from '../../i18n/format'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { useReopenProposals } from '../../panels/useReopenProposals'
import { dismissRecurrence, type Proposal } from '../../store/recurrenceAfterAction'
import { useText } from '../../ui/LanguageContext'
import { refusalWords } from './NextStep'
import { StepDialog } from './StepDialog'

interface Props {
  readonly file: CaseFile
  readonly person: Person
  readonly context: GateContext
}

export function RecurrenceAfterAction({ file, person, context }: Props) {
  const { t } = useText()
  const { id, state } = file.failure
  const proposals = useReopenProposals(state === 'CLOSED' || state === 'ARCHIVED' ? id : false)
  const [reopening, setReopening] = useState<Answers | null>(null)
  const [dismissing, setDismissing] = useState<Proposal | null>(null)
  if (proposals === null || proposals.length === 0) return null
  const decision = decide('reopen', file, person, context)
  const refusal = refusalWords({ ...decision, refusals: decision.refusals.slice(0, 1) }, t) ?? undefined
  return (
    <section className="note warn stack" aria-label={t.backTitle}>
      <h2>{t.backTitle}</h2>
      {proposals.map((proposal) => (
        <Evidence
          key={proposal.action.id}
          proposal={proposal}
          refusal={refusal}
          onReopen={setReopening}
          onDismiss={() => setDismissing(proposal)}
        />
      ))}
      {reopening === null ? null : (
        <StepDialog
          file={file}
          name="reopen"
          person={person}
          context={context}
          given={reopening}
          onClose={() => setReopening(null)}
        />
      )}
      {dismissing === null ? null : (
        <ReasonDialog
          title={t.backDismiss}
          question={t.askedName('why')}
          form={`dismiss-recurrence:${id}`}
          label={{ about: file.failure.no ?? '', href: `/failures/${id}` }}
          submit={t.backDismiss}
          run={(why) =>
            dismissRecurrence(
              id,
              dismissing.later.map(({ failure }) => failure.id),
              why,
              context.now,
              person,
            )
          }
          onClose={() => setDismissing(null)}
        />
      )}
    </section>
  )
}

interface EvidenceProps {
  readonly proposal: Proposal
  readonly refusal: string | undefined
  readonly onReopen: (given: Answers) => void
  readonly onDismiss: () => void
}

/** The action, the failures after it, and what a person decides on them. */
function Evidence({ proposal: { action, later }, refusal, onReopen, onDismiss }: EvidenceProps) {
  const { t } = useText()
  const what = action.description ?? ''
  const since = formatMoment(action.effectiveAt ?? action.doneAt ?? '')
  const nos = later.map(({ failure }) => failure.no ?? t.noNumber).join(t.listComma)
  return (
    <div className="stack">
      <p>{t.backWhy(what, since, later.length)}</p>
      <ul>
        {later.map(({ failure, reach }) => (
          <li key={failure.id}>
            <Link className="mono" href={`/failures/${failure.id}`}>
              {failure.no ?? t.noNumber}
            </Link>{' '}
            {formatMoment(failure.occurredAt ?? '')} {failure.description}{' '}
            {reach === 'unknown' ? <span className="muted small">{t.backReachUnknown}</span> : null}
          </li>
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={refusal !== undefined}
          title={refusal}
          onClick={() =>
            onReopen({
              reopenCode: 'R1',
              why: t.backEvidence(nos, what, since),
            })
          }
        >
          {t.stepName('reopen')}
        </button>
        <button type="button" className="button" disabled={refusal !== undefined} title={refusal} onClick={onDismiss}>
          {t.backDismiss}
        </button>
        {refusal === undefined ? null : <span className="small muted">{refusal}</span>}
      </div>
    </div>
  )
}
