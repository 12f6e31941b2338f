/** Merges a code into another of its list; how many records change is said before. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import type { CodeInForce } from '../../domain/codeBook'
import type { CodeListName } from '../../domain/codeListName'
import { formatCount } from '../../i18n/format'
import { FormDialog } from '../../panels/FormDialog'
import { useCodes } from '../../panels/useCodes'
import { ReasonField, reasonOf } from '../../panels/ReasonField'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { mergeCodes, usageOfCode } from '../../store/mergeCodes'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly list: CodeListName
  readonly known: CodeInForce
  readonly codes: readonly CodeInForce[]
  readonly onClose: () => void
}

export function MergeCodeDialog(props: Props) {
  const { t, language } = useText()
  const form = useForm({
    form: `code-merge:${props.list}:${props.known.code}`,
    record: {},
    isNew: true,
    label: {
      title: t.codeMergeTitle(props.known[language]),
      about: props.known.code,
      href: `/settings?list=${props.list}#codes`,
    },
  })
  return form === null ? null : <OpenMergeCode {...props} form={form} />
}

function OpenMergeCode({ list, known, codes, form, onClose }: Props & { readonly form: Form }) {
  const { t, language } = useText()
  const { labelOf } = useCodes()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const into = String(form.valueOf('into') ?? '')
  const why = reasonOf(form)
  const usage = useLiveQuery(() => usageOfCode(list, known.code), [list, known.code])
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => mergeCodes(list, known.code, into, person, why))
    if (end.ended !== 'done') return false
    sayDone(t.codeMerged, end.value)
    return true
  }
  return (
    <FormDialog
      title={t.codeMergeTitle(known[language])}
      form={form}
      submit={t.masterMergeNow}
      refusal={into === '' ? t.codeMergeChoose : why === '' ? t.reasonNeeded : undefined}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <label className="field">
        <span className="field-label">{t.codeMergeInto}</span>
        <select className="input" value={into} onChange={(event) => form.set('into', event.target.value)}>
          <option value="" />
          {codes
            .filter((other) => other.code !== known.code && other.isActive)
            .map((other) => (
              <option key={other.code} value={other.code}>
                {labelOf(other)} ({other.code})
              </option>
            ))}
        </select>
      </label>
      {usage === undefined ? null : (
        <p className="note small" role="status">
          {t.codeMergeMoves(
            formatCount(
              usage.reduce((sum, { count }) => sum + count, 0),
              language,
            ),
          )}
        </p>
      )}
      <ReasonField form={form} label={t.codeMergeReason} />
    </FormDialog>
  )
}
