/** All failures in one table: search, filter per column, sort, choose columns, preview; everything in the address. */
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ColumnField, TextKey } from '../../metrics/columnMeaning'
import { formatCount } from '../../i18n/format'
import { FailureTable } from '../../panels/FailureTable'
import { handOverPasted, usePaste } from '../../panels/pastedBlock'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { ChosenBar } from './ChosenBar'
import { ColumnDialog } from './ColumnDialog'
import { FailureListHead } from './FailureListHead'
import { FailurePreview } from './FailurePreview'
import { FilterChips } from './FilterChips'
import { FilterDialog } from './FilterDialog'
import { GroupChips } from './GroupChips'
import { MOST_LEVELS } from './listColumns'
import { rememberList } from './listOrder'
import { useChosen, type Chosen } from './useChosen'
import { useCopyRows } from './useCopyRows'
import { useListView, type ListView } from './useListView'
import './failures.css'

export function FailureListScreen() {
  const [, navigate] = useLocation()
  const [filterField, setFilterField] = useState<ColumnField | null>(null)
  const [choosesColumns, setChoosesColumns] = useState(false)
  const view = useListView()
  const { query, fields, widths, defaults, setColumns, setFilters } = view
  const chosen = useChosen(query)
  usePaste((files) => {
    handOverPasted(files)
    navigate('/data')
  })
  return (
    <div className="failures">
      <FailureListHead view={view} onColumns={() => setChoosesColumns(true)}>
        <div className="row">
          <FilterChips view={view} onFilter={setFilterField} />
          <GroupChips view={view} />
        </div>
      </FailureListHead>
      <ChosenBar chosen={chosen} view={view} />
      <Body view={view} chosen={chosen} onFilter={setFilterField} />
      <Totals totals={view.totals} />
      {filterField === null ? null : (
        <FilterDialog
          field={filterField}
          query={query}
          current={query.filters.find((filter) => filter.field === filterField)}
          onClose={() => setFilterField(null)}
          onApply={(filter) => {
            const others = query.filters.filter((known) => known.field !== filterField)
            setFilters(filter === null ? others : [...others, filter])
            setFilterField(null)
          }}
        />
      )}
      {choosesColumns ? (
        <ColumnDialog
          fields={fields}
          defaults={defaults}
          onClose={() => setChoosesColumns(false)}
          onApply={(chosen) => {
            setColumns(chosen, widths)
            setChoosesColumns(false)
          }}
        />
      ) : null}
    </div>
  )
}

interface BodyProps {
  readonly view: ListView
  readonly chosen: Chosen
  readonly onFilter: (field: ColumnField) => void
}

/** The table, or why there is none. */
function Body({ view, chosen, onFilter }: BodyProps) {
  const { t, language } = useText()
  if (view.known === 0)
    return (
      <Empty title={t.noFailures} why={t.noFailuresWhy}>
        <div className="row">
          <Link className="button primary" href="/data?open=import">
            {t.doorImport}
          </Link>
          <Link className="button" href="/failures/new">
            {t.reportFailure}
          </Link>
        </div>
      </Empty>
    )
  if (view.totals !== null && view.total === 0)
    return (
      <Empty title={t.noMatch(formatCount(view.known ?? 0, language))} why={view.inWords}>
        <button type="button" className="button" onClick={view.clear}>
          {t.filterClear}
        </button>
      </Empty>
    )
  return <TableWithPreview view={view} chosen={chosen} onFilter={onFilter} />
}

function TableWithPreview({ view, chosen, onFilter }: BodyProps) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { query, fields, selectedId, change, grouping } = view
  const groups = query.groupedBy ?? []
  const copy = useCopyRows(view, chosen.ids)
  const openFailure = (id: string): void => {
    rememberList(query)
    navigate(`/failures/${id}`)
  }
  return (
    <div className={selectedId === null ? 'failures-body' : 'failures-body has-preview'} aria-busy={view.isOld}>
      <FailureTable
        label={t.failuresTitle}
        total={grouping.isWaiting ? 0 : view.total}
        sourceKey={view.sourceKey}
        load={view.load}
        fields={fields}
        widths={view.widths}
        frozen={view.frozen}
        sorting={query.sorting}
        outline={grouping.outline}
        changes={{
          onSort: view.setSorting,
          onFilter,
          onColumns: view.setColumns,
          onFreeze: view.setFrozen,
          onGroup: (field) => {
            // The menu offers it for columns of words only.
            const added = field as TextKey
            if (!groups.includes(added)) view.setGroups([...groups, added].slice(-MOST_LEVELS))
          },
        }}
        filtered={new Set(query.filters.map((filter) => filter.field))}
        selectedId={selectedId}
        choosing={chosen}
        onSelect={(row) => change('row', row.id)}
        onOpen={(row) => openFailure(row.id)}
        onCopy={(row) => void copy(row)}
      />
      {selectedId === null ? null : (
        <FailurePreview id={selectedId} onClose={() => change('row', null)} onOpen={() => openFailure(selectedId)} />
      )}
    </div>
  )
}

function Totals({ totals }: Pick<ListView, 'totals'>) {
  const { t, language } = useText()
  if (totals === null || totals.rows === 0) return null
  return (
    <footer className="failures-foot small muted">
      <span>{t.totalsRows(formatCount(totals.rows, language))}</span>
      <span>{t.totalsTrains(formatCount(totals.trains, language))}</span>
      <span>{t.totalsNodes(formatCount(totals.nodes, language))}</span>
      <span>{t.totalsDelay(formatCount(totals.delayMin, language))}</span>
    </footer>
  )
}
