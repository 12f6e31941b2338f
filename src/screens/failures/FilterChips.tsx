/** What the list is narrowed to: a chip per filter, the scope a figure was opened with, and the way to one more. */
import { X } from 'lucide-react'
import { companyFieldsOfTable, isCompanyKey } from '../../domain/companyFields'
import type { ColumnField } from '../../metrics/columnMeaning'
import { columnLabel, filterInWords } from '../../panels/filterInWords'
import { useWordLabel } from '../../panels/useWordLabel'
import { useText } from '../../ui/LanguageContext'
import type { ListView } from './useListView'
import { useCompanyFields } from '../../panels/useCompanyFields'

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

interface Props {
  readonly view: ListView
  readonly onFilter: (field: ColumnField) => void
}

export function FilterChips({ view, onFilter }: Props) {
  const { t, language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const wordLabel = useWordLabel()
  const { query, scopeWords, isFiltered, setFilters, clear } = view
  return (
    <div className="row" role="group" aria-label={t.filters}>
      {query.filters.map((filter, at) => {
        const words = filterInWords(filter, t, language, (word) => wordLabel(filter.field, word), company)
        return (
          <span className="chip filter-chip" key={`${filter.field}-${filter.op}`}>
            <button type="button" className="chip-words" onClick={() => onFilter(filter.field)}>
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
        <select className="input" value="" onChange={(event) => onFilter(event.target.value as ColumnField)}>
          <option value="">＋ {t.filterAdd}</option>
          {[...FILTER_FIELDS, ...Object.keys(company).filter(isCompanyKey)].map((field) => (
            <option key={field} value={field}>
              {columnLabel(field, language, company)}
            </option>
          ))}
        </select>
      </label>
      {isFiltered ? (
        <button type="button" className="button quiet" onClick={clear}>
          {t.filterClear}
        </button>
      ) : null}
    </div>
  )
}
