/** On the page of a record: the fields on which devices disagree, and the way to where somebody chooses. */
import { GitFork } from 'lucide-react'
import { Link } from 'wouter'
import type { TableName } from '../domain/records/tables'
import { useText } from '../ui/LanguageContext'
import { useConflictFieldName } from './useConflictFieldName'
import { conflictsHref, useDisputedFields } from './useConflicts'

export function ConflictNote({ table, id }: { readonly table: TableName; readonly id: string }) {
  const { t } = useText()
  const nameOf = useConflictFieldName()
  const fields = useDisputedFields(table, id)
  if (fields.size === 0) return null
  return (
    <p className="note warn" role="alert">
      <GitFork size={14} aria-hidden />{' '}
      {t.conflictsOnFields([...fields].map((field) => nameOf({ table, field })).join(t.listComma))}{' '}
      <Link href={conflictsHref(table, id)}>{t.conflictsSettle}</Link>
    </p>
  )
}
