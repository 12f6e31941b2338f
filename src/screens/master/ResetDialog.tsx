/** An odometer was replaced: what the old one showed last and what the new one begins with, on one day. */
import { isUnread } from '../../domain/typedValue'
import type { Field } from '../../domain/records/field'
import { FieldInput } from '../../panels/FieldInput'
import { FormDialog } from '../../panels/FormDialog'
import { masterHref } from '../../panels/masterWords'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { saveReadings } from '../../store/usageReadings'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly trainId: string
  readonly name: string
  readonly onClose: () => void
}

export function ResetDialog(props: Props) {
  const { t } = useText()
  const form = useForm({
    form: `master-odometer:${props.trainId}`,
    record: {},
    isNew: true,
    label: {
      title: t.readingsResetTitle(props.name),
      about: props.name,
      href: masterHref('trains', props.trainId),
    },
  })
  return form === null ? null : <OpenResetDialog {...props} form={form} />
}

function OpenResetDialog({ trainId, name, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const [on, last, first] = ['on', 'last', 'first'].map((field) => form.valueOf(field))
  const isDay = typeof on === 'string' && !isUnread(on) && on.length === 10
  const refusal = isDay && typeof last === 'number' && typeof first === 'number' ? undefined : t.readingsResetNeeds
  const km = (label: string): Field => ({
    kind: 'number',
    zh: label,
    en: label,
    limits: { least: 0, most: 20_000_000 },
  })
  const save = async (): Promise<boolean> => {
    const [at, old, fresh] = [String(on), Number(last), Number(first)]
    const end = await command.run(() =>
      saveReadings(
        [
          { trainId, basis: 'cumulative', at, km: old },
          { trainId, basis: 'cumulative', at, km: fresh, isReset: true },
        ],
        person,
        { why: t.readingsReset },
      ),
    )
    if (end.ended !== 'done') return false
    sayDone(t.readingsSaved(2), end.value)
    return true
  }
  return (
    <FormDialog
      title={t.readingsResetTitle(name)}
      form={form}
      submit={t.save}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="small muted">{t.readingsResetHow}</p>
      <FieldInput
        field={{ kind: 'date', zh: t.readingsResetOn, en: t.readingsResetOn }}
        value={on}
        onChange={(value) => form.set('on', value)}
      />
      <FieldInput field={km(t.readingsResetOld)} value={last} onChange={(value) => form.set('last', value)} />
      <FieldInput field={km(t.readingsResetNew)} value={first} onChange={(value) => form.set('first', value)} />
    </FormDialog>
  )
}
