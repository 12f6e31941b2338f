/** Pastes a block of spreadsheet cells into a family: columns are named, every row and cell is checked, then all is stored at once. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useMemo } from 'react'
import { MASTER_TABLES, type MasterTable } from '../../domain/masterData'
import { plainText } from '../../domain/plainText'
import { ROLES } from '../../domain/workflow/roles'
import { fieldsOf } from '../../domain/allFields'
import { FormDialog } from '../../panels/FormDialog'
import { pasteColumns, pastedRows, pasteFields, type PastedRow, type PasteKnown } from '../../panels/pastedRows'
import { ReasonField, reasonOf } from '../../panels/ReasonField'
import { useCodes } from '../../panels/useCodes'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { usePerson } from '../../panels/usePerson'
import { masterRecords } from '../../store/masterRecords'
import { newId } from '../../store/newId'
import { pasteMaster } from '../../store/pasteMaster'
import { useText } from '../../ui/LanguageContext'
import { PastePreview } from './PastePreview'
import { blockOf } from './readingCells'
import { useCompanyFields } from '../../panels/useCompanyFields'

interface Props {
  readonly table: MasterTable
  /** The kind of place all rows are of; empty where each says its own. */
  readonly kind: string
  readonly onClose: () => void
}

export function PasteDialog(props: Props) {
  const { t } = useText()
  const form = useForm({
    form: `master-paste:${props.table}${props.kind}`,
    record: {},
    isNew: true,
    label: { title: t.pasteMasterTitle(props.table), about: '', href: `/master/${props.table}` },
  })
  return form === null ? null : <OpenPasteDialog {...props} form={form} />
}

/** Everything rows may name; undefined until it is read. */
function useKnown(): PasteKnown | undefined {
  const { t } = useText()
  const { book } = useCodes()
  const company = useCompanyFields()
  const records = useLiveQuery(
    async () =>
      Object.fromEntries(
        await Promise.all(MASTER_TABLES.map(async (table) => [table, await masterRecords(table)] as const)),
      ) as unknown as PasteKnown['records'],
    [],
  )
  return useMemo(
    () =>
      records === undefined
        ? undefined
        : {
            records,
            company,
            codeOf: (list, word) =>
              book[list].find(({ code, zh, en }) => [code, zh, en].some((name) => plainText(name) === plainText(word)))
                ?.code,
            roleOf: (word) =>
              ROLES.find((role) => [role, t.roleName(role)].some((name) => plainText(name) === plainText(word))),
          },
    [records, book, t, company],
  )
}

/** Columns as a person chose them, else as they are understood. */
function useReading({ table, kind }: Pick<Props, 'table' | 'kind'>, form: Form, known: PasteKnown | undefined) {
  const text = String(form.valueOf('text') ?? '')
  const company = useCompanyFields()
  return useMemo(() => {
    const lines = text.trim() === '' ? [] : blockOf(text).filter((line) => line.some((cell) => cell.trim() !== ''))
    const width = Math.max(0, ...lines.map((line) => line.length))
    const { fields, hasHeader } = pasteColumns(table, lines[0] ?? [], kind, company)
    const chosen = Array.from({ length: width }, (_, at) => {
      const picked = form.valueOf(`column${at}`)
      return typeof picked === 'string' ? (picked === '-' ? null : picked) : (fields[at] ?? null)
    })
    const rows =
      known === undefined ? [] : pastedRows(table, hasHeader ? lines.slice(1) : lines, chosen, known, newId, kind)
    return { headers: hasHeader ? (lines[0] ?? []) : [], columns: chosen, rows }
    // The values of the form stand for the form, which is another object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [table, kind, text, known, company, JSON.stringify(form.values)])
}

const countOf = (rows: readonly PastedRow[], state: PastedRow['state']): number =>
  rows.filter((row) => row.state === state).length

function OpenPasteDialog({ table, kind, form, onClose }: Props & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand('here')
  const sayDone = useSayDone()
  const known = useKnown()
  const company = useCompanyFields()
  const { headers, columns, rows } = useReading({ table, kind }, form, known)
  const stored = rows.filter(({ state }) => state === 'new' || state === 'changed')
  const refused = countOf(rows, 'refused')
  const why = reasonOf(form)
  const asksWhy = stored.some(({ movesFigures }) => movesFigures)
  const refusal =
    rows.length === 0
      ? t.pasteMasterNoRows
      : stored.length === 0
        ? t.pasteMasterNothing
        : asksWhy && why === ''
          ? t.reasonNeeded
          : undefined
  const save = async (): Promise<boolean> => {
    const end = await command.run(() =>
      pasteMaster(
        table,
        stored.map(({ id, state, fields }) => ({ id, isNew: state === 'new', fields })),
        person,
        { why },
      ),
    )
    if (end.ended !== 'done') return false
    sayDone(t.pasteMasterDone(stored.length), end.value)
    return true
  }
  return (
    <FormDialog
      title={t.pasteMasterTitle(table)}
      form={form}
      fields={fieldsOf(table, company)}
      submit={t.pasteMasterSubmit(stored.length)}
      refusal={refusal}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <PasteBox form={form} />
      {rows.length === 0 ? null : (
        <>
          <p role="status">
            <strong>
              {t.pasteMasterCounts(countOf(rows, 'new'), countOf(rows, 'changed'), countOf(rows, 'same'), refused)}
            </strong>
            {refused === 0 ? null : <span className="muted"> {t.pasteMasterSkips(refused)}</span>}
          </p>
          <PastePreview
            table={table}
            headers={headers}
            columns={columns}
            choices={pasteFields(table, kind, company)}
            rows={rows}
            records={known?.records[table] ?? []}
            onColumn={(at, field) => form.set(`column${at}`, field)}
          />
        </>
      )}
      {asksWhy ? <ReasonField form={form} label={t.pasteMasterReason} /> : null}
    </FormDialog>
  )
}

function PasteBox({ form }: { readonly form: Form }) {
  const { t } = useText()
  return (
    <>
      <p className="small muted">{t.pasteMasterHow}</p>
      <label className="field">
        <span className="field-label">{t.pasteMasterHere}</span>
        <textarea
          className="input paste-box"
          rows={4}
          wrap="off"
          value={String(form.valueOf('text') ?? '')}
          onChange={(event) => form.set('text', event.target.value)}
        />
      </label>
    </>
  )
}
