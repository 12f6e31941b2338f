/** The parts a part or a product holds, each a way to its own page. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { Link } from 'wouter'
import { isEnded } from '../../domain/masterData'
import { formatFigure, localMoment } from '../../i18n/format'
import { masterHref } from '../../panels/masterWords'
import { masterRecords } from '../../store/masterRecords'
import type { StoredRecord } from '../../domain/records/tables'
import { useText } from '../../ui/LanguageContext'

type Node = StoredRecord<'bomNodes'>

export function PartsBelow({ table, id }: { readonly table: 'bomNodes' | 'products'; readonly id: string }) {
  const { t, language } = useText()
  const nodes = useLiveQuery(
    async () =>
      ((await masterRecords('bomNodes')) as readonly Node[])
        .filter((node) =>
          table === 'products' ? node.productId === id && node.parentId === undefined : node.parentId === id,
        )
        .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)),
    [table, id],
  )
  if (nodes === undefined || nodes.length === 0) return null
  const today = localMoment().slice(0, 10)
  return (
    <section className="card card-pad stack">
      <h2>{table === 'products' ? t.masterTopPart : t.masterParts}</h2>
      <ul className="plain-list master-parts">
        {nodes.map((node) => (
          <li key={node.id}>
            <Link href={masterHref('bomNodes', node.id)}>{node.name}</Link>{' '}
            <span className="small muted">
              <span className="mono">{node.partNo}</span> × {formatFigure(node.qty ?? 1, language)}
            </span>{' '}
            {isEnded('bomNodes', node, today) ? <span className="chip">{t.masterEnded}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
