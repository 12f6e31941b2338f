/** The figures of a node, each with its count, exposure and bounds; each opens the rows it was made of. */
import { inMillions, perMillion } from '../../reliability/perMillion'
import { Link } from 'wouter'
import type { OnOpen } from '../../charts/openedMark'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import type { NodeTargets } from '../../metrics/nodeTarget'
import type { Exclusion } from '../../metrics/scope'
import { useText } from '../../ui/LanguageContext'
import { KpiDoor } from './KpiDoor'
import { KpiNotes } from './KpiNotes'
import { MtbfCard } from './MtbfCard'

interface Props {
  readonly analysis: NodeAnalysis
  readonly node: NodeTargets | null
  readonly name: string
  readonly onOpen: OnOpen
}

export function KpiStrip({ analysis, node, name, onOpen }: Props) {
  const isPart = node !== null
  return (
    <section className="kpi-strip" aria-label={name}>
      <div className="kpis">
        <CountedCard analysis={analysis} onOpen={onOpen} />
        <ExposureCard analysis={analysis} isPart={isPart} />
        <RateCard analysis={analysis} isPart={isPart} onOpen={onOpen} />
        <MtbfCard analysis={analysis} node={node} onOpen={onOpen} />
      </div>
      <KpiNotes analysis={analysis} onOpen={onOpen} />
    </section>
  )
}

function CountedCard({ analysis, onOpen }: Pick<Props, 'analysis' | 'onOpen'>) {
  const { t, language } = useText()
  const { counted, scope } = analysis
  const excluded = Object.entries(analysis.excluded) as [Exclusion, Uint32Array][]
  return (
    <div className="kpi">
      <p className="kpi-name">{t.kpiCounted}</p>
      <button
        type="button"
        className="kpi-value"
        disabled={counted.length === 0}
        title={counted.length === 0 ? t.nodeHistoryEmpty : undefined}
        onClick={() => onOpen({ label: t.kpiCounted, rows: counted })}
      >
        {formatCount(counted.length, language)}
      </button>
      <p className="kpi-note">
        {t.populationName(scope.population)}
        {t.semicolon}
        {t.partBasisName(scope.partBasis)}
      </p>
      <div className="kpi-note">
        {excluded.length === 0
          ? t.kpiExcludedNone
          : excluded.map(([why, rows]) => (
              <button
                key={why}
                type="button"
                className="kpi-link"
                onClick={() => onOpen({ label: `${t.kpiExcluded}${t.colon}${t.exclusionName(why)}`, rows })}
              >
                {t.kpiExcluded} {formatCount(rows.length, language)}
                {t.colon}
                {t.exclusionName(why)}
              </button>
            ))}
      </div>
    </div>
  )
}

function ExposureCard({ analysis, isPart }: { readonly analysis: NodeAnalysis; readonly isPart: boolean }) {
  const { t, language } = useText()
  const { exposure, exposureKm, quantity } = analysis
  const trains = formatCount(exposure.trains, language)
  const millions = (km: number): string => formatFigure(inMillions(km), language)
  return (
    <div className="kpi">
      <p className="kpi-name">{t.kpiExposure}</p>
      <p className="kpi-value">
        {exposureKm > 0 ? millions(exposureKm) : '—'}{' '}
        <span className="kpi-unit">10⁶ {isPart ? t.kpiPartKm : t.kpiTrainKm}</span>
      </p>
      <p className="kpi-note">
        {isPart
          ? [
              t.kpiQuantity(formatFigure(quantity, language), trains),
              `${millions(exposure.trainKm)} × 10⁶ ${t.kpiTrainKm}`,
            ].join(' · ')
          : t.countTrains(trains)}
      </p>
      <p className={analysis.isRateInDoubt ? 'kpi-note kpi-warn' : 'kpi-note'}>
        {exposure.coverage === null ? (
          <Link href="/data?open=import">{t.kpiAddMileage}</Link>
        ) : (
          t.kpiCoverage(formatShare(exposure.coverage, language))
        )}
        {exposure.extrapolatedKm > 0 ? ` · ${t.kpiExtrapolated(formatCount(exposure.extrapolatedKm, language))}` : ''}
      </p>
    </div>
  )
}

interface RateProps extends Pick<Props, 'analysis' | 'onOpen'> {
  readonly isPart: boolean
}

function RateCard({ analysis, isPart, onOpen }: RateProps) {
  const { t, language } = useText()
  const { rated, exposure, mtbf, scatter } = analysis
  const rateInWords = (rate: number): string => formatFigure(perMillion(rate), language)
  return (
    <div className="kpi">
      <p className="kpi-name">{t.kpiFpmk}</p>
      <p className="kpi-value">
        <KpiDoor rows={rated} label={t.kpiFpmk} onOpen={onOpen}>
          {mtbf.status === 'estimated' ? rateInWords(mtbf.rate) : '—'}
        </KpiDoor>{' '}
        <span className="kpi-unit">{isPart ? t.kpiFpmkPart : t.kpiFpmkTrainUnit}</span>
      </p>
      <p className="kpi-note">
        {mtbf.status === 'estimated'
          ? mtbf.rateLower === null
            ? `≤ ${rateInWords(mtbf.rateUpper)}`
            : `90% ${rateInWords(mtbf.rateLower)} ～ ${rateInWords(mtbf.rateUpper)}`
          : t.kpiNoExposure}
      </p>
      {scatter?.isBeyondChance !== true ? null : (
        <p className="kpi-note">{t.kpiRobust(rateInWords(scatter.lower), rateInWords(scatter.upper), '')}</p>
      )}
      <p className="kpi-note">
        {exposure.trainKm > 0 && isPart ? t.kpiFpmkTrain(rateInWords(rated.length / exposure.trainKm)) : ''}
      </p>
    </div>
  )
}
