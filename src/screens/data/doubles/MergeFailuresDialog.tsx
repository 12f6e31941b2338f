/** Two records of one failure side by side: which stays, which words stand where they differ, and what moves. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import type { Json } from '../../../domain/records/field'
import { troubleOf, type Trouble } from '../../../domain/commandTrouble'
import { numbersOf } from '../../../domain/doubledFailure'
import { formatCount, localMoment } from '../../../i18n/format'
import { useFieldText } from '../../../panels/FailureFacts'
import { FormDialog } from '../../../panels/FormDialog'
import { ReasonField, reasonOf } from '../../../panels/ReasonField'
import { StateMark } from '../../../panels/StateTags'
import { useCodes } from '../../../panels/useCodes'
import { useCommand, useSayDone } from '../../../panels/useCommand'
import { useFieldsOf } from '../../../panels/useCompanyFields'
import { useForm, type Form } from '../../../panels/useForm'
import { usePerson } from '../../../panels/usePerson'
import { doublePreview, mergeFailures, type DoublePreview, type FoundDouble } from '../../../store/doubledFailures'
import type { UsageCount } from '../../../store/masterUsage'
import { useText } from '../../../ui/LanguageContext'
import { useDoubleWords } from './useDoubleWords'

interface Props {
  readonly pair: FoundDouble
  readonly onClose: () => void
}

const SWAPPED = 'swapped'
const takeName = (field: string): string => `take:${field}`

export function MergeFailuresDialog(props: Props) {
  const { t } = useText()
  const words = useDoubleWords()
  const { stays, double } = props.pair
  const title = t.doublesMergeTitle(words.numberOf(stays))
  const form = useForm({
    form: `merge-failures:${stays.id}:${double.id}`,
    record: {},
    isNew: true,
    label: { title, href: '/data/doubles' },
  })
  return form === null ? null : <OpenDialog {...props} title={title} form={form} />
}

function OpenDialog({ pair, title, form, onClose }: Props & { readonly title: string; readonly form: Form }) {
  const { t, language } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const say = useSayDone()
  const isSwapped = form.valueOf(SWAPPED) === true
  const [staysId, doubleId] = isSwapped ? [pair.double.id, pair.stays.id] : [pair.stays.id, pair.double.id]
  const looked = useLiveQuery(async (): Promise<DoublePreview | Trouble> => {
    try {
      return await doublePreview(doubleId, staysId)
    } catch (error) {
      return troubleOf(error)
    }
  }, [staysId, doubleId])
  const preview = looked !== undefined && 'stays' in looked && looked.stays.id === staysId ? looked : null
  const trouble = looked !== undefined && !('stays' in looked) ? t.commandTrouble(looked) : undefined
  const refusal = trouble ?? (preview === null ? t.comboSearching : reasonOf(form) === '' ? t.reasonNeeded : undefined)
  const save = async (): Promise<boolean> => {
    const takes = (preview?.differing ?? []).flatMap(({ field }) =>
      form.valueOf(takeName(field)) === true ? [field] : [],
    )
    const end = await command.run(() => mergeFailures(doubleId, staysId, takes, person, localMoment(), reasonOf(form)))
    if (end.ended !== 'done') return false
    say(t.doublesMerged(formatCount(1, language)), end.value)
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
      {preview === null ? null : (
        <>
          <Heads preview={preview} />
          <div>
            <button
              type="button"
              className="button"
              onClick={() =>
                form.change({
                  [SWAPPED]: !isSwapped,
                  ...Object.fromEntries(preview.differing.map(({ field }) => [takeName(field), false])),
                })
              }
            >
              {t.doublesSwap}
            </button>
          </div>
          <Differing preview={preview} form={form} />
          <Filled preview={preview} />
          <Moving preview={preview} />
        </>
      )}
      <ReasonField form={form} label={t.doublesExactAsk} />
    </FormDialog>
  )
}

function Heads({ preview: { stays, double } }: { readonly preview: DoublePreview }) {
  const { t } = useText()
  const words = useDoubleWords()
  const { label } = useCodes()
  const sides = [
    [t.doublesStays, stays],
    [t.doublesDouble, double],
  ] as const
  return (
    <div className="double-heads">
      {sides.map(([name, failure]) => (
        <div key={name} className="double-head">
          <p className="small muted">{name}</p>
          <p>
            <strong className="mono">{words.numberOf(failure)}</strong>{' '}
            <StateMark code={failure.state} label={label('CL-STATE', failure.state ?? '')} />
          </p>
          <p className="small">
            {[words.when(failure), words.train(failure), words.part(failure)].filter((part) => part !== '').join(' · ')}
          </p>
        </div>
      ))}
    </div>
  )
}

function useSayValue(): (field: string, value: Json) => string {
  const text = useFieldText()
  const { names } = useDoubleWords()
  const fields = useFieldsOf('failures')
  return (field, value) => {
    const described = fields[field]
    return described === undefined ? String(value) : text(described, value, names)
  }
}

function useLabel(): (field: string) => string {
  const { language } = useText()
  const fields = useFieldsOf('failures')
  return (field) => fields[field]?.[language] ?? field
}

/** One choice per field in which both say something else; what stays stands unless somebody chooses. */
function Differing({ preview: { differing }, form }: { readonly preview: DoublePreview; readonly form: Form }) {
  const { t } = useText()
  const [labelOf, sayValue] = [useLabel(), useSayValue()]
  if (differing.length === 0) return null
  return (
    <section className="stack">
      <h3>{t.doublesDiffers}</h3>
      {differing.map(({ field, stays, double }) => {
        const isTaken = form.valueOf(takeName(field)) === true
        return (
          <fieldset key={field} className="double-field">
            <legend>{labelOf(field)}</legend>
            {[
              { takes: false, side: t.doublesStays, value: stays },
              { takes: true, side: t.doublesDouble, value: double },
            ].map(({ takes, side, value }) => (
              <label key={side} className="double-choice">
                <input
                  type="radio"
                  name={takeName(field)}
                  checked={isTaken === takes}
                  onChange={() => form.set(takeName(field), takes)}
                />
                <span className="small muted">{side}</span>
                <span className="double-value">{sayValue(field, value)}</span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </section>
  )
}

function Filled({ preview: { filled } }: { readonly preview: DoublePreview }) {
  const { t } = useText()
  const [labelOf, sayValue] = [useLabel(), useSayValue()]
  if (filled.length === 0) return null
  return (
    <section>
      <h3>{t.doublesFills}</h3>
      <ul className="plain-list small">
        {filled.map(({ field, value }) => (
          <li key={field}>
            {labelOf(field)}
            {t.colon}
            {sayValue(field, value)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Moving({ preview }: { readonly preview: DoublePreview }) {
  const { t } = useText()
  const { moves, same, stays, double } = preview
  const numbers = numbersOf(stays, double)
  return (
    <section>
      <h3>{t.doublesMoves}</h3>
      {moves.length === 0 ? <p className="small">{t.doublesNothingMoves}</p> : <Counts counts={moves} />}
      {same.length === 0 ? null : (
        <>
          <h3>{t.doublesSame}</h3>
          <Counts counts={same} />
        </>
      )}
      {numbers === '' ? null : <p className="small">{t.doublesNumbers(numbers)}</p>}
    </section>
  )
}

function Counts({ counts }: { readonly counts: readonly UsageCount[] }) {
  const { t, language } = useText()
  return (
    <ul className="plain-list small">
      {counts.map(({ table, field, count }) => (
        <li key={`${table}.${field}`}>{t.doublesRecords(t.tableName(table), formatCount(count, language))}</li>
      ))}
    </ul>
  )
}
