/** By what the list is grouped: a chip per column, the way to one more, and all groups opened or closed at once. */
import { X } from 'lucide-react'
import { formatCount } from '../../i18n/format'
import { companyFieldsOfTable, formCompanyFields } from '../../domain/companyFields'
import { columnMeaning, type TextKey } from '../../metrics/columnMeaning'
import { MOST_GROUPS } from '../../metrics/groupedRows'
import { columnLabel } from '../../panels/filterInWords'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { useText } from '../../ui/LanguageContext'
import { MOST_LEVELS } from './listColumns'
import type { ListView } from './useListView'

const OFFERED: readonly TextKey[] = [
  'depotId',
  'customerId',
  'trainId',
  'bomNodeId',
  'failedNodeId',
  'symptomCode',
  'occurredAt',
  'state',
  'severity',
  'serviceImpact',
  'relevance',
  'chargeable',
  'causeCat',
  'detectionPhase',
  'method',
  'problemId',
  'batchId',
]

export function GroupChips({ view }: { readonly view: ListView }) {
  const { t, language } = useText()
  const groups = view.query.groupedBy ?? []
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const offered = [...OFFERED, ...formCompanyFields(useCompanyFields(), 'failures')].filter(
    (field) => columnMeaning(field, company).kind !== 'number' && !groups.includes(field),
  )
  const { outline, tooMany, openAll, closeAll } = view.grouping
  const nameOf = (field: TextKey): string => columnMeaning(field, company)[language]
  const inWords = (field: TextKey): string =>
    (columnMeaning(field, company).kind === 'moment' ? t.groupByMonth : t.groupBy)(nameOf(field))
  return (
    <>
      {groups.map((field) => (
        <span className="chip filter-chip" key={field}>
          <span className="chip-words">{inWords(field)}</span>
          <button
            type="button"
            className="chip-remove"
            aria-label={t.groupRemove(nameOf(field))}
            onClick={() => view.setGroups(groups.filter((other) => other !== field))}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
      <label className="add-filter" title={groups.length < MOST_LEVELS ? undefined : t.groupsMost(MOST_LEVELS)}>
        <span className="visually-hidden">{t.groupAdd}</span>
        <select
          className="input"
          value=""
          disabled={groups.length >= MOST_LEVELS}
          onChange={(event) => view.setGroups([...groups, event.target.value as TextKey])}
        >
          <option value="">＋ {t.groupAdd}</option>
          {offered.map((field) => (
            <option key={field} value={field}>
              {columnLabel(field, language, company)}
            </option>
          ))}
        </select>
      </label>
      {outline === null ? null : (
        <>
          <button type="button" className="button quiet" onClick={openAll}>
            {t.groupsOpenAll}
          </button>
          <button type="button" className="button quiet" onClick={closeAll}>
            {t.groupsCloseAll}
          </button>
        </>
      )}
      {tooMany === null ? null : (
        <p role="status" className="small">
          {t.groupsTooMany(formatCount(tooMany, language), formatCount(MOST_GROUPS, language))}
        </p>
      )}
    </>
  )
}
