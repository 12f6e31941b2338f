/** By what the list is grouped: a chip per column, the way to one more, and all groups opened or closed at once. */
import { X } from 'lucide-react'
import { formatCount } from '../../i18n/format'
import type { TextField } from '../../metrics/columnDescriptions'
import { COLUMN_MEANING } from '../../metrics/columnMeaning'
import { MOST_GROUPS } from '../../metrics/groupedRows'
import { columnLabel } from '../../panels/filterInWords'
import { useText } from '../../ui/LanguageContext'
import { MOST_LEVELS } from './listColumns'
import type { ListView } from './useListView'

const OFFERED: readonly TextField[] = [
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
  const { outline, tooMany, openAll, closeAll } = view.grouping
  const inWords = (field: TextField): string =>
    (COLUMN_MEANING[field].kind === 'moment' ? t.groupByMonth : t.groupBy)(COLUMN_MEANING[field][language])
  return (
    <>
      {groups.map((field) => (
        <span className="chip filter-chip" key={field}>
          <span className="chip-words">{inWords(field)}</span>
          <button
            type="button"
            className="chip-remove"
            aria-label={t.groupRemove(COLUMN_MEANING[field][language])}
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
          onChange={(event) => view.setGroups([...groups, event.target.value as TextField])}
        >
          <option value="">＋ {t.groupAdd}</option>
          {OFFERED.filter((field) => !groups.includes(field)).map((field) => (
            <option key={field} value={field}>
              {columnLabel(field, language)}
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
