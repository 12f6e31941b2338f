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
  const refusal =
    decision.refusals[0] === undefined
      ? undefined
      : decision.refusals[0] === 'role'
        ? t.loopRoles(decision.transition.roles.map(t.roleName).join(t.listComma))
        : t.refusalName(decision.refusals[0])
  const nos = ({ later }: Proposal): string => later.map(({ failure }) => failure.no ?? t.noNumber).join(t.listComma)
  return (
    <section className="note warn stack" aria-label={t.backTitle}>
      <h2>{t.backTitle}</h2>
      {proposals.map((proposal) => (
        <div key={proposal.action.id} className="stack">
          <p>
            {t.backWhy(
              proposal.action.description ?? '',
              formatMoment(proposal.action.effectiveAt ?? proposal.action.doneAt ?? ''),
              proposal.later.length,
            )}
          </p>
          <ul>
            {proposal.later.map(({ failure, reach }) => (
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
                setReopening({
                  reopenCode: 'R1',
                  why: t.backEvidence(
                    nos(proposal),
                    proposal.action.description ?? '',
                    formatMoment(proposal.action.effectiveAt ?? proposal.action.doneAt ?? ''),
                  ),
                })
              }
            >
              {t.stepName('reopen')}
            </button>
            <button
              type="button"
              className="button"
              disabled={refusal !== undefined}
              title={refusal}
              onClick={() => setDismissing(proposal)}
            >
              {t.backDismiss}
            </button>
            {refusal === undefined ? null : <span className="small muted">{refusal}</span>}
          </div>
        </div>
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
