/** A closed failure that came back: the evidence for reopening it, and the decision a person takes. */
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
import { decide, type Answers } from '../../domain/workflow/decide'
import type { GateContext } from '../../domain/workflow/gates'
import { formatMoment } from '../../i18n/format'
import { useReopenProposals } from '../../panels/useReopenProposals'
import { dismissRecurrence, type Proposal } from '../../store/comingBack'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { StepDialog } from './StepDialog'

interface Props {
  readonly file: CaseFile
  readonly person: Person
  readonly context: GateContext
}

export function ComingBack({ file, person, context }: Props) {
  const { t } = useText()
  const { run } = useCommand()
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
        <DismissDialog
          onDismiss={(why) => {
            const later = dismissing.later.map(({ failure }) => failure.id)
            void run(() => dismissRecurrence(id, later, why, context.now, person))
            setDismissing(null)
          }}
          onClose={() => setDismissing(null)}
        />
      )}
    </section>
  )
}

function DismissDialog({
  onDismiss,
  onClose,
}: {
  readonly onDismiss: (why: string) => void
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [why, setWhy] = useState('')
  const refusal = why.trim() === '' ? t.askedName('why') : undefined
  return (
    <Dialog
      title={t.backDismiss}
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
            onClick={() => onDismiss(why)}
          >
            {t.backDismiss}
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
