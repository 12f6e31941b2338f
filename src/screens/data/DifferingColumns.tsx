/** The fields in which a file says something else of stored failures, each with how often: to look at one of them alone. */
import { fieldsOf } from '../../domain/allFields'
import type { TableName } from '../../domain/records/tables'
import { formatCount } from '../../i18n/format'
import type { ChangedFailure, StoredDifference } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { useCompanyFields } from '../../panels/useCompanyFields'

export interface DifferingColumn {
  readonly key: string
  readonly table: TableName
  readonly field: string
  readonly count: number
}

export const isIn =
  ({ table, field }: DifferingColumn) =>
  (said: StoredDifference): boolean =>
    said.table === table && said.field === field

/** Those with most differences first. */
export function differingColumns(changed: readonly ChangedFailure[]): readonly DifferingColumn[] {
  const columns = new Map<string, DifferingColumn>()
  for (const { differences } of changed)
    for (const { table, field } of differences) {
      const key = `${table}.${field}`
      columns.set(key, { key, table, field, count: (columns.get(key)?.count ?? 0) + 1 })
    }
  return [...columns.values()].sort((a, b) => b.count - a.count)
}

interface Props {
  readonly columns: readonly DifferingColumn[]
  readonly chosen: DifferingColumn | null
  /** @param key empty for all columns */
  readonly onChoose: (key: string) => void
}

export function ColumnFilter({ columns, chosen, onChoose }: Props) {
  const { t, language } = useText()
  const company = useCompanyFields()
  if (columns.length < 2) return null
  const all = columns.reduce((sum, { count }) => sum + count, 0)
  return (
    <label className="row small">
      {t.againColumns}
      <select className="input compact" value={chosen?.key ?? ''} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t.againAllColumns(formatCount(all, language))}</option>
        {columns.map(({ key, table, field, count }) => (
          <option key={key} value={key}>
            {t.againColumn(
              t.tableName(table),
              fieldsOf(table, company)[field]?.[language] ?? field,
              formatCount(count, language),
            )}
          </option>
        ))}
      </select>
    </label>
  )
}
