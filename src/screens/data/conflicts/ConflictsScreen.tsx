/** Where devices disagree: every record with its values side by side, rules for many alike, and a person who chooses. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { formatCount } from '../../../i18n/format'
import { useConflictWords } from '../../../panels/useConflictWords'
import { useConflictCount } from '../../../panels/useConflicts'
import { listConflicts } from '../../../store/conflicts'
import { Empty } from '../../../ui/Empty'
import { useText } from '../../../ui/LanguageContext'
import { AskWhy } from './AskWhy'
import { ConflictCard } from './ConflictCard'
import { RuleBar } from './RuleBar'
import { useSettling } from './useSettling'
import './conflicts.css'

/** So many cards are drawn at a time. */
const CARDS = 40

export function ConflictsScreen() {
  const { t, language } = useText()
  const [address] = useSearchParams()
  const only = address.get('of')
  const all = useConflictCount()
  const listed = useLiveQuery(() => listConflicts(only), [only])
  const settling = useSettling()
  const words = useConflictWords()
  const [shown, setShown] = useState(CARDS)
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
          {only === null ? <RuleBar listed={listed} settling={settling} words={words} /> : null}
          {only === null && all > listed.length ? (
            <p className="small muted">
              {t.conflictsMore(formatCount(listed.length, language), formatCount(all, language))}
            </p>
          ) : null}
          <ul className="entry-list">
            {listed.slice(0, shown).map((found) => (
              <ConflictCard key={`${found.table}:${found.id}`} found={found} settling={settling} words={words} />
            ))}
          </ul>
          {listed.length > shown ? (
            <button type="button" className="button" onClick={() => setShown(shown + CARDS)}>
              {t.conflictsShowMore(formatCount(Math.min(CARDS, listed.length - shown), language))}
            </button>
          ) : null}
        </>
      )}
      {settling.asking === null ? null : <AskWhy asked={settling.asking} settling={settling} />}
    </div>
  )
}
