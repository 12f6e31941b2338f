/** Merges a double into the record that stays; what moves, what is filled and what differs is shown before. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useId } from 'react'
import { useLocation } from 'wouter'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { troubleOf, type Trouble } from '../../domain/commandTrouble'
import { formatCount } from '../../i18n/format'
import { FormDialog } from '../../panels/FormDialog'
import { useFieldText } from '../../panels/FailureFacts'
import { masterHref } from '../../panels/masterWords'
import { RefField } from '../../panels/RefField'
import { ReasonField, reasonOf } from '../../panels/ReasonField'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useEngine } from '../../panels/useEngine'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { mergePreview, mergeRecords, type MergeableTable, type MergePreview } from '../../store/mergeRecords'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { TableHead } from '../../ui/TableHead'
import { useFieldsOf } from '../../panels/useCompanyFields'

interface Props {
  readonly table: MergeableTable
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

export function MergeDialog(props: Props) {
  const { t } = useText()
  const form = useForm({
    form: `master-merge:${props.table}:${props.id}`,
    record: {},
    isNew: true,
    label: { title: t.masterMergeTitle(props.name), about: props.name, href: masterHref(props.table, props.id) },
  })
  return form === null ? null : <OpenMergeDialog {...props} form={form} />
}

type Looked = { readonly into: string } & ({ readonly preview: MergePreview } | { readonly trouble: Trouble })

function OpenMergeDialog({ table, id, name, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const [, navigate] = useLocation()
  const inputId = useId()
  const typed = form.valueOf('into')
  const into = typeof typed === 'string' ? typed : ''
  const why = reasonOf(form)
  const answer = useLiveQuery(async (): Promise<Looked | null> => {
    if (into === '') return null
    try {
      return { into, preview: await mergePreview(table, id, into) }
    } catch (error) {
      return { into, trouble: troubleOf(error) }
    }
  }, [table, id, into])
  // Until the answer for this one is there, the query hands out that of the one chosen before.
  const looked = answer?.into === into ? answer : null
  const trouble = looked !== null && 'trouble' in looked ? t.commandTrouble(looked.trouble) : undefined
  const refusal =
    into === ''
      ? t.masterMergeChoose
      : (trouble ?? (looked === null ? t.comboSearching : why === '' ? t.reasonNeeded : undefined))
  const save = async (): Promise<boolean> => {
    const end = await command.run(() => mergeRecords(table, id, into, person, why))
    if (end.ended !== 'done') return false
    sayDone(t.masterMerged, end.value, () => navigate(masterHref(table, id)))
    return true
  }
  return (
    <FormDialog
      title={t.masterMergeTitle(name)}
      form={form}
      submit={t.masterMergeNow}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <RefField
        table={table}
        field={{ kind: 'ref', to: table, zh: t.masterMergeInto, en: t.masterMergeInto }}
        id={inputId}
        value={typed}
        without={[id]}
        canAdd={false}
        onChange={(value) => form.set('into', value)}
      />
      {looked !== null && 'preview' in looked ? <Preview table={table} preview={looked.preview} /> : null}
      <ReasonField form={form} label={t.masterMergeReason} />
    </FormDialog>
  )
}

function Preview({ table, preview }: { readonly table: MergeableTable; readonly preview: MergePreview }) {
  const { t, language } = useText()
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const fields = useFieldsOf(table)
  const labelOf = (field: string): string => fields[field]?.[language] ?? field
  const show = (field: string, value: unknown): string => {
    const described = fields[field]
    return described === undefined ? String(value) : text(described, value, names ?? {})
  }
  return (
    <section className="note stack">
      <h3>{t.masterMergeMoves}</h3>
      {preview.moves.length === 0 ? (
        <p className="small">{t.masterMergeNoMoves}</p>
      ) : (
        <ul className="plain-list small">
          {preview.moves.map(({ table: of, field, count }) => (
            <li key={`${of}.${field}`}>
              {t.masterUsageLine(
                t.tableName(of),
                FIELDS_OF_TABLE[of][field]?.[language] ?? field,
                formatCount(count, language),
              )}
            </li>
          ))}
        </ul>
      )}
      {preview.filled.length === 0 ? null : (
        <>
          <h3>{t.masterMergeFills}</h3>
          <ul className="plain-list small">
            {preview.filled.map(({ field, value }) => (
              <li key={field}>
                {labelOf(field)}
                {t.colon}
                {show(field, value)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Differing preview={preview} labelOf={labelOf} show={show} />
      {preview.names.length === 0 ? null : (
        <p className="small">{t.masterMergeNames(preview.names.join(t.listComma))}</p>
      )}
    </section>
  )
}

interface DifferingProps {
  readonly preview: MergePreview
  readonly labelOf: (field: string) => string
  readonly show: (field: string, value: unknown) => string
}

function Differing({ preview: { differing }, labelOf, show }: DifferingProps) {
  const { t } = useText()
  if (differing.length === 0) return null
  return (
    <>
      <h3>{t.masterMergeDiffers}</h3>
      <ScrollX label={t.masterMergeDiffers}>
        <table className="table">
          <TableHead columns={['', t.masterMergeStays, t.masterMergeDouble]} />
          <tbody>
            {differing.map(({ field, survivor, double }) => (
              <tr key={field}>
                <th scope="row">{labelOf(field)}</th>
                <td>{show(field, survivor)}</td>
                <td>{show(field, double)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  )
}
