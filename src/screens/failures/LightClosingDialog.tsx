/**
 * Closes a minor failure in one sitting: five answers, and what is proposed for the rest in view. Stored is everything with
 * the steps it opens, or nothing.
 */
import { useMemo } from 'react'
import type { Failure } from '../../domain/records/failure'
import type { Fields } from '../../domain/records/field'
import { handlingFields } from '../../domain/records/handling'
import { isUnread } from '../../domain/typedValue'
import type { CaseFile } from '../../domain/workflow/caseFile'
import {
  ASKED_OF_FAILURE,
  ASKED_OF_HANDLING,
  ASKED_WITH_ALIKE,
  companyFieldsAsked,
  proposedForFailure,
  proposedForHandling,
} from '../../domain/workflow/lightClosing'
import { isEmpty } from '../../domain/workflow/requiredFields'
import { localMoment } from '../../i18n/format'
import { NAMED } from '../../i18n/workflow'
import { useFieldsOf } from '../../panels/useCompanyFields'
import { useFieldText } from '../../panels/FailureFacts'
import { FieldInput } from '../../panels/FieldInput'
import { FormDialog } from '../../panels/FormDialog'
import { NodeField } from '../../panels/NodeField'
import { useCodes } from '../../panels/useCodes'
import { useCommand } from '../../panels/useCommand'
import { useEngine } from '../../panels/useEngine'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { caseFileOf } from '../../store/caseFiles'
import { closeInOneGo } from '../../store/lightClosing'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { useWhoIsNext } from './useWhoIsNext'
import '../../panels/recordDialog.css'

interface Props {
  readonly file: CaseFile
  /** There are failures alike, which may be the same or the same again. */
  readonly hasAlike: boolean
  readonly onClose: () => void
}

/** Fields of both records, those of the company among them. */
function useBothFields(): Fields {
  const failure = useFieldsOf('failures')
  return useMemo(() => ({ ...handlingFields, ...failure }), [failure])
}

export function LightClosingDialog(props: Props) {
  const { t } = useText()
  const { failure } = props.file
  const form = useForm({
    form: `light:${failure.id}`,
    record: {},
    isNew: true,
    label: { title: t.lightTitle, about: failure.no ?? '', href: `/failures/${failure.id}` },
  })
  return form === null ? null : <OpenDialog {...props} form={form} />
}

/** What is stored: what was typed, over what is proposed. */
function useAnswers(file: CaseFile, form: Form, hasAlike: boolean) {
  const { failure, handlings } = file
  const failureFields = useFieldsOf('failures')
  const person = usePerson()
  const now = localMoment().slice(0, 16)
  const wanted = [...ASKED_OF_FAILURE, ...(hasAlike ? ASKED_WITH_ALIKE : [])] as readonly (keyof Failure)[]
  const askedNames = wanted.filter((name) => isEmpty(failure[name]))
  const chargeable = form.valueOf('chargeable') ?? failure.chargeable
  const proposed: Readonly<Record<string, unknown>> = {
    ...proposedForFailure(failure, person.name, chargeable, hasAlike),
    ...(handlings.length > 0 ? {} : proposedForHandling(failure, person.name, now)),
  }
  const handlingNames = handlings.length > 0 ? [] : ASKED_OF_HANDLING
  const asked: readonly string[] = [...handlingNames, ...askedNames, ...companyFieldsAsked(file)]
  const valueOf = (name: string): unknown => form.valueOf(name) ?? proposed[name]
  const names = [...new Set([...asked, ...Object.keys(proposed)])]
  const valuesIn = (fields: Fields) =>
    Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, valueOf(name)]))
  return {
    person,
    now,
    asked,
    proposed: names.filter((name) => !asked.includes(name)),
    valueOf,
    answers: {
      failure: valuesIn(failureFields) as Partial<Failure>,
      handling: handlings.length > 0 ? null : valuesIn(handlingFields),
    },
  }
}

function OpenDialog({ file, hasAlike, form, onClose }: Props & { readonly form: Form }) {
  const { t, language } = useText()
  const command = useCommand('here')
  const { person, now, asked, proposed, valueOf, answers } = useAnswers(file, form, hasAlike)
  const missing = [...asked, ...proposed].filter((name) => isEmpty(valueOf(name)) || isUnread(valueOf(name)))
  const fields = useBothFields()
  const nameOf = (name: string): string => fields[name]?.[language] ?? name
  const sayDone = useSaidDone(file.failure.id)
  const submit = async (): Promise<boolean> => {
    const end = await command.run(() => closeInOneGo(file.failure.id, answers, person, now))
    if (end.ended === 'done') await sayDone(end.value)
    return end.ended === 'done'
  }
  const first = missing.slice(0, NAMED).map(nameOf).join(t.listComma)
  const refusal = missing.length === 0 ? undefined : t.loopMissingNamed(missing.length, first)
  return (
    <FormDialog
      title={t.lightTitle}
      form={form}
      fields={fields}
      submit={t.lightSubmit}
      refusal={refusal}
      command={command}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-grid">
        {asked.map((name) => (
          <Answer key={name} form={form} valueOf={valueOf} name={name} isAsked />
        ))}
      </div>
      <details>
        <summary>
          {t.lightProposed(proposed.length)} <Proposals names={proposed} valueOf={valueOf} />
        </summary>
        <div className="form-grid">
          {proposed.map((name) => (
            <Answer key={name} form={form} valueOf={valueOf} name={name} />
          ))}
        </div>
      </details>
    </FormDialog>
  )
}

/** Says what state it is in now, and who is next. */
function useSaidDone(failureId: string): (state: string) => Promise<void> {
  const { t } = useText()
  const toast = useToast()
  const { label } = useCodes()
  const whoNext = useWhoIsNext()
  return async (state) => {
    const after = await caseFileOf(failureId)
    const next = after === null ? null : whoNext(after.failure)
    const done = t.lightDone(label('CL-STATE', state))
    toast(next === null ? done : t.nextIs(done, next))
  }
}

interface AnswerProps {
  readonly form: Form
  readonly name: string
  readonly isAsked?: boolean
  readonly valueOf: (name: string) => unknown
}

function Answer({ form, name, isAsked = false, valueOf }: AnswerProps) {
  const field = useBothFields()[name]
  if (field === undefined) return null
  const shared = {
    field,
    value: valueOf(name),
    required: isAsked,
    onChange: (value: unknown) => form.set(name, value),
  }
  return (
    <div className={name === 'measure' ? 'wide' : ''}>
      {field.kind === 'ref' ? (
        <NodeField {...shared} id={`light-${name}`} />
      ) : (
        <FieldInput {...shared} id={`light-${name}`} multiline={name === 'measure'} />
      )}
    </div>
  )
}

/** Everything proposed, in one line of words, so that it is read without opening anything. */
function Proposals({
  names,
  valueOf,
}: {
  readonly names: readonly string[]
  readonly valueOf: (name: string) => unknown
}) {
  const { t, language } = useText()
  const text = useFieldText()
  const fields = useBothFields()
  const { answer: known } = useEngine('all-names', (engine) => engine.allNames())
  return (
    <span className="small muted">
      {names
        .flatMap((name) => {
          const field = fields[name]
          const value = valueOf(name)
          if (field === undefined || isEmpty(value) || isUnread(value)) return []
          return [`${field[language]}${t.colon}${text(field, value, known ?? {})}`]
        })
        .join(t.semicolon)}
    </span>
  )
}
