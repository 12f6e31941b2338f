/** The failures that came in last. */
import { Link, useLocation } from 'wouter'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import type { TableQuery } from '../../workers/engineAnswers'

const LATEST = 8

export function LatestList() {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const query: TableQuery = { language, filters: [], search: '', sorting: [{ field: 'occurredAt', descending: true }] }
  const { answer: latest } = useEngine(`latest|${language}`, (engine) =>
    engine.page(query, 0, LATEST, [
      'no',
      'occurredAt',
      'trainId',
      'failedNodeId',
      'nodeText',
      'description',
      'severity',
      'state',
    ]),
  )
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <h2>{t.homeLatest}</h2>
        <Link href="/failures">{t.homeSeeAll}</Link>
      </div>
      <ul className="latest-list">
        {(latest?.rows ?? []).map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => navigate(`/failures/${row.id}`)}>
              <span className="small muted">
                {row.labels['occurredAt']} · {row.labels['trainId']} ·{' '}
                {row.labels['failedNodeId'] === '' ? row.labels['nodeText'] : row.labels['failedNodeId']}
              </span>
              <span className="latest-text">{row.labels['description']}</span>
              <span className="row">
                <StateTag code={row.words['state']} />
                <SeverityTag code={row.words['severity']} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
