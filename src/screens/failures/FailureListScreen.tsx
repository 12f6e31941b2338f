/** All failures in one table: search, filter per column, sort, choose columns, preview; everything in the address. */
import { Columns3, Download, Search, X } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { isNumberField, isTextField, type ColumnField } from '../../metrics/columnMeaning'
import type { Filter, Sorting } from '../../metrics/failureFilter'
import { partField } from '../../metrics/partBasis'
import { filtersAsText, filtersFromText } from '../../metrics/filterText'
import { formatCount } from '../../i18n/format'
import { ExportLedgerMenu } from '../../panels/ExportLedgerMenu'
import { exportFailures } from '../../panels/exportFailures'
import { FailureTable } from '../../panels/FailureTable'
import { columnLabel, filterInWords } from '../../panels/filterInWords'
import { handOverPasted, usePaste } from '../../panels/pastedBlock'
import { useActor } from '../../panels/useActor'
import { useEngine } from '../../panels/useEngine'
import { scopeOf } from '../../panels/useScope'
import { useWordLabel } from '../../panels/useWordLabel'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { engine } from '../../workers/engineClient'
import type { TableQuery } from '../../workers/engineAnswers'
import { ColumnDialog } from './ColumnDialog'
import { FailurePreview } from './FailurePreview'
import { FilterDialog } from './FilterDialog'
import { rememberList } from './listOrder'
import './failures.css'

const DEFAULT_COLUMNS: readonly ColumnField[] = [
  'no',
  'state',
  'occurredAt',
  'trainId',
  'bomNodeId',
  'description',
  'serviceImpact',
  'severity',
  'odometerKm',
  'measure',
  'causeText',
]
const DEFAULT_SORTING: Sorting = { field: 'occurredAt', descending: true }

function sortingFrom(text: string | null): Sorting {
  const [field = '', direction] = (text ?? '').split('.')
  return isTextField(field) || isNumberField(field) ? { field, descending: direction === 'desc' } : DEFAULT_SORTING
}

export function FailureListScreen() {
  const { t, language } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [, navigate] = useLocation()
  const [params, setParams] = useSearchParams()
  const [filterField, setFilterField] = useState<ColumnField | null>(null)
  const [choosesColumns, setChoosesColumns] = useState(false)
  const [isExporting, setIsExporting] = useState(false)
  const wordLabel = useWordLabel()

  const text = params.toString()
  const { query, fields, defaults, selectedId, hasScope } = useMemo(() => {
    const read = new URLSearchParams(text)
    const columns = (read.get('cols') ?? '')
      .split(',')
      .filter((field): field is ColumnField => isTextField(field) || isNumberField(field))
    const hasScope = ['node', 'from', 'to', 'pop', 'part', 'types', 'depots'].some((name) => read.has(name))
    const query: TableQuery = {
      language,
      ...(hasScope ? { scope: scopeOf(read) } : {}),
      filters: filtersFromText(read.get('f') ?? ''),
      search: read.get('q') ?? '',
      sorting: sortingFrom(read.get('s')),
    }
    // Behind a figure stands the part the failures were counted at.
    const { scope } = query
    const defaults =
      scope === undefined
        ? DEFAULT_COLUMNS
        : DEFAULT_COLUMNS.map((field) => (field === 'bomNodeId' ? partField(scope.partBasis) : field))
    return { query, hasScope, defaults, fields: columns.length > 0 ? columns : defaults, selectedId: read.get('row') }
  }, [text, language])

  const change = useCallback(
    (name: string, value: string | null) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          if (value === null || value === '') next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: name === 'q' || name === 'row' },
      ),
    [setParams],
  )
  const setFilters = (filters: readonly Filter[]): void => change('f', filtersAsText(filters))

  const key = JSON.stringify(query)
  const { answer: totals, isOld } = useEngine(`totals|${key}`, async (engine) => ({
    ...(await engine.totals(query)),
    key,
  }))
  const { answer: overview } = useEngine('overview', (engine) => engine.overview())
  const shownFields = useMemo(() => [...new Set<ColumnField>([...fields, 'nodeText', 'no'])], [fields])
  const load = useCallback(
    (from: number, to: number) =>
      engine()
        .page(query, from, to, shownFields)
        .then((page) => page.rows),
    [query, shownFields],
  )
  const scopeWords = useScopeWords(hasScope ? query : null)

  const inWords = [
    ...(query.search === '' ? [] : [t.filterWordsSearch(query.search)]),
    ...scopeWords,
    ...query.filters.map((filter) => filterInWords(filter, t, language, (word) => wordLabel(filter.field, word))),
  ].join(t.semicolon)

  const runExport = async (): Promise<void> => {
    setIsExporting(true)
    try {
      const count = await exportFailures(await engine().idsOf(query), {
        language,
        filterInWords: inWords === '' ? t.filterNothing : inWords,
        actor,
      })
      toast(t.exportDone(count))
    } catch (error) {
      toast(t.exportFailed(error instanceof Error ? error.message : String(error)))
    }
    setIsExporting(false)
  }

  usePaste((files) => {
    handOverPasted(files)
    navigate('/data')
  })
  const openFailure = (id: string): void => {
    rememberList(query)
    navigate(`/failures/${id}`)
  }
  const isFiltered = query.filters.length > 0 || query.search !== '' || hasScope
  const total = totals?.rows ?? 0
  const sourceKey = `${totals?.key ?? ''}|${overview?.version ?? 0}|${shownFields.join()}`

  return (
    <div className="failures">
      <header className="failures-head">
        <div className="spread">
          <h1>
            {t.failuresTitle}{' '}
            {totals === null || overview === null ? null : (
              <span className="muted small">
                {isFiltered
                  ? t.failuresOf(formatCount(total, language), formatCount(overview.failures, language))
                  : t.failuresCount(formatCount(total, language))}
              </span>
            )}
          </h1>
          <div className="row">
            <button type="button" className="button" onClick={() => setChoosesColumns(true)}>
              <Columns3 size={16} aria-hidden />
              {t.columns}
            </button>
            <button
              type="button"
              className="button"
              disabled={isExporting || total === 0}
              title={total === 0 ? t.emptyFiltered : undefined}
              onClick={() => void runExport()}
            >
              <Download size={16} aria-hidden />
              {isExporting ? t.exporting : t.exportExcel}
            </button>
            <Link className="button" href="/review?of=list" onClick={() => rememberList(query)}>
              {t.reviewOpen}
            </Link>
            <ExportLedgerMenu
              ids={() => engine().idsOf(query)}
              {...(total === 0 ? { disabledWhy: t.emptyFiltered } : {})}
            />
          </div>
        </div>
        <div className="failures-search">
          <Search size={16} aria-hidden />
          <input
            type="search"
            className="input"
            aria-label={t.search}
            placeholder={t.failuresSearch}
            value={query.search}
            onChange={(event) => change('q', event.target.value)}
          />
        </div>
        <div className="row" role="group" aria-label={t.filterAdd}>
          {query.filters.map((filter, at) => {
            const words = filterInWords(filter, t, language, (word) => wordLabel(filter.field, word))
            return (
              <span className="chip filter-chip" key={`${filter.field}-${filter.op}`}>
                <button type="button" className="chip-words" onClick={() => setFilterField(filter.field)}>
                  {words}
                </button>
                <button
                  type="button"
                  className="chip-remove"
                  aria-label={t.filterRemove(words)}
                  onClick={() => setFilters(query.filters.filter((_, other) => other !== at))}
                >
                  <X size={13} aria-hidden />
                </button>
              </span>
            )
          })}
          {scopeWords.map((words) => (
            <span className="chip filter-chip" key={words}>
              <span className="chip-words">{words}</span>
            </span>
          ))}
          <label className="add-filter">
            <span className="visually-hidden">{t.filterAdd}</span>
            <select className="input" value="" onChange={(event) => setFilterField(event.target.value as ColumnField)}>
              <option value="">＋ {t.filterAdd}</option>
              {[...FILTER_FIELDS].map((field) => (
                <option key={field} value={field}>
                  {columnLabel(field, language)}
                </option>
              ))}
            </select>
          </label>
          {isFiltered ? (
            <button
              type="button"
              className="button quiet"
              onClick={() => setParams((before) => keepOnly(before, ['cols', 's']))}
            >
              {t.filterClear}
            </button>
          ) : null}
        </div>
      </header>

      {overview !== null && overview.failures === 0 ? (
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
      ) : totals !== null && total === 0 ? (
        <Empty title={t.noMatch(formatCount(overview?.failures ?? 0, language))} why={inWords}>
          <button
            type="button"
            className="button"
            onClick={() => setParams((before) => keepOnly(before, ['cols', 's']))}
          >
            {t.filterClear}
          </button>
        </Empty>
      ) : (
        <div className={selectedId === null ? 'failures-body' : 'failures-body has-preview'} aria-busy={isOld}>
          <FailureTable
            label={t.failuresTitle}
            total={total}
            sourceKey={sourceKey}
            load={load}
            fields={fields}
            sorting={query.sorting}
            onSort={(sorting) => change('s', `${sorting.field}.${sorting.descending ? 'desc' : 'asc'}`)}
            onFilter={setFilterField}
            filtered={new Set(query.filters.map((filter) => filter.field))}
            selectedId={selectedId}
            onSelect={(row) => change('row', row.id)}
            onOpen={(row) => openFailure(row.id)}
          />
          {selectedId === null ? null : (
            <FailurePreview
              id={selectedId}
              onClose={() => change('row', null)}
              onOpen={() => openFailure(selectedId)}
            />
          )}
        </div>
      )}
      {totals === null || total === 0 ? null : (
        <footer className="failures-foot small muted">
          <span>{t.totalsRows(formatCount(totals.rows, language))}</span>
          <span>{t.totalsTrains(formatCount(totals.trains, language))}</span>
          <span>{t.totalsNodes(formatCount(totals.nodes, language))}</span>
          <span>{t.totalsDelay(formatCount(totals.delayMin, language))}</span>
        </footer>
      )}
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
            change('cols', chosen.join() === defaults.join() ? null : chosen.join())
            setChoosesColumns(false)
          }}
        />
      ) : null}
    </div>
  )
}

const FILTER_FIELDS: readonly ColumnField[] = [
  'occurredDay',
  'state',
  'trainId',
  'bomNodeId',
  'failedNodeId',
  'depotId',
  'customerId',
  'symptomCode',
  'description',
  'serviceImpact',
  'severity',
  'detectionPhase',
  'causeCat',
  'method',
  'relevance',
  'chargeable',
  'reportedSerial',
  'odometerKm',
  'delayMin',
  'nodeText',
  'batchId',
]

const keepOnly = (params: URLSearchParams, names: readonly string[]): URLSearchParams =>
  new URLSearchParams([...params].filter(([name]) => names.includes(name)))

/** The scope a figure was opened with, as words. */
function useScopeWords(query: TableQuery | null): readonly string[] {
  const { t, language } = useText()
  const scope = query?.scope
  const { answer } = useEngine(scope === undefined ? null : `scope-words|${JSON.stringify(scope)}`, async (engine) => ({
    node: scope?.nodeId === undefined ? null : await engine.nodeOf(scope.nodeId),
    choices: await engine.fleetChoices(language),
  }))
  if (scope === undefined || answer === null) return []
  return [
    ...(answer.node === null
      ? scope.nodeId === undefined
        ? []
        : [t.scopeUnassigned]
      : [t.scopeNode(answer.node.name)]),
    ...(scope.from === undefined && scope.to === undefined ? [] : [t.scopePeriod(scope.from, scope.to)]),
    ...(scope.population === 'all' ? [] : [t.populationName(scope.population)]),
    ...(scope.partBasis === 'reported' ? [t.partBasisName(scope.partBasis)] : []),
    ...(scope.vehicleTypes.length === 0 ? [] : [scope.vehicleTypes.join('、')]),
    ...(scope.depotIds.length === 0
      ? []
      : [
          answer.choices.depots
            .filter((depot) => scope.depotIds.includes(depot.id))
            .map((depot) => depot.label)
            .join('、'),
        ]),
  ]
}
