/** What a record is called where devices disagree on it: its kind, its number or name, and what it belongs to. */
import type { Disagreement } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'

export function useRecordName(): (found: Disagreement) => string {
  const { t } = useText()
  return ({ table, name, owner }) =>
    [t.tableName(table), name, owner === null ? '' : `${t.tableName(owner.table)} ${owner.name}`]
      .filter((part) => part !== '')
      .join(' · ')
}
