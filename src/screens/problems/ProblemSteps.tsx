/** Steps D0 to D8: what each is about, what it still needs, who signed it or why it was rejected. */
import { usePerson } from '../../panels/usePerson'
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import type { Change } from '../../domain/change'
import { problemFields } from '../../domain/records/problem'
import { lastSignOffs, signersOf, STEPS, type SignOff, type Step } from '../../domain/workflow/problemSteps'
import { stepRefusal } from '../../domain/workflow/problemWorkflow'
import { lacksForApproval, lacksOfStep, signedProblem, type StepLack } from '../../domain/workflow/stepEvidence'
import { formatMoment, localMoment } from '../../i18n/format'
import { ReasonDialog } from '../../panels/ReasonDialog'
import type { ProblemFile } from '../../store/caseFiles'
import { signStep } from '../../store/problemSigns'
import { useText } from '../../ui/LanguageContext'
import './problemSteps.css'

interface Props {
  readonly file: ProblemFile
  /** Opens the form of the problem at a field. */
  readonly onEdit: (field: string) => void
  /** Leads to causes, actions and effect, where the rest is put right. */
  readonly onWork?: () => void
}

export function ProblemSteps({ file: whole, onEdit, onWork }: Props) {
  const { t, language } = useText()
  const file = signedProblem(whole)
  const { problem } = whole
  const person = usePerson()
  const { name: actor, role } = person
  const { isPending, run } = useCommand()
  const [rejecting, setRejecting] = useState<Step | null>(null)
  const signOffs = lastSignOffs(problem, file.cycle)
  const signed = (step: Step, result: SignOff['result'], comment: string): Promise<Change | null> =>
    signStep(problem.id, { step, at: localMoment().slice(0, 16), result, comment }, person)
  const approve = (step: Step) => run(() => signed(step, 'approved', ''))
  /** Why this person may not sign the step this way; a rejection asks for its reason only afterwards. */
  const refusalOf = (step: Step, result: SignOff['result']): string | undefined => {
    const refusal = stepRefusal(file, { step, by: actor, result, comment: '…' }, role)
    if (refusal === 'nobody-named' || refusal === 'held') return t.refusalName(refusal)
    if (refusal === 'own-analysis') return t.stepOwnAnalysis
    if (refusal === 'role') return t.loopRoles(signersOf(step).map(t.roleName).join(t.listComma))
    return refusal === null ? (isPending ? t.commandPending : undefined) : needsOf(lacksForApproval(file, step))
  }
  const inWords = (lack: StepLack): string =>
    lack.kind === 'field'
      ? problemFields[lack.field as keyof typeof problemFields][language]
      : lack.kind === 'earlier'
        ? t.stepEarlier(lack.step)
        : t.stepLack(lack.kind, lack.about)
  const needsOf = (lacks: readonly StepLack[]): string => t.stepNeeds(lacks.map(inWords).join(t.listComma))
  return (
    <section className="card card-pad stack">
      <h2>{t.problemSteps}</h2>
      <ul className="problem-steps">
        {STEPS.map((step) => (
          <StepLine
            key={step}
            step={step}
            last={signOffs.get(step)}
            needs={lacksOfStep(file, step)}
            inWords={inWords}
            signRefusal={refusalOf(step, 'approved') ?? (isPending ? t.commandPending : undefined)}
            rejectRefusal={refusalOf(step, 'rejected')}
            onEdit={onEdit}
            onWork={onWork}
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
  /** What the step itself still has to show. */
  readonly needs: readonly StepLack[]
  readonly inWords: (lack: StepLack) => string
  readonly signRefusal: string | undefined
  readonly rejectRefusal: string | undefined
  readonly onEdit: (field: string) => void
  readonly onWork: (() => void) | undefined
  readonly onSign: () => void
  readonly onReject: () => void
}

function StepLine({
  step,
  last,
  needs,
  inWords,
  signRefusal,
  rejectRefusal,
  onEdit,
  onWork,
  onSign,
  onReject,
}: StepProps) {
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
        {needs.length === 0 || last?.result === 'approved' ? null : (
          <ul className="problem-step-needs">
            {needs.map((lack) => (
              <li key={inWords(lack)}>
                {lack.kind === 'field' ? (
                  <button type="button" className="button quiet small" onClick={() => onEdit(lack.field)}>
                    {inWords(lack)}
                  </button>
                ) : onWork === undefined ? (
                  inWords(lack)
                ) : (
                  <button type="button" className="button quiet small" onClick={onWork}>
                    {inWords(lack)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </span>
      <span className="row">
        {last?.result === 'approved' ? null : (
          <button
            type="button"
            className="button"
            disabled={signRefusal !== undefined}
            title={signRefusal}
            onClick={onSign}
          >
            {t.stepSign}
          </button>
        )}
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
