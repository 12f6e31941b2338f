/** What is written twice: failures, serials, cars. Many exact doubles go at once, the others one by one. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { Link } from 'wouter'
import { useEngine } from '../../../panels/useEngine'
import { foundDoubles } from '../../../store/doubledFailures'
import { Empty } from '../../../ui/Empty'
import { useText } from '../../../ui/LanguageContext'
import { ExactDoubles } from './ExactDoubles'
import { OpenDoubles } from './OpenDoubles'
import { SpellingGroups } from './SpellingGroups'
import './doubles.css'

/** Looked at as whole records; what is beyond is listed once some of these are settled. */
const LOOKED_AT = 2000

export function DoublesScreen() {
  const { t } = useText()
  const { answer: pairs } = useEngine('doubled-failures', (engine) => engine.doubledFailures())
  const found = useLiveQuery(
    async () => (pairs === null ? undefined : foundDoubles(pairs.slice(0, LOOKED_AT))),
    [pairs],
  )
  return (
    <div className="page narrow">
      <header className="stack">
        <div className="spread">
          <h1>{t.doublesTitle}</h1>
          <Link href="/data">{t.dataTitle}</Link>
        </div>
        <p className="small muted">{t.doublesIntro}</p>
      </header>
      {found === undefined ? (
        <div className="skeleton" style={{ height: 160 }} aria-busy="true" />
      ) : found.length === 0 ? (
        <Empty title={t.doublesNone} why={t.doublesNoneWhy} />
      ) : (
        <>
          <ExactDoubles found={found.filter(({ isExact }) => isExact)} />
          <OpenDoubles found={found.filter(({ isExact }) => !isExact)} />
        </>
      )}
      <SpellingGroups />
    </div>
  )
}
