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
        {STEPS.map((step) => (
          <StepLine
            key={step}
            step={step}
            last={signOffs.findLast((known) => known.step === step)}
            needs={emptyFieldsOfStep(problem, step)[0] === undefined ? null : needsOf(step)}
            signRefusal={refusalOf(step, 'approved') ?? (isPending ? t.commandPending : undefined)}
            rejectRefusal={refusalOf(step, 'rejected')}
            onEdit={() => onEdit(emptyFieldsOfStep(problem, step)[0] ?? '')}
            onSign={() => void approve(step)}
            onReject={() => setRejecting(step)}
          />
        ))}
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

interface StepProps {
  readonly step: Step
  readonly last: SignOff | undefined
  /** What the step still asks for; null when it has everything. */
  readonly needs: string | null
  readonly signRefusal: string | undefined
  readonly rejectRefusal: string | undefined
  readonly onEdit: () => void
  readonly onSign: () => void
  readonly onReject: () => void
}

function StepLine({ step, last, needs, signRefusal, rejectRefusal, onEdit, onSign, onReject }: StepProps) {
  const { t } = useText()
  return (
    <li>
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
        {needs === null ? null : (
          <button type="button" className="button quiet small" onClick={onEdit}>
            {needs}
          </button>
        )}
      </span>
      <span className="row">
        <button
          type="button"
          className="button"
          disabled={signRefusal !== undefined}
          title={signRefusal}
          onClick={onSign}
        >
          {t.stepSign}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={rejectRefusal !== undefined}
          title={rejectRefusal}
          onClick={onReject}
        >
          {t.stepReject}
        </button>
      </span>
    </li>
  )
}
