/** Home with data: report, continue a draft, what fails most, what came in last, what waits for a decision. */
import { FileChartColumn, FilePlus2 } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import { REPORT_KIND_NAMES } from '../../metrics/reports/reportKinds'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import type { Overview, TableQuery } from '../../workers/engineAnswers'
import { HomeDrafts } from './HomeDrafts'
import { WaitingList } from './WaitingList'
import './dashboard.css'

const WATCHED = 8
const LATEST = 8

export function Dashboard({ overview }: { readonly overview: Overview }) {
  const { t, language } = useText()
  const [, navigate] = useLocation()
  const { answer: tree } = useEngine('tree|home', (engine) =>
    engine.tree({ population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }),
  )
  const query: TableQuery = { language, filters: [], search: '', sorting: { field: 'occurredAt', descending: true } }
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
  const worst = (tree?.nodes ?? [])
    .filter((node) => node.figures.own > 0)
    .sort((a, b) => b.figures.own - a.figures.own)
    .slice(0, WATCHED)
  const most = Math.max(1, ...worst.map((node) => node.figures.own))
  return (
    <div className="page dashboard">
      <div className="dash-hero">
        <Link href="/failures/new" className="button primary big">
          <FilePlus2 size={20} aria-hidden />
          {t.reportFailure}
        </Link>
        <p className="muted">
          {t.homeCounts} <Link href="/failures">{t.countFailures(formatCount(overview.failures, language))}</Link> ·{' '}
          <Link href="/products">{t.countNodes(formatCount(overview.nodes, language))}</Link> ·{' '}
          {t.countTrains(formatCount(overview.trains, language))} ·{' '}
          {t.countReadings(formatCount(overview.readings, language))}
        </p>
      </div>
      <HomeDrafts />
      {overview.unassigned > 0 ? (
        <p className="note warn">
          <Link href="/data">{t.homeUnassigned(formatCount(overview.unassigned, language))}</Link>
        </p>
      ) : null}
      <WaitingList />
      <section className="card card-pad spread" aria-label={t.homeReports}>
        <div className="row">
          {REPORT_KIND_NAMES.map((kind) => (
            <Link key={kind} href={`/reports?kind=${kind}`} className={kind === 'weekly' ? 'button primary' : 'button'}>
              <FileChartColumn size={16} aria-hidden />
              {t.homeReport(kind)}
            </Link>
          ))}
        </div>
        <p className="small muted">{t.homeReportsWhy}</p>
      </section>
      <div className="dash-grid">
        <section className="card card-pad stack">
          <div className="spread">
            <h2>{t.homeWatch}</h2>
            <Link href="/products">{t.homeSeeAll}</Link>
          </div>
          <ol className="watch-list">
            {worst.map((node) => (
              <li key={node.id}>
                <Link href={`/products?node=${encodeURIComponent(node.id)}`}>{node.name}</Link>
                <span className="watch-bar" aria-hidden>
                  <span style={{ width: `${(node.figures.own / most) * 100}%` }} />
                </span>
                <span className="number">{formatCount(node.figures.own, language)}</span>
                <span className="number muted small">
                  {node.figures.mtbf.status === 'estimated'
                    ? formatFigure(node.figures.mtbf.rate * 1e6, language)
                    : '—'}
                </span>
              </li>
            ))}
          </ol>
          <p className="small muted">
            {t.failuresWord} · {t.rateWord} {t.kpiFpmkPart}
            {tree === null
              ? ''
              : ` · ${t.kpiCoverage(tree.exposure.coverage === null ? '—' : formatShare(tree.exposure.coverage, language))}`}
          </p>
        </section>
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
      </div>
      <p className="small muted">{t.noteOffline}</p>
    </div>
  )
}
