/** Steps D0 to D8: what each is about, what it still needs, who signed it or why it was rejected. */
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import type { Change } from '../../domain/change'
import { problemFields } from '../../domain/records/problem'
import type { StoredRecord } from '../../domain/records/tables'
import {
  emptyFieldsOfStep,
  signersOf,
  signOffsOf,
  STEPS,
  type SignOff,
  type Step,
} from '../../domain/workflow/problemSteps'
import { stepRefusal } from '../../domain/workflow/problemWorkflow'
import { formatMoment, localMoment } from '../../i18n/format'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { signStep } from '../../store/problemSigns'
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
  const signOffs = signOffsOf(problem)
  const lastOf = (step: Step): SignOff | undefined => signOffs.findLast((known) => known.step === step)
  const signed = (step: Step, result: SignOff['result'], comment: string): Promise<Change | null> =>
    signStep(problem.id, { step, at: localMoment().slice(0, 16), result, comment }, person)
  const approve = (step: Step) => run(() => signed(step, 'approved', ''))
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
                  disabled={signRefusal !== undefined || isPending}
                  title={signRefusal ?? (isPending ? t.commandPending : undefined)}
                  onClick={() => void approve(step)}
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
        <ReasonDialog
          title={`${rejecting} ${t.stepReject}`}
          question={t.stepComment}
          form={`sign-step:${problem.id}:${rejecting}`}
          label={{ about: problem.no ?? '', href: `/problems/${problem.id}` }}
          submit={t.stepReject}
          run={(comment) => signed(rejecting, 'rejected', comment)}

          onClose={() => setRejecting(null)}
        />
      )}
    </section>
  )
}
