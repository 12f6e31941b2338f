/** Rows about failures that are there already: repeated in the files, or stored and now told otherwise. */
import { useState } from 'react'
import { groupedBy } from '../../domain/groupedBy'
import type { TableName } from '../../domain/records/tables'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { formatCount } from '../../i18n/format'
import { placeOfValue, type ChangedFailure, type Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { BothSides } from './BothSides'
import { ColumnFilter, differingColumns, isIn, type DifferingColumn } from './DifferingColumns'
import { DifferenceTable, RecordDifferences, ShowMore, SHOWN_FIRST, SHOWN_MORE, TakeAll } from './StoredDifferences'

interface Props {
  readonly preview: Preview
  /** @param value its place (`placeOfValue`); null for all of the failure */
  readonly onTake: (id: string | null, value: string | null, isTaken: boolean) => void
  readonly onTakeColumn: (table: TableName, field: string, isTaken: boolean) => void
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>
}

/** Says that a row tells of a failure of its own. */
type SetApart = (file: number, sheet: string, row: number) => void

export function KnownFailuresPanel({ preview, onTake, onTakeColumn, onDecide }: Props) {
  const [shown, setShown] = useState(SHOWN_FIRST)
  const more = (): void => setShown(shown + SHOWN_MORE)
  const apart: SetApart = (file, sheet, row) => void onDecide(file, sheet, { apart: [row] })
  return (
    <>
      <ChangedFailures
        preview={preview}
        shown={shown}
        onMore={more}
        onApart={apart}
        onTake={onTake}
        onTakeColumn={onTakeColumn}
      />
      <RepeatedRows preview={preview} shown={shown} onMore={more} onApart={apart} />
    </>
  )
}

interface ListProps {
  readonly preview: Preview
  /** How many lines of the list. */
  readonly shown: number
  readonly onMore: () => void
  readonly onApart: SetApart
}

/** Failures that are stored already; where the files tell otherwise, field by field, or one field of all of them. */
function ChangedFailures({
  preview,
  shown,
  onMore,
  onApart,
  onTake,
  onTakeColumn,
}: ListProps & Pick<Props, 'onTake' | 'onTakeColumn'>) {
  const { t, language } = useText()
  const { changed, same, closes, reopens } = preview.plan
  const [chosen, setChosen] = useState('')
  const columns = differingColumns(changed)
  const column = columns.find(({ key }) => key === chosen) ?? null
  if (changed.length + same === 0) return null
  const count = (value: number): string => formatCount(value, language)
  const listed = column === null ? changed : changed.filter(({ differences }) => differences.some(isIn(column)))
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h3>{t.againTitle}</h3>
        <span className="row">
          <span className="chip">{t.againSame(count(same))}</span>
          <span className="chip">{t.againChanged(count(changed.length))}</span>
        </span>
      </div>
      <p className="small muted">{t.againWhy}</p>
      {changed.length === 0 ? null : (
        <>
          <ColumnFilter columns={columns} chosen={column} onChoose={setChosen} />
          <TakeAll
            records={changed}
            isOfColumn={column !== null}
            onTakeAll={(isTaken) =>
              column === null ? onTake(null, null, isTaken) : onTakeColumn(column.table, column.field, isTaken)
            }
          />
          {closes + reopens === 0 ? null : (
            <p className="small" role="status">
              {t.againSteps(count(closes), count(reopens))}
            </p>
          )}
          <DifferenceTable>
            {listed.slice(0, shown).map((one) => (
              <Changed
                key={one.id}
                changed={column === null ? one : onlyColumn(one, column)}
                onTake={onTake}
                onApart={() => onApart(one.file, one.sheet, one.row)}
              />
            ))}
          </DifferenceTable>
          <ShowMore all={listed.length} shown={shown} onMore={onMore} />
        </>
      )}
    </section>
  )
}

/** Rows of the files that tell of the same failure twice. */
function RepeatedRows({ preview, shown, onMore, onApart }: ListProps) {
  const { t, language } = useText()
  const repeated = preview.plan.duplicates.filter(({ kind }) => kind !== 'in-database')
  if (repeated.length === 0) return null
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h3>{t.duplicatesTitle}</h3>
        <span className="chip">{formatCount(repeated.length, language)}</span>
      </div>
      <p className="small muted">{t.duplicatesWhy}</p>
      <ul className="unknown-words">
        {repeated.slice(0, shown).map(({ file, sheet, row, of }) => (
          <li key={`${file}|${sheet}|${row}`}>
            <BothSides preview={preview} file={file} sheet={sheet} row={row} />
            <span className="row">
              <span className="muted">{t.duplicateOf(of)}</span>
              <button
                type="button"
                className="button quiet"
                aria-label={`${t.againPlace(sheet, String(row))}${t.colon}${t.againApart}`}
                onClick={() => onApart(file, sheet, row)}
              >
                {t.againApart}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <ShowMore all={repeated.length} shown={shown} onMore={onMore} />
    </section>
  )
}

/** What is left of a failure when one column is looked at. */
const onlyColumn = (changed: ChangedFailure, column: DifferingColumn): ChangedFailure => ({
  ...changed,
  filled: [],
  added: [],
  differences: changed.differences.filter(isIn(column)),
})

interface ChangedProps {
  readonly changed: ChangedFailure
  readonly onTake: Props['onTake']
  readonly onApart: () => void
}

/** The failure itself and each record that hangs on it, with what the row says of them. */
function Changed({ changed, onTake, onApart }: ChangedProps) {
  const { t, language } = useText()
  const { id, no, sheet, row, taken, added } = changed
  const name = no === '' ? id : no
  const addedWords = added.map(([table, count]) => `${t.tableName(table)} ${formatCount(count, language)}`)
  const values = [...changed.filled.map((one) => ({ ...one, isFilled: true })), ...changed.differences]
  const groups = [...groupedBy(values, (one) => `${one.table}:${one.record}`).values()]
  const ownFirst = groups.toSorted((a, b) => Number(b[0]?.table === 'failures') - Number(a[0]?.table === 'failures'))
  // Where nothing differs, what is added still stands under the number of the failure.
  const shown = ownFirst.length === 0 ? [[]] : ownFirst
  return shown.map((group, at) => {
    const [{ table, record } = { table: 'failures', record: id } as const] = group
    const isTaken = (field: string): boolean => taken.includes(placeOfValue({ table, record, field }))
    return (
      <RecordDifferences
        key={`${table}:${record}`}
        table={table}
        name={table === 'failures' ? name : `${name} ${t.tableName(table)}`}
        head={
          <>
            {at > 0 ? null : (
              <>
                <strong>{name}</strong> <span className="muted small">{t.againPlace(sheet, String(row))}</span>{' '}
                {!changed.isAgain ? null : (
                  <button type="button" className="button quiet" onClick={onApart}>
                    {t.againApart}
                  </button>
                )}
                {added.length === 0 ? null : <span className="chip">{t.againAdds(addedWords.join(t.listComma))}</span>}
              </>
            )}
            {table === 'failures' ? null : <span className="changed-child">{t.tableName(table)}</span>}
          </>
        }
        differences={group}
        taken={group.filter(({ field }) => isTaken(field)).map(({ field }) => field)}
        onTake={(field, isNowTaken) => onTake(id, placeOfValue({ table, record, field }), isNowTaken)}
      />
    )
  })
}
