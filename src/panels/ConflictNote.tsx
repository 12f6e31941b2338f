/** On the page of a record: the fields on which devices disagree, and the way to where somebody chooses. */
import { GitFork } from 'lucide-react'
import { Link } from 'wouter'
import { isPosition } from '../domain/conflicts'
import type { TableName } from '../domain/records/tables'
import { useText } from '../ui/LanguageContext'
import { HeldSteps } from './HeldSteps'
import { useConflictFieldName } from './useConflictFieldName'
import { conflictsHref, useDisputedFields } from './useConflicts'

export function ConflictNote({ table, id }: { readonly table: TableName; readonly id: string }) {
  const { t } = useText()
  const nameOf = useConflictFieldName()
  const fields = [...useDisputedFields(table, id)]
  if (fields.length === 0) return null
  const facts = fields.filter((field) => !isPosition(table, field))
  const settle = <Link href={conflictsHref(table, id)}>{t.conflictsSettle}</Link>
  return (
    <div className="note warn" role="alert">
      {facts.length === 0 ? null : (
        <p>
          <GitFork size={14} aria-hidden />{' '}
          {t.conflictsOnFields(facts.map((field) => nameOf({ table, field })).join(t.listComma))} {settle}
        </p>
      )}
      {facts.length === fields.length ? null : (
        <>
          <p>
            <GitFork size={14} aria-hidden /> {t.conflictsHeld} {settle}
          </p>
          <HeldSteps table={table} id={id} />
        </>
      )}
    </div>
  )
}
