/** The head of the failure table: each column sorts when pressed, and has its filter beside it. */
import { companyFieldsOfTable } from '../domain/companyFields'
import { createColumnHelper, rowSortingFeature, tableFeatures, useTable, type Updater } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, Filter as FilterIcon } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { columnMeaning, type ColumnField } from '../metrics/columnMeaning'
import type { Sorting } from '../metrics/failureFilter'
import { useText } from '../ui/LanguageContext'
import type { TableRow } from '../workers/engineAnswers'
import { formatCount } from '../i18n/format'
import type { Choosing } from './FailureTable'
import { columnLabel } from './filterInWords'
import { useCompanyFields } from './useCompanyFields'

const features = tableFeatures({ rowSortingFeature })
const helper = createColumnHelper<typeof features, TableRow>()
/** The columns are the table's; its rows stay in the background engine. */
const NO_ROWS: readonly TableRow[] = []

interface Props {
  readonly fields: readonly ColumnField[]
  /** The widths of the columns. */
  readonly template: string
  readonly sorting: Sorting | undefined
  readonly onSort: ((sorting: Sorting) => void) | undefined
  readonly onFilter: ((field: ColumnField) => void) | undefined
  readonly filtered: ReadonlySet<ColumnField> | undefined
  readonly total: number
  readonly choosing: Choosing | undefined
}

/** The columns in their order, and what pressing one does. */
function useColumns({ fields, sorting, onSort }: Pick<Props, 'fields' | 'sorting' | 'onSort'>) {
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
  const sortingState = useMemo(
    () => (sorting === undefined ? [] : [{ id: sorting.field, desc: sorting.descending }]),
    [sorting],
  )
  return useTable({
    features,
    columns,
    data: NO_ROWS,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting: sortingState },
    onSortingChange: (updater: Updater<{ id: string; desc: boolean }[]>) => {
      const [next] = typeof updater === 'function' ? updater(sortingState) : updater
      if (next !== undefined) onSort?.({ field: next.id as ColumnField, descending: next.desc })
    },
  })
}

export function FailureTableHead({ template, onFilter, filtered, total, choosing, ...shown }: Props) {
  const { sorting, onSort } = shown
  const table = useColumns(shown)
  return (
    <div role="rowgroup" className="ftable-head">
      {table.getHeaderGroups().map((group) => (
        <div
          role="row"
          key={group.id}
          className="ftable-row"
          style={{ gridTemplateColumns: template }}
          aria-rowindex={1}
        >
          {choosing === undefined ? null : <CheckAll choosing={choosing} total={total} />}
          {group.headers.map((header) => {
            const field = header.column.id as ColumnField
            return (
              <ColumnHead
                key={header.id}
                field={field}
                direction={sorting?.field === field ? (sorting.descending ? 'descending' : 'ascending') : undefined}
                title={header.column.columnDef.header as string}
                onSort={onSort === undefined ? undefined : header.column.getToggleSortingHandler()}
                onFilter={onFilter}
                isFiltered={filtered?.has(field) === true}
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

/** All that the filters leave, or none. */
function CheckAll({ choosing, total }: { readonly choosing: Choosing; readonly total: number }) {
  const { t, language } = useText()
  const count = choosing.ids.size
  const isAll = count > 0 && count >= total
  return (
    <div role="columnheader" className="ftable-th ftable-check">
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
  readonly direction: 'ascending' | 'descending' | undefined
  readonly title: string
  readonly onSort: ((event: unknown) => void) | undefined
  readonly onFilter: Props['onFilter']
  readonly isFiltered: boolean
  readonly children: ReactNode
}

function ColumnHead({ field, direction, title, onSort, onFilter, isFiltered, children }: ColumnProps) {
  const { t, language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  return (
    <div role="columnheader" className="ftable-th" aria-sort={direction}>
      <button type="button" className="ftable-sort" onClick={onSort} disabled={onSort === undefined} title={title}>
        <span>{children}</span>
        {direction === 'ascending' ? (
          <ArrowUp size={13} aria-label={t.sortAscending} />
        ) : direction === 'descending' ? (
          <ArrowDown size={13} aria-label={t.sortDescending} />
        ) : null}
      </button>
      {onFilter === undefined ? null : (
        <button
          type="button"
          className={isFiltered ? 'ftable-filter is-on' : 'ftable-filter'}
          aria-label={t.filterColumn(columnMeaning(field, company)[language])}
          onClick={() => onFilter(field)}
        >
          <FilterIcon size={13} aria-hidden />
        </button>
      )}
    </div>
  )
}
