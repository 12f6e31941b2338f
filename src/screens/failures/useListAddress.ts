/** What the failure list shows, as its address says it: filters, search, order, columns, the chosen row. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { isColumnField, type ColumnField } from '../../metrics/columnMeaning'
import type { Filter, Sorting } from '../../metrics/failureFilter'
import { filtersAsText, filtersFromText } from '../../metrics/filterText'
import { partField } from '../../metrics/partBasis'
import { scopeOf } from '../../panels/useScope'
import type { Language } from '../../i18n/translation'
import { useText } from '../../ui/LanguageContext'
import type { TableQuery } from '../../workers/engineAnswers'

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
const OF_SCOPE = ['node', 'from', 'to', 'pop', 'part', 'types', 'depots']
/** What stays when nothing is filtered any more. */
const OF_LOOK = ['cols', 's']

function sortingFrom(text: string | null): Sorting {
  const [field = '', direction] = (text ?? '').split('.')
  return isColumnField(field) ? { field, descending: direction === 'desc' } : DEFAULT_SORTING
}

function columnsFrom(text: string | null): readonly ColumnField[] {
  return (text ?? '').split(',').filter(isColumnField)
}

export interface ListAddress {
  readonly query: TableQuery
  readonly fields: readonly ColumnField[]
  /** The columns nobody chose. */
  readonly defaults: readonly ColumnField[]
  readonly selectedId: string | null
  readonly isFiltered: boolean
}

function readAddress(params: URLSearchParams, language: Language): ListAddress {
  const hasScope = OF_SCOPE.some((name) => params.has(name))
  const query: TableQuery = {
    language,
    ...(hasScope ? { scope: scopeOf(params) } : {}),
    filters: filtersFromText(params.get('f') ?? ''),
    search: params.get('q') ?? '',
    sorting: sortingFrom(params.get('s')),
  }
  const { scope } = query
  // Behind a figure stands the part the failures were counted at.
  const defaults =
    scope === undefined
      ? DEFAULT_COLUMNS
      : DEFAULT_COLUMNS.map((field) => (field === 'bomNodeId' ? partField(scope.partBasis) : field))
  const columns = columnsFrom(params.get('cols'))
  return {
    query,
    defaults,
    fields: columns.length > 0 ? columns : defaults,
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
    setFilters: (filters: readonly Filter[]): void => change('f', filtersAsText(filters)),
    clear: (): void =>
      setParams((before) => new URLSearchParams([...before].filter(([name]) => OF_LOOK.includes(name)))),
  }
}
