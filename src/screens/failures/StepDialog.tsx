/** Asks what a step of the workflow needs to know, then takes it. */
import { useState } from 'react'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
import { decide, type Answers } from '../../domain/workflow/decide'
import { CLOSED_WITHOUT_ACTION, type GateContext } from '../../domain/workflow/gates'
import type { Asked, TransitionName } from '../../domain/workflow/transitions'
import { localMoment } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { remainingFailure } from '../../store/attachments'
import { takeStep } from '../../store/caseFiles'
import { engine } from '../../workers/engineClient'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

interface Props {
  readonly file: CaseFile
  readonly name: TransitionName
  readonly person: Person
  readonly context: GateContext
  /** What is proposed as answers; the person may change it. */
  readonly given?: Answers
  readonly onClose: () => void
}

export function StepDialog({ file, name, person, context, given, onClose }: Props) {
  const { t, language } = useText()
  const toast = useToast()
  const [answers, setAnswers] = useState<Answers>(given ?? {})
  const [problem, setProblem] = useState<string | null>(null)
  const { transition, unanswered, missing, refusals } = decide(name, file, person, context, answers)
  const unsaid = unanswered.map(t.askedName).join(t.listComma)
  const refusal =
    unanswered.length > 0
      ? unsaid
      : refusals[0] === undefined
        ? missing.length > 0
          ? t.loopMissing(missing.length)
          : undefined
        : t.refusalName(refusals[0])
  const set = (asked: Asked, value: string): void => setAnswers((before) => ({ ...before, [asked]: value }))

  const take = async (): Promise<void> => {
    const numbered =
      answers.target === undefined
        ? []
        : await engine().idsOf({
            language,
            filters: [{ field: 'no', op: 'is', values: [answers.target.trim()] }],
            search: '',
            sorting: { field: 'occurredAt', descending: true },
          })
    const [target = null, second] = numbered
    if (
      answers.target !== undefined &&
      (target === null || second !== undefined || (await remainingFailure(target)) === file.failure.id)
    ) {
      setProblem(t.stepNoSuchFailure(answers.target))
      return
    }
    const result = await takeStep(
      file.failure.id,
      name,
      person,
      localMoment().slice(0, 16),
      target === null ? answers : { ...answers, target },
    )
    toast(result.ok ? t.loopTaken(t.stepName(name)) : t.loopChangedMeanwhile)
    onClose()
  }

  return (
    <Dialog
      title={t.stepName(name)}
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
            onClick={() => void take()}
          >
            {t.stepName(name)}
          </button>
        </>
      }
    >
      {transition.asks.length === 0 ? <p>{t.stepConfirm}</p> : null}
      {transition.asks.map((asked) => (
        <Question key={asked} asked={asked} value={answers[asked] ?? ''} onChange={(value) => set(asked, value)} />
      ))}
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  )
}

function Question({
  asked,
  value,
  onChange,
}: {
  readonly asked: Asked
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t, language } = useText()
  const { book } = useCodes()
  const label = <span className="field-label">{t.askedName(asked)}</span>
  if (asked === 'why')
    return (
      <label className="field">
        {label}
        <textarea className="input" rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
      </label>
    )
  if (asked === 'resumeOn')
    return (
      <label className="field">
        {label}
        <input className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
      </label>
    )
  if (asked === 'target')
    return (
      <label className="field">
        {label}
        <input className="input mono" value={value} onChange={(event) => onChange(event.target.value)} />
      </label>
    )
  const codes =
    asked === 'reopenCode' ? book['CL-REOPEN'] : book['CL-CLOSE'].filter(({ code }) => CLOSED_WITHOUT_ACTION.has(code))
  return (
    <label className="field">
      {label}
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.notKnown}</option>
        {codes.map((code) => (
          <option key={code.code} value={code.code}>
            {code.code} {code[language]}
          </option>
        ))}
      </select>
    </label>
  )
}
