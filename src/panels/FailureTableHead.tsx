/** The head of the failure table: a column sorts when pressed, its border is dragged, its menu holds everything else. */
import {
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
  type Updater,
} from '@tanstack/react-table'
import { companyFieldsOfTable } from '../domain/companyFields'
import { ArrowDown, ArrowUp, Filter as FilterIcon } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { formatCount } from '../i18n/format'
import type { ColumnField } from '../metrics/columnMeaning'
import type { Sorting } from '../metrics/failureFilter'
import { useText } from '../ui/LanguageContext'
import type { TableRow } from '../workers/engineAnswers'
import { ColumnBorder } from './ColumnBorder'
import { ColumnMenu } from './ColumnMenu'
import type { Choosing, ColumnChanges } from './FailureTable'
import { columnLabel } from './filterInWords'
import { frozenAt, standardWidth, without, type Widths } from './tableShape'
import { useColumnMeaning } from './useColumnMeaning'
import { useCompanyFields } from './useCompanyFields'

const features = tableFeatures({ rowSortingFeature })
const helper = createColumnHelper<typeof features, TableRow>()
/** The columns are the table's; its rows stay in the background engine. */
const NO_ROWS: readonly TableRow[] = []

interface Props {
  readonly fields: readonly ColumnField[]
  readonly widths: Widths
  readonly frozen: number
  readonly sorting: readonly Sorting[] | undefined
  readonly changes: ColumnChanges | undefined
  readonly filtered: ReadonlySet<ColumnField> | undefined
  readonly total: number
  readonly choosing: Choosing | undefined
  /** Widths while a border is dragged; null when it is let go. */
  readonly onDrag: (widths: Widths | null) => void
}

/** The columns in their order, and what pressing one does; with Shift it is sorted by after the others. */
function useColumns({ fields, sorting = [], changes }: Props) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const columns = useMemo(
    () =>
      helper.columns(
        fields.map((field) =>
          helper.accessor((row) => row.labels[field] ?? '', {
            id: field,
            header: columnLabel(field, language, company),
          }),
        ),
      ),
    [fields, language, company],
  )
  const sortingState = sorting.map(({ field, descending }) => ({ id: field, desc: descending }))
  return useTable({
    features,
    columns,
    data: NO_ROWS,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting: sortingState },
    onSortingChange: (updater: Updater<SortingState>) => {
      const next = typeof updater === 'function' ? updater(sortingState) : updater
      changes?.onSort(next.map(({ id, desc }) => ({ field: id as ColumnField, descending: desc })))
    },
  })
}

export function FailureTableHead(props: Props) {
  const { frozen, sorting = [], changes, total, choosing } = props
  const table = useColumns(props)
  return (
    <div role="rowgroup" className="ftable-head">
      {table.getHeaderGroups().map((group) => (
        <div role="row" key={group.id} className="ftable-row" aria-rowindex={1}>
          {choosing === undefined ? null : <CheckAll choosing={choosing} total={total} isFrozen={frozen > 0} />}
          {group.headers.map((header, at) => {
            const field = header.column.id as ColumnField
            const place = sorting.findIndex((each) => each.field === field)
            return (
              <ColumnHead
                key={header.id}
                field={field}
                at={at}
                shown={props}
                direction={place < 0 ? undefined : sorting[place]?.descending === true ? 'descending' : 'ascending'}
                place={sorting.length > 1 && place >= 0 ? place + 1 : undefined}
                title={header.column.columnDef.header as string}
                onSort={changes === undefined ? undefined : header.column.getToggleSortingHandler()}
              >
                <table.FlexRender header={header} />
              </ColumnHead>
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface CheckProps {
  readonly choosing: Choosing
  readonly total: number
  readonly isFrozen: boolean
}

/** All that the filters leave, or none. */
function CheckAll({ choosing, total, isFrozen }: CheckProps) {
  const { t, language } = useText()
  const count = choosing.ids.size
  const isAll = count > 0 && count >= total
  return (
    <div
      role="columnheader"
      className={isFrozen ? 'ftable-th ftable-check is-frozen' : 'ftable-th ftable-check'}
      style={isFrozen ? { position: 'sticky', left: 0, zIndex: 1 } : undefined}
    >
      <input
        type="checkbox"
        checked={isAll}
        ref={(input) => {
          if (input !== null) input.indeterminate = count > 0 && !isAll
        }}
        onChange={isAll ? choosing.clear : choosing.chooseAll}
        aria-label={t.chooseAll(formatCount(total, language))}
        title={t.chooseAll(formatCount(total, language))}
      />
    </div>
  )
}

interface ColumnProps {
  readonly field: ColumnField
  readonly at: number
  /** The head it stands in. */
  readonly shown: Props
  readonly direction: 'ascending' | 'descending' | undefined
  /** Which of several columns the table is sorted by; undefined while there is one. */
  readonly place: number | undefined
  readonly title: string
  readonly onSort: ((event: unknown) => void) | undefined
  readonly children: ReactNode
}

function ColumnHead({ field, at, shown, direction, place, title, onSort, children }: ColumnProps) {
  const { t } = useText()
  const { frozen, changes } = shown
  return (
    <div
      role="columnheader"
      className={at < frozen ? 'ftable-th is-frozen' : 'ftable-th'}
      style={frozenAt(at, frozen)}
      aria-sort={direction}
    >
      <button type="button" className="ftable-sort" onClick={onSort} disabled={onSort === undefined} title={title}>
        <span>{children}</span>
        {direction === 'ascending' ? (
          <ArrowUp size={13} aria-label={t.sortAscending} />
        ) : direction === 'descending' ? (
          <ArrowDown size={13} aria-label={t.sortDescending} />
        ) : null}
        {place === undefined ? null : <sup className="ftable-place">{place}</sup>}
      </button>
      {changes === undefined ? null : <ColumnTools field={field} shown={shown} changes={changes} />}
    </div>
  )
}

interface ToolsProps {
  readonly field: ColumnField
  readonly shown: Props
  readonly changes: ColumnChanges
}

/** The filter, the menu and the border of a column. */
function ColumnTools({ field, shown, changes }: ToolsProps) {
  const { t, language } = useText()
  const meaning = useColumnMeaning()(field)
  const { fields, widths, frozen, sorting = [], filtered, onDrag } = shown
  const isFiltered = filtered?.has(field) === true
  return (
    <>
      <span className={isFiltered ? 'ftable-tools is-filtered' : 'ftable-tools'}>
        <button
          type="button"
          className={isFiltered ? 'ftable-filter is-on' : 'ftable-filter'}
          aria-label={t.filterColumn(meaning[language])}
          onClick={() => changes.onFilter(field)}
        >
          <FilterIcon size={13} aria-hidden />
        </button>
        <ColumnMenu field={field} fields={fields} widths={widths} frozen={frozen} sorting={sorting} changes={changes} />
      </span>
      <ColumnBorder
        width={widths[field] ?? standardWidth(field)}
        onDrag={(width) => onDrag({ ...widths, [field]: width })}
        onEnd={(width) => {
          onDrag(null)
          changes.onColumns(fields, { ...widths, [field]: width })
        }}
        onReset={() => changes.onColumns(fields, without(widths, field))}
      />
    </>
  )
}
