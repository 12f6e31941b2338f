/** Where devices disagree: every record with its values side by side, rules for many alike, and a person who chooses. */
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useSearchParams } from 'wouter'
import { formatCount } from '../../../i18n/format'
import { useConflictCount } from '../../../panels/useConflicts'
import { listConflicts } from '../../../store/conflicts'
import { Empty } from '../../../ui/Empty'
import { useText } from '../../../ui/LanguageContext'
import { AskWhy } from './AskWhy'
import { ConflictCard } from './ConflictCard'
import { RuleBar } from './RuleBar'
import { useSettling } from './useSettling'
import './conflicts.css'

export function ConflictsScreen() {
  const { t, language } = useText()
  const [address] = useSearchParams()
  const only = address.get('of')
  const all = useConflictCount()
  const listed = useLiveQuery(() => listConflicts(only), [only])
  const settling = useSettling()
  return (
    <div className="page conflicts">
      <header className="stack">
        <div className="spread">
          <h1>{t.conflictsTitle}</h1>
          <div className="row">
            {only === null ? null : <Link href="/data/conflicts">{t.conflictsAll}</Link>}
            <Link href="/data">{t.data}</Link>
          </div>
        </div>
        <p className="small muted">{t.conflictsIntro}</p>
      </header>
      {listed === undefined ? (
        <div className="skeleton" style={{ height: 200 }} />
      ) : listed.length === 0 ? (
        <Empty title={t.conflictsNone} why={only === null ? t.conflictsNoneWhy : t.conflictsNoneOf} />
      ) : (
        <>
          {only === null ? <RuleBar listed={listed} settling={settling} /> : null}
          {only === null && all > listed.length ? (
            <p className="small muted">
              {t.conflictsMore(formatCount(listed.length, language), formatCount(all, language))}
            </p>
          ) : null}
          <ul className="entry-list">
            {listed.map((found) => (
              <ConflictCard key={`${found.table}:${found.id}`} found={found} settling={settling} />
            ))}
          </ul>
        </>
      )}
      {settling.asking === null ? null : <AskWhy asked={settling.asking} settling={settling} />}
    </div>
  )
}
