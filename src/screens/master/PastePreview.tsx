/** The pasted rows as they would be stored: each with what becomes of it, each cell with what stands there now or why it cannot be. */
import { masterName, type MasterTable } from '../../domain/masterData'
import { fieldsOf } from '../../domain/allFields'
import { useFieldText } from '../../panels/FailureFacts'
import type { CellTrouble, PastedCell, PastedRow } from '../../panels/pastedRows'
import { unreadInWords } from '../../panels/unreadInWords'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { useCompanyFields, useFieldsOf } from '../../panels/useCompanyFields'

/** Rows drawn at once. */
const MOST = 200

interface Props {
  readonly table: MasterTable
  readonly headers: readonly string[]
  readonly columns: readonly (string | null)[]
  readonly choices: readonly string[]
  readonly rows: readonly PastedRow[]
  readonly records: readonly { readonly id: string }[]
  readonly onColumn: (at: number, field: string) => void
}

export function PastePreview({ table, headers, columns, choices, rows, records, onColumn }: Props) {
  const { t, language } = useText()
  const fields = useFieldsOf(table)
  // What cannot be stored comes first: that is what somebody has to look at.
  const shown = rows
    .map((row, at) => ({ row, at: at + 1 }))
    .toSorted((a, b) => Number(b.row.state === 'refused') - Number(a.row.state === 'refused'))
    .slice(0, MOST)
  return (
    <ScrollX label={t.pasteMasterTitle(table)}>
      <table className="table paste-table">
        <thead>
          <tr>
            <th scope="col" />
            {columns.map((field, at) => (
              // A block has columns and nothing else to tell them apart by.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={at} scope="col">
                <label>
                  <span className="small muted">{headers[at] ?? t.pasteMasterColumn(at + 1)}</span>
                  <select className="input" value={field ?? '-'} onChange={(event) => onColumn(at, event.target.value)}>
                    <option value="-">{t.pasteMasterIgnore}</option>
                    {choices.map((name) => (
                      <option key={name} value={name} disabled={name !== field && columns.includes(name)}>
                        {fields[name]?.[language] ?? name}
                      </option>
                    ))}
                  </select>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, at }) => (
            <Row key={at} table={table} row={row} at={at} records={records} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

interface RowProps extends Pick<Props, 'table' | 'records'> {
  readonly row: PastedRow
  readonly at: number
}

function Row({ table, row, at, records }: RowProps) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const why = [
    ...(row.isTwice ? [t.pasteMasterTwice] : []),
    ...(row.isAmbiguous ? [t.masterSeveral] : []),
    ...row.faults.map(({ code, field, other }) =>
      t.masterFault(
        code,
        fieldsOf(table, company)[field]?.[language] ?? field,
        masterName(table, records.find(({ id }) => id === other) ?? {}),
      ),
    ),
  ]
  return (
    <tr>
      <th scope="row" className={row.state === 'refused' ? 'paste-refused' : ''}>
        <span className="muted">{at}</span> {t.pasteMasterState(row.state)}
        {why.map((reason) => (
          <span key={reason} className="small paste-was">
            {reason}
          </span>
        ))}
      </th>
      {row.cells.map((cell, column) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Cell key={column} table={table} cell={cell} isMarked={row.state === 'changed'} />
      ))}
    </tr>
  )
}

const CLASS: Readonly<Partial<Record<PastedCell['state'], string>>> = {
  refused: 'paste-refused',
  changed: 'paste-changed',
  new: 'paste-new',
}

interface CellProps extends Pick<Props, 'table'> {
  readonly cell: PastedCell
  /** What is filled or changed stands out only in a row that changes a record. */
  readonly isMarked: boolean
}

function Cell({ table, cell, isMarked }: CellProps) {
  const { t } = useText()
  const company = useCompanyFields()
  const text = useFieldText()
  const trouble = useTrouble()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const field = cell.field === null ? undefined : fieldsOf(table, company)[cell.field]
  return (
    <td className={isMarked || cell.state === 'refused' ? (CLASS[cell.state] ?? '') : ''}>
      {cell.state === 'ignored' ? <span className="muted">{cell.text}</span> : cell.text}
      {cell.trouble === null ? null : <span className="small paste-was">{trouble(cell.trouble)}</span>}
      {cell.state === 'changed' && field !== undefined ? (
        <span className="small muted paste-was">{t.pasteMasterWas(text(field, cell.before, names ?? {}))}</span>
      ) : null}
    </td>
  )
}

function useTrouble(): (trouble: CellTrouble) => string {
  const { t, language } = useText()
  return (trouble) =>
    trouble.code === 'unread'
      ? unreadInWords(trouble.unread, t, language)
      : trouble.code === 'unknown'
        ? t.pasteMasterUnknown(trouble.text)
        : t.pasteMasterAmbiguous(trouble.text)
}
