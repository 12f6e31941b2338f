/** Changes the company's server did not take: what, why, who may, and what becomes of each. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { Link } from 'wouter'
import { isMasterTable } from '../../domain/masterData'
import { isTableName } from '../../domain/records/tables'
import { formatStamp } from '../../i18n/format'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { dropRefused, refusedHere, type RefusedHere } from '../../store/teamState'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

/** Where a record is opened; undefined for those without a page of their own. */
function addressOf(record: string | undefined): string | undefined {
  const [table = '', id = ''] = (record ?? '').split(':')
  if (!isTableName(table) || id === '') return undefined
  if (table === 'failures') return `/failures/${id}`
  if (table === 'problems') return `/problems/${id}`
  return isMasterTable(table) ? `/master/${table}/${encodeURIComponent(id)}` : undefined
}

export function RefusedTray() {
  const { t } = useText()
  const refused = useLiveQuery(() => refusedHere())
  const [dropping, setDropping] = useState<RefusedHere | null>(null)
  if (refused === undefined) return null
  return (
    <section className="card card-pad stack" aria-label={t.teamRefusedTitle}>
      <h2>{t.teamRefusedTitle}</h2>
      {refused.length === 0 ? (
        <p className="muted">{t.teamRefusedNone}</p>
      ) : (
        <p className="small muted">{t.teamRefusedWhy}</p>
      )}
      <ul className="entry-list">
        {refused.map((one) => (
          <RefusedLine key={`${one.device} ${one.number}`} refused={one} onDrop={() => setDropping(one)} />
        ))}
      </ul>
      {dropping === null ? null : (
        <ReasonDialog
          title={t.teamDrop}
          question={t.teamDropWhy}
          form={`drop-refused:${dropping.id}`}
          submit={t.teamDrop}
          run={(why) => dropRefused(dropping, why)}
          onClose={() => setDropping(null)}
        />
      )}
    </section>
  )
}

function RefusedLine({ refused, onDrop }: { readonly refused: RefusedHere; readonly onDrop: () => void }) {
  const { t } = useText()
  const toast = useToast()
  const { number, command, reasons, mayInstead, at, record, state, why = '' } = refused
  const words = reasons.map(t.teamRefusal)
  const others = mayInstead.length === 0 ? '' : t.teamMayInstead(mayInstead.join(t.listComma))
  const href = addressOf(record)
  const copy = (): void => {
    const place = href === undefined ? '' : `${location.origin}${href}`
    const text = [t.commandName(command), ...words, others, place].filter((line) => line !== '').join('\n')
    void navigator.clipboard.writeText(text).then(() => toast(t.teamCopied))
  }
  return (
    <li className="stack">
      <span>
        <strong>{t.commandName(command)}</strong>{' '}
        <span className="small muted">
          #{number} · {formatStamp(at)}
        </span>
      </span>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {others === '' ? null : <span className="small muted">{others}</span>}
      {state === 'dropped' ? (
        <span className="small muted">{t.teamDropped(why)}</span>
      ) : (
        <span className="row">
          {href === undefined ? null : (
            <Link className="button" href={href}>
              {t.teamChange}
            </Link>
          )}
          <button type="button" className="button" onClick={copy}>
            {t.teamCopy}
          </button>
          <button type="button" className="button" onClick={onDrop}>
            {t.teamDrop}
          </button>
        </span>
      )}
    </li>
  )
}
