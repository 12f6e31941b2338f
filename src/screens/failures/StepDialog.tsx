/** Asks what a step of the workflow needs to know, then takes it. */
import { localMoment } from '../../i18n/format'
import { useState } from 'react'
import { date as dateField, text as textField } from '../../domain/records/field'
import type { CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
import { decide, type Answers, type Decision } from '../../domain/workflow/decide'
import { CLOSED_WITHOUT_ACTION, type GateContext } from '../../domain/workflow/gates'
import type { Asked, TransitionName } from '../../domain/workflow/transitions'
import { FieldInput } from '../../panels/FieldInput'
import { itemsInWords } from '../../panels/itemInWords'
import { FormDialog } from '../../panels/FormDialog'
import { useCodes } from '../../panels/useCodes'
import { useCommand } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { remainingFailure } from '../../store/attachments'
import { caseFileOf, takeStep } from '../../store/caseFiles'
import { engine } from '../../workers/engineClient'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { useWhoIsNext } from './useWhoIsNext'
import { useCompanyFields } from '../../panels/useCompanyFields'

interface Props {
  readonly file: CaseFile
  readonly name: TransitionName
  readonly person: Person
  readonly context: GateContext
  /** What is proposed as answers; the person may change it. */
  readonly given?: Answers
  readonly onClose: () => void
}

export function StepDialog(props: Props) {
  const { t } = useText()
  const { file, name, given } = props
  const { failure } = file
  const form = useForm({
    form: `step:${failure.id}:${name}`,
    record: given ?? {},
    isNew: true,
    label: { title: t.stepName(name), about: failure.no ?? '', href: `/failures/${failure.id}` },
  })
  return form === null ? null : <OpenStepDialog {...props} form={form} />
}

/** Answers that can be read. */
const answersIn = (form: Form): Answers =>
  Object.fromEntries(
    Object.entries(form.values).filter(
      ([name, value]) => !name.startsWith('#') && typeof value === 'string' && value !== '',
    ),
  )

function OpenStepDialog({ file, name, person, context, form, onClose }: Props & { readonly form: Form }) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const toast = useToast()
  const command = useCommand('here')
  const [problem, setProblem] = useState<string | null>(null)
  const numbered = useNumbered()
  const whoNext = useWhoIsNext()
  const answers = answersIn(form)
  const { transition, unanswered, missing, refusals } = decide(name, file, person, context, answers)
  const refusal =
    unanswered.length > 0
      ? unanswered.map(t.askedName).join(t.listComma)
      : refusals[0] === undefined
        ? missing.length > 0
          ? itemsInWords(missing, t, language, company)
          : undefined
        : t.refusalName(refusals[0])
  /** What the records on the disk say against the step, where the screen knew less. */
  const whyNot = (decision: Decision | null): string =>
    [
      t.loopChangedMeanwhile,
      ...(decision?.refusals.map(t.refusalName) ?? []),
      ...(decision?.missing.map(({ reason, detail = '' }) => t.missingReason(reason, detail)) ?? []),
    ].join(t.listComma)
  /** What was done, and who is next; it stands in that person's work from now on. */
  const saidNext = async (): Promise<string> => {
    const after = await caseFileOf(file.failure.id)
    const next = after === null ? null : whoNext(after.failure)
    return next === null ? t.loopTaken(t.stepName(name)) : t.loopTakenNext(t.stepName(name), next)
  }
  const take = async (): Promise<boolean> => {
    setProblem(null)
    const end = await command.run(async () => {
      const now = localMoment().slice(0, 16)
      if (answers.target === undefined) return takeStep(file.failure.id, name, person, now, answers)
      const target = await numbered(answers.target)
      if (target === null || (await remainingFailure(target)) === file.failure.id) return null
      return takeStep(file.failure.id, name, person, now, { ...answers, target })
    })
    if (end.ended !== 'done') return false
    if (end.value === null) setProblem(t.stepNoSuchFailure(answers.target ?? ''))
    else if (end.value.ok) toast(await saidNext())
    else setProblem(whyNot(end.value.decision))
    return end.value?.ok === true
  }
  return (
    <FormDialog
      title={t.stepName(name)}
      form={form}
      fields={Object.fromEntries(
        transition.asks.map((asked) => [asked, textField(t.askedName(asked), t.askedName(asked))]),
      )}
      submit={t.stepName(name)}
      refusal={refusal}
      command={command}
      onSubmit={take}
      onClose={onClose}
    >
      {transition.asks.length === 0 ? <p>{t.stepConfirm}</p> : null}
      {transition.asks.map((asked) => (
        <Question key={asked} asked={asked} value={form.valueOf(asked)} onChange={(value) => form.set(asked, value)} />
      ))}
      {problem === null ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </FormDialog>
  )
}

/** The one failure with this number; null when there is none, or more than one. */
function useNumbered(): (no: string) => Promise<string | null> {
  const { language } = useText()
  return async (no) => {
    const [id = null, second] = await engine().idsOf({
      language,
      filters: [{ field: 'no', op: 'is', values: [no.trim()] }],
      search: '',
      sorting: [{ field: 'occurredAt', descending: true }],
    })
    return second === undefined ? id : null
  }
}

function Question({
  asked,
  value,
  onChange,
}: {
  readonly asked: Asked
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}) {
  const { t, language } = useText()
  const { book } = useCodes()
  const text = typeof value === 'string' ? value : ''
  const label = <span className="field-label">{t.askedName(asked)}</span>
  if (asked === 'why')
    return (
      <label className="field">
        {label}
        <textarea className="input" rows={3} value={text} onChange={(event) => onChange(event.target.value)} />
      </label>
    )
  if (asked === 'resumeOn')
    return <FieldInput field={dateField(t.askedName(asked), t.askedName(asked))} value={value} onChange={onChange} />
  if (asked === 'target')
    return (
      <label className="field">
        {label}
        <input className="input mono" value={text} onChange={(event) => onChange(event.target.value)} />
      </label>
    )
  const codes =
    asked === 'reopenCode' ? book['CL-REOPEN'] : book['CL-CLOSE'].filter(({ code }) => CLOSED_WITHOUT_ACTION.has(code))
  return (
    <label className="field">
      {label}
      <select className="input" value={text} onChange={(event) => onChange(event.target.value)}>
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
