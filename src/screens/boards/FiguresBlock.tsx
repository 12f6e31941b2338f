/** Failures, distance and rate of a scope with its bounds; both numbers open the failures they count. */
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { ScopedProps } from './Block'

export function FiguresBlock({ analysis, block, title, subtitle, onOpen }: ScopedProps) {
  const { t, language } = useText()
  const { counted, rated, mtbf, exposure, exposureKm } = analysis
  const rate = (value: number): string => formatFigure(perMillion(value), language)
  return (
    <section className="card card-pad stack" aria-label={title}>
      <h3>{title}</h3>
      <p className="chart-subtitle">{subtitle}</p>
      <dl className="board-figures">
        <div>
          <dt>{t.kpiCounted}</dt>
          <dd>
            <button type="button" className="kpi-link" onClick={() => onOpen({ label: t.kpiCounted, rows: counted })}>
              {formatCount(counted.length, language)}
            </button>
          </dd>
        </div>
        <div>
          <dt>{t.kpiExposure}</dt>
          <dd>
            {exposureKm > 0 ? formatFigure(inMillions(exposureKm), language) : '—'}{' '}
            <small>10⁶ {block.nodeId === '' ? t.kpiTrainKm : t.kpiPartKm}</small>
          </dd>
          <dd className="small muted">
            {exposure.coverage === null ? t.kpiAddMileage : t.kpiCoverage(formatShare(exposure.coverage, language))}
          </dd>
        </div>
        <div>
          <dt>{t.kpiFpmk}</dt>
          <dd>
            {mtbf.status === 'estimated' ? (
              <button type="button" className="kpi-link" onClick={() => onOpen({ label: t.kpiFpmk, rows: rated })}>
                {rate(mtbf.rate)}
              </button>
            ) : (
              '—'
            )}{' '}
            <small>{block.nodeId === '' ? t.kpiFpmkTrainUnit : t.kpiFpmkPart}</small>
          </dd>
          <dd className="small muted">
            {mtbf.status === 'estimated'
              ? mtbf.rateLower === null
                ? `≤ ${rate(mtbf.rateUpper)}`
                : `90% ${rate(mtbf.rateLower)} ～ ${rate(mtbf.rateUpper)}`
              : t.kpiNoExposure}
          </dd>
        </div>
      </dl>
    </section>
  )
}
