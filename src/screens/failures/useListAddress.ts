/** What the failure list shows, as its address says it: filters, search, order, columns, the chosen row. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import type { ColumnField, TextKey } from '../../metrics/columnMeaning'
import type { Filter, Sorting } from '../../metrics/failureFilter'
import { filtersAsText, filtersFromText } from '../../metrics/filterText'
import { partField } from '../../metrics/partBasis'
import type { Widths } from '../../panels/tableShape'
import { scopeOf } from '../../panels/useScope'
import type { Language } from '../../i18n/translation'
import { useText } from '../../ui/LanguageContext'
import type { TableQuery } from '../../workers/engineAnswers'
import { columnsAsText, columnsFromText, groupsFromText, sortingAsText, sortingFromText } from './listColumns'

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
const OF_SCOPE = ['node', 'from', 'to', 'pop', 'part', 'types', 'depots', 'without']
/** What stays when nothing is filtered any more. */
const OF_LOOK = ['cols', 's', 'g', 'pin']

export interface ListAddress {
  readonly query: TableQuery
  readonly fields: readonly ColumnField[]
  /** The columns nobody chose. */
  readonly defaults: readonly ColumnField[]
  /** Of columns somebody made wider or narrower. */
  readonly widths: Widths
  /** How many columns stay in place while one scrolls to the side. */
  readonly frozen: number
  readonly selectedId: string | null
  readonly isFiltered: boolean
}

function readAddress(params: URLSearchParams, language: Language): ListAddress {
  const hasScope = OF_SCOPE.some((name) => params.has(name))
  const sorting = sortingFromText(params.get('s'))
  const query: TableQuery = {
    language,
    ...(hasScope ? { scope: scopeOf(params) } : {}),
    filters: filtersFromText(params.get('f') ?? ''),
    search: params.get('q') ?? '',
    groupedBy: groupsFromText(params.get('g')),
    sorting: sorting.length > 0 ? sorting : [DEFAULT_SORTING],
  }
  const { scope } = query
  // Behind a figure stands the part the failures were counted at.
  const defaults =
    scope === undefined
      ? DEFAULT_COLUMNS
      : DEFAULT_COLUMNS.map((field) => (field === 'bomNodeId' ? partField(scope.partBasis) : field))
  const { fields, widths } = columnsFromText(params.get('cols'))
  const frozen = Number(params.get('pin'))
  return {
    query,
    defaults,
    fields: fields.length > 0 ? fields : defaults,
    widths,
    frozen: Number.isInteger(frozen) && frozen > 0 ? frozen : 0,
    selectedId: params.get('row'),
    isFiltered: query.filters.length > 0 || query.search !== '' || hasScope,
  }
}

/** What does the address ask for, and how is it changed? */
export function useListAddress() {
  const { language } = useText()
  const [params, setParams] = useSearchParams()
  const text = params.toString()
  const address = useMemo(() => readAddress(new URLSearchParams(text), language), [text, language])
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
  return {
    ...address,
    change,
    setColumns: (fields: readonly ColumnField[], widths: Widths): void => {
      const text = columnsAsText(fields, widths)
      change('cols', text === address.defaults.join() ? null : text)
    },
    setSorting: (sorting: readonly Sorting[]): void => change('s', sortingAsText(sorting)),
    setGroups: (groups: readonly TextKey[]): void => change('g', groups.join()),
    setFrozen: (frozen: number): void => change('pin', frozen === 0 ? null : String(frozen)),
    setFilters: (filters: readonly Filter[]): void => change('f', filtersAsText(filters)),
    clear: (): void =>
      setParams((before) => new URLSearchParams([...before].filter(([name]) => OF_LOOK.includes(name)))),
  }
}
