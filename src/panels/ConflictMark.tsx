/** Beside a value on which devices disagree: a sign, a word, and the way to where somebody chooses. */
import { GitFork } from 'lucide-react'
import { Link } from 'wouter'
import type { TableName } from '../domain/records/tables'
import { useText } from '../ui/LanguageContext'
import { conflictsHref } from './useConflicts'
import './conflictMark.css'

export function ConflictMark({ table, id }: { readonly table: TableName; readonly id: string }) {
  const { t } = useText()
  return (
    <Link className="conflict-mark" href={conflictsHref(table, id)}>
      <GitFork size={12} aria-hidden />
      {t.conflictsMark}
    </Link>
  )
}
