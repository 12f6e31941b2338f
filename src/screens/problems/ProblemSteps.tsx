/** Steps D0 to D8: what each is about, what it still needs, who signed it or why it was rejected. */
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import { problemFields } from '../../domain/records/problem'
import type { StoredRecord } from '../../domain/records/tables'
import {
  emptyFieldsOfStep,
  signersOf,
  signOffsOf,
  stepRefusal,
  STEPS,
  type SignOff,
  type Step,
} from '../../domain/workflow/problemSteps'
import { formatMoment, localMoment } from '../../i18n/format'
import { signStep } from '../../store/problemSigns'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import './problemSteps.css'

interface Props {
  readonly problem: StoredRecord<'problems'>
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly onEdit: (field: string) => void
}

export function ProblemSteps({ problem, analyses, onEdit }: Props) {
  const { t, language } = useText()
  const person = usePerson()
  const { name: actor, role } = person
  const { isPending, run } = useCommand()
  const [rejecting, setRejecting] = useState<Step | null>(null)
  const signed = signOffsOf(problem)
  const lastOf = (step: Step): SignOff | undefined => signed.findLast((known) => known.step === step)
  const sign = (step: Step, result: SignOff['result'], comment: string) =>
    run(() => signStep(problem.id, { step, at: localMoment().slice(0, 16), result, comment }, person))
  /** Why this person may not sign the step this way; a rejection asks for its reason only afterwards. */
  const refusalOf = (step: Step, result: SignOff['result']): string | undefined => {
    const refusal = stepRefusal(
      problem,
      { step, by: actor, result, comment: '…' },
      role,
      analyses.map(({ author }) => author ?? ''),
    )
    if (refusal === 'nobody-named') return t.refusalName('nobody-named')
    if (refusal === 'own-analysis') return t.stepOwnAnalysis
    if (refusal === 'role') return t.loopRoles(signersOf(step).map(t.roleName).join(t.listComma))
    return refusal === null ? (isPending ? t.commandPending : undefined) : needsOf(step)
  }
  const needsOf = (step: Step): string =>
    t.stepNeeds(
      emptyFieldsOfStep(problem, step)
        .map((field) => problemFields[field as keyof typeof problemFields][language])
        .join(t.listComma),
    )
  return (
    <section className="card card-pad stack">
      <h2>{t.problemSteps}</h2>
      <ul className="problem-steps">
        {STEPS.map((step) => {
          const last = lastOf(step)
          const empty = emptyFieldsOfStep(problem, step)
          const [signRefusal, rejectRefusal] = [refusalOf(step, 'approved'), refusalOf(step, 'rejected')]
          return (
            <li key={step}>
              <strong>
                <span className="mono">{step}</span> {t.eightD(step)}
              </strong>
              <span className="problem-step-state">
                {last === undefined ? (
                  <span className="muted">○ {t.stepUnsigned}</span>
                ) : last.result === 'approved' ? (
                  `✓ ${t.stepSigned(last.by, formatMoment(last.at))}`
                ) : (
                  `✕ ${t.stepRejected(last.by, formatMoment(last.at), last.comment)}`
                )}
                {empty[0] === undefined ? null : (
                  <button type="button" className="button quiet small" onClick={() => onEdit(empty[0] ?? '')}>
                    {needsOf(step)}
                  </button>
                )}
              </span>
              <span className="row">
                <button
                  type="button"
                  className="button"
                  disabled={signRefusal !== undefined}
                  title={signRefusal}
                  onClick={() => sign(step, 'approved', '')}
                >
                  {t.stepSign}
                </button>
                <button
                  type="button"
                  className="button quiet"
                  disabled={rejectRefusal !== undefined}
                  title={rejectRefusal}
                  onClick={() => setRejecting(step)}
                >
                  {t.stepReject}
                </button>
              </span>
            </li>
          )
        })}
      </ul>
      {rejecting === null ? null : (
        <RejectDialog
          step={rejecting}
          onReject={(comment) => {
            sign(rejecting, 'rejected', comment)
            setRejecting(null)
          }}
          onClose={() => setRejecting(null)}
        />
      )}
    </section>
  )
}

function RejectDialog({
  step,
  onReject,
  onClose,
}: {
  readonly step: Step
  readonly onReject: (comment: string) => void
  readonly onClose: () => void
}) {
  const { t } = useText()
  const [comment, setComment] = useState('')
  const refusal = comment.trim() === '' ? t.askedName('why') : undefined
  return (
    <Dialog
      title={`${step} ${t.stepReject}`}
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
            onClick={() => onReject(comment.trim())}
          >
            {t.stepReject}
          </button>
        </>
      }
    >
      <label className="field">
        <span className="field-label">{t.stepComment}</span>
        <textarea className="input" rows={3} value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
    </Dialog>
  )
}
