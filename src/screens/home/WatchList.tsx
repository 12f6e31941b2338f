/** The parts that fail most, each with its failures and rate. */
import { perMillion } from '../../reliability/perMillion'
import { Link } from 'wouter'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'

const WATCHED = 8

export function WatchList() {
  const { t, language } = useText()
  const { answer: tree } = useEngine('tree|home', (engine) =>
    engine.tree({ population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }),
  )
  const worst = (tree?.nodes ?? [])
    .filter((node) => node.figures.own > 0)
    .sort((a, b) => b.figures.own - a.figures.own)
    .slice(0, WATCHED)
  const most = Math.max(1, ...worst.map((node) => node.figures.own))
  return (
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
                ? formatFigure(perMillion(node.figures.mtbf.rate), language)
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
  )
}
