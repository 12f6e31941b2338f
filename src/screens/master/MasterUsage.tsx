/** What names the record: failures as a door to their list, everything else as a count. */
import { Link } from 'wouter'
import type { MasterTable } from '../../domain/masterData'
import type { MasterReference } from '../../domain/masterReferences'
import { isKeyOf } from '../../domain/closedSet'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { formatCount } from '../../i18n/format'
import { COLUMN_MEANING } from '../../metrics/columnMeaning'
import { filtersAsText } from '../../metrics/filterText'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'

export function MasterUsage({ table, id }: { readonly table: MasterTable; readonly id: string }) {
  const { t, language } = useText()
  const { answer: usage } = useEngine(`master-usage|${table}|${id}`, (engine) => engine.masterUsage(table, id))
  return (
    <section className="card card-pad stack">
      <h2>{t.masterUsage}</h2>
      {usage === null ? (
        <p className="muted">{t.masterUsageCounting}</p>
      ) : usage.length === 0 ? (
        <p className="muted">{t.masterUsageNone}</p>
      ) : (
        <ul className="plain-list">
          {usage.map(({ count, ...reference }) => (
            <li key={`${reference.table}.${reference.field}`}>
              {t.masterUsageLine(
                t.tableName(reference.table),
                FIELDS_OF_TABLE[reference.table][reference.field]?.[language] ?? reference.field,
                formatCount(count, language),
              )}{' '}
              <Door reference={reference} id={id} count={count} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface DoorProps {
  readonly reference: MasterReference
  readonly id: string
  readonly count: number
}

function Door({ reference: { table, field }, id, count }: DoorProps) {
  const { t, language } = useText()
  if (table !== 'failures' || !isKeyOf(COLUMN_MEANING, field)) return null
  const filter = filtersAsText([{ field, op: 'is', values: [id] } as Parameters<typeof filtersAsText>[0][number]])
  return (
    <Link className="small" href={`/failures?${new URLSearchParams([['f', filter]]).toString()}`}>
      {t.masterUsageOpen(formatCount(count, language))}
    </Link>
  )
}
