/** The figures of a node, each with its count, exposure and bounds; each opens the rows it was made of. */
import { Link, useSearchParams } from 'wouter'
import { MtbfBar } from '../../charts/MtbfBar'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { periodAsDates, type Exclusion } from '../../metrics/scope'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly analysis: NodeAnalysis
  readonly node: {
    readonly targetFpmk: number | null
    readonly designMtbfH: number | null
    readonly designMdbfKm: number | null
  } | null
  readonly name: string
  readonly onOpen: (mark: { readonly label: string; readonly rows: Uint32Array }) => void
}

/** Assumed until somebody enters the fleet's own; hours are always marked as derived. */
const USUAL_SPEED = 60

export function KpiStrip({ analysis, node, name, onOpen }: Props) {
  const { t, language } = useText()
  const [params, setParams] = useSearchParams()
  const speed = Number(params.get('speed')) > 0 ? Number(params.get('speed')) : USUAL_SPEED
  const inHours = params.get('unit') === 'h'
  const setParam = (key: string, value: string): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: true },
    )
  const { mtbf, exposure } = analysis
  const unit = inHours ? t.unitH : t.unitKm
  const show = (km: number): string => formatFigure(inHours ? km / speed : km, language)
  const excluded = Object.entries(analysis.excluded) as [Exclusion, Uint32Array][]
  const targetKm =
    node?.designMdbfKm ??
    (node?.targetFpmk
      ? (1e6 / node.targetFpmk) * (analysis.quantity > 0 ? analysis.quantity : 1)
      : node?.designMtbfH
        ? node.designMtbfH * speed
        : null)
  const verdict =
    targetKm === null
      ? t.kpiTargetNone
      : mtbf.status !== 'estimated'
        ? t.kpiTargetUnknown
        : mtbf.lower >= targetKm
          ? t.kpiTargetMet
          : mtbf.mtbf !== null && mtbf.mtbf >= targetKm
            ? t.kpiTargetPoint
            : mtbf.mtbf === null
              ? t.kpiTargetUnknown
              : t.kpiTargetMissed

  return (
    <section className="kpis" aria-label={name}>
      <div className="kpi">
        <p className="kpi-name">{t.kpiCounted}</p>
        <button
          type="button"
          className="kpi-value"
          disabled={analysis.counted.length === 0}
          title={analysis.counted.length === 0 ? t.nodeHistoryEmpty : undefined}
          onClick={() => onOpen({ label: t.kpiCounted, rows: analysis.counted })}
        >
          {formatCount(analysis.counted.length, language)}
        </button>
        <p className="kpi-note">
          {t.populationName(analysis.scope.population)}
          {t.semicolon}
          {t.partBasisName(analysis.scope.partBasis)}
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
      <div className="kpi">
        <p className="kpi-name">{t.kpiExposure}</p>
        <p className="kpi-value">
          {analysis.exposureKm > 0 ? formatFigure(analysis.exposureKm / 1e6, language) : '—'}{' '}
          <span className="kpi-unit">10⁶ {node === null ? t.kpiTrainKm : t.kpiPartKm}</span>
        </p>
        <p className="kpi-note">
          {node === null
            ? t.countTrains(formatCount(exposure.trains, language))
            : `${t.kpiQuantity(formatFigure(analysis.quantity, language), formatCount(exposure.trains, language))} · ${formatFigure(exposure.trainKm / 1e6, language)} × 10⁶ ${t.kpiTrainKm}`}
        </p>
        {analysis.unrecorded.map(({ from, to, trainKm }) => (
          <p key={from} className="kpi-note kpi-warn">
            {t.kpiUnrecorded(formatFigure(trainKm / 1e6, language), ...periodAsDates(from, to))}
          </p>
        ))}
        <p className={exposure.coverage !== null && exposure.coverage < 0.8 ? 'kpi-note kpi-warn' : 'kpi-note'}>
          {exposure.coverage === null ? (
            <Link href="/data?open=import">{t.kpiAddMileage}</Link>
          ) : (
            t.kpiCoverage(formatShare(exposure.coverage, language))
          )}
          {exposure.extrapolatedKm > 0 ? ` · ${t.kpiExtrapolated(formatCount(exposure.extrapolatedKm, language))}` : ''}
        </p>
      </div>
      <div className="kpi">
        <p className="kpi-name">{t.kpiFpmk}</p>
        <p className="kpi-value">
          <Door rows={analysis.counted} label={t.kpiFpmk} onOpen={onOpen}>
            {mtbf.status === 'estimated' ? formatFigure(mtbf.rate * 1e6, language) : '—'}
          </Door>{' '}
          <span className="kpi-unit">{node === null ? t.kpiFpmkTrainUnit : t.kpiFpmkPart}</span>
        </p>
        <p className="kpi-note">
          {mtbf.status === 'estimated'
            ? mtbf.rateLower === null
              ? `≤ ${formatFigure(mtbf.rateUpper * 1e6, language)}`
              : `90% ${formatFigure(mtbf.rateLower * 1e6, language)} ～ ${formatFigure(mtbf.rateUpper * 1e6, language)}`
            : t.kpiNoExposure}
        </p>
        <p className="kpi-note">
          {exposure.trainKm > 0 && node !== null
            ? t.kpiFpmkTrain(formatFigure((analysis.counted.length / exposure.trainKm) * 1e6, language))
            : ''}
        </p>
      </div>
      <div className="kpi kpi-wide">
        <div className="spread">
          <p className="kpi-name">{inHours ? t.kpiMtbf : t.kpiMdbf}</p>
          <div className="row" role="group" aria-label={t.unitSwitch}>
            <button
              type="button"
              className="button tiny-button"
              aria-pressed={!inHours}
              onClick={() => setParam('unit', '')}
            >
              {t.unitKm}
            </button>
            <button
              type="button"
              className="button tiny-button"
              aria-pressed={inHours}
              onClick={() => setParam('unit', 'h')}
            >
              {t.unitH}
            </button>
            {inHours ? (
              <label className="row small">
                {t.speedLabel}
                <input
                  className="input compact-input tiny"
                  inputMode="numeric"
                  value={params.get('speed') ?? String(USUAL_SPEED)}
                  onChange={(event) => setParam('speed', event.target.value.replace(/[^\d.]/gu, ''))}
                />
              </label>
            ) : null}
          </div>
        </div>
        <p className="kpi-value">
          <Door rows={analysis.counted} label={inHours ? t.kpiMtbf : t.kpiMdbf} onOpen={onOpen}>
            {mtbf.status !== 'estimated' ? '—' : mtbf.mtbf === null ? `≥ ${show(mtbf.lower)}` : show(mtbf.mtbf)}
          </Door>{' '}
          <span className="kpi-unit">{unit}</span>
        </p>
        <p className="kpi-note">
          {mtbf.status !== 'estimated'
            ? t.kpiNoExposure
            : mtbf.upper === null
              ? t.kpiLowerOnly(show(mtbf.lower), unit)
              : t.kpiTwoSided(show(mtbf.lower), show(mtbf.upper), unit)}
          {inHours ? ` · ${t.kpiDerivedHours(formatFigure(speed, language))}` : ''}
        </p>
        <MtbfBar estimate={mtbf} targetKm={targetKm} />
        <p className="kpi-note">
          {targetKm === null ? t.kpiTargetNone : `${t.kpiTargetOf(`${show(targetKm)} ${unit}`)} · ${verdict}`}
        </p>
      </div>
    </section>
  )
}

/** A number that opens the failures it was made of; with none behind it, just the number. */
function Door({
  rows,
  label,
  onOpen,
  children,
}: {
  readonly rows: Uint32Array
  readonly label: string
  readonly onOpen: Props['onOpen']
  readonly children: string
}) {
  if (rows.length === 0) return <>{children}</>
  return (
    <button
      type="button"
      className="kpi-door"
      aria-label={`${label} ${children}`}
      onClick={() => onOpen({ label, rows })}
    >
      {children}
    </button>
  )
}
