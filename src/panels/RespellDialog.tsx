/** Merges one spelling of a serial or of a car into another; what moves and what speaks against it is shown before. */
import { useLiveQuery } from './useLiveQuery'
import { troubleOf, type Trouble } from '../domain/commandTrouble'
import { formatCount } from '../i18n/format'
import {
  carPreview,
  mergeCars,
  mergeSerials,
  serialPreview,
  type CarPreview,
  type SerialPreview,
} from '../store/respelledRecords'
import { useText } from '../ui/LanguageContext'
import { FormDialog } from './FormDialog'
import { eventInWords } from './lifeInWords'
import { ReasonField, reasonOf } from './ReasonField'
import { useCommand, useSayDone } from './useCommand'
import { useEngine } from './useEngine'
import { useForm, type Form } from './useForm'
import { usePerson } from './usePerson'

/** What is respelled, and into what, as proposed; a person may write another spelling. */
export type Respelled = { readonly double: string; readonly stays: string } & (
  { readonly kind: 'serial' } | { readonly kind: 'car'; readonly trainId: string }
)

interface Props {
  readonly respelled: Respelled
  readonly onDone?: (stays: string) => void
  readonly onClose: () => void
}

export function RespellDialog(props: Props) {
  const { t } = useText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const { respelled } = props
  const { double } = respelled
  const title =
    respelled.kind === 'serial'
      ? t.respellSerial(double)
      : t.respellCar(double, names?.[respelled.trainId] ?? respelled.trainId)
  const form = useForm({
    form: `respell:${respelled.kind === 'car' ? respelled.trainId : ''}:${double}`,
    record: {},
    isNew: true,
    label: { title, href: '/data/doubles' },
  })
  return form === null ? null : <OpenDialog {...props} title={title} form={form} names={names ?? {}} />
}

type Looked = { readonly of: string } & (
  { readonly preview: SerialPreview | CarPreview } | { readonly trouble: Trouble }
)

const INTO = 'into'
const FROM = 'from'

interface OpenProps extends Props {
  readonly title: string
  readonly form: Form
  readonly names: Readonly<Record<string, string>>
}

function OpenDialog({ respelled, title, form, names, onDone, onClose }: OpenProps) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const say = useSayDone()
  const [double, stays] = [
    String(form.valueOf(FROM) ?? respelled.double).trim(),
    String(form.valueOf(INTO) ?? respelled.stays).trim(),
  ]
  const trainId = respelled.kind === 'car' ? respelled.trainId : null
  const of = `${trainId ?? ''}|${double}|${stays}`
  const answer = useLiveQuery(async (): Promise<Looked | null> => {
    if (double === '' || stays === '') return null
    try {
      const preview = trainId === null ? serialPreview(double, stays) : carPreview(trainId, double, stays)
      return { of, preview: await preview }
    } catch (error) {
      return { of, trouble: troubleOf(error) }
    }
  }, [of])
  const looked = answer?.of === of ? answer : null
  const isSwapped =
    looked !== null && 'preview' in looked && 'swappedFor' in looked.preview && looked.preview.swappedFor.length > 0
  const trouble = looked !== null && 'trouble' in looked ? t.commandTrouble(looked.trouble) : undefined
  const refusal =
    double === '' || stays === ''
      ? t.respellNeeded
      : isSwapped
        ? t.respellSwapped
        : (trouble ?? (looked === null ? t.comboSearching : reasonOf(form) === '' ? t.reasonNeeded : undefined))
  const save = async (): Promise<boolean> => {
    const why = reasonOf(form)
    const end = await command.run(() =>
      trainId === null ? mergeSerials(double, stays, person, why) : mergeCars(trainId, double, stays, person, why),
    )
    if (end.ended !== 'done') return false
    say(t.respellDone, end.value)
    onDone?.(stays)
    return true
  }
  return (
    <FormDialog
      title={title}
      form={form}
      submit={t.masterMergeNow}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <Written label={t.respellFrom} value={double} onChange={(value) => form.set(FROM, value)} />
      <Written label={t.respellInto} value={stays} onChange={(value) => form.set(INTO, value)} />
      {looked !== null && 'preview' in looked ? <Preview preview={looked.preview} names={names} /> : null}
      <ReasonField form={form} label={t.masterMergeReason} />
    </FormDialog>
  )
}

interface WrittenProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Written({ label, value, onChange }: WrittenProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input className="input mono" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}

function Preview({
  preview,
  names,
}: {
  readonly preview: SerialPreview | CarPreview
  readonly names: Readonly<Record<string, string>>
}) {
  const { t, language } = useText()
  const against =
    'parts' in preview
      ? [
          ...preview.against.map(({ kind, event, against }) =>
            t.serialDisagreement(kind, eventInWords(event, names, t), eventInWords(against, names, t)),
          ),
          ...(preview.parts.length === 0
            ? []
            : [t.respellParts(preview.parts.map((id) => names[id] ?? id).join(t.listComma))]),
          ...(preview.swappedFor.length === 0 ? [] : [t.respellSwapped]),
        ]
      : preview.against.map(({ day, position, serials }) =>
          t.respellCarAgainst(day, position, serials.join(t.listComma)),
        )
  return (
    <>
      <section className="note stack">
        <h3>{t.masterMergeMoves}</h3>
        {preview.moves.length === 0 ? (
          <p className="small">{t.masterMergeNoMoves}</p>
        ) : (
          <ul className="plain-list small">
            {preview.moves.map(({ table, count }) => (
              <li key={table}>{t.doublesRecords(t.tableName(table), formatCount(count, language))}</li>
            ))}
          </ul>
        )}
      </section>
      {against.length === 0 ? null : (
        <section className="note warn stack" role="note">
          <h3>{t.respellAgainst}</h3>
          <ul className="plain-list small">
            {against.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
