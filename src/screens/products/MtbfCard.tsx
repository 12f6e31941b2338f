/** The distance or time between failures with its bounds, beside what the design asked for. */
import { useSearchParams } from 'wouter'
import { MtbfBar } from '../../charts/MtbfBar'
import type { OnOpen } from '../../charts/openedMark'
import { formatFigure, formatShare } from '../../i18n/format'
import { MET_CONFIDENCE, metTarget } from '../../metrics/metTarget'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { targetInKm, USUAL_SPEED, type NodeTargets } from '../../metrics/nodeTarget'
import { useSetParam } from '../../panels/useSetParam'
import { useText } from '../../ui/LanguageContext'
import { KpiDoor } from './KpiDoor'

interface Props {
  readonly analysis: NodeAnalysis
  readonly node: NodeTargets | null
  readonly onOpen: OnOpen
}

export function MtbfCard({ analysis, node, onOpen }: Props) {
  const { t, language } = useText()
  const [params] = useSearchParams()
  const speed = Number(params.get('speed')) > 0 ? Number(params.get('speed')) : USUAL_SPEED
  const inHours = params.get('unit') === 'h'
  const { mtbf, quantity, rated, scatter } = analysis
  const scattered = scatter?.isBeyondChance === true ? scatter : null
  const unit = inHours ? t.unitH : t.unitKm
  const name = inHours ? t.kpiMtbf : t.kpiMdbf
  const show = (km: number): string => formatFigure(inHours ? km / speed : km, language)
  const targetKm = targetInKm(node, quantity, speed)
  return (
    <div className="kpi kpi-wide">
      <div className="kpi-head">
        <p className="kpi-name">{name}</p>
        <UnitSwitch inHours={inHours} />
      </div>
      <div className="kpi-text">
        <p className="kpi-value">
          <KpiDoor rows={rated} label={name} onOpen={onOpen}>
            {mtbf.status !== 'estimated' ? '—' : mtbf.mtbf === null ? `≥ ${show(mtbf.lower)}` : show(mtbf.mtbf)}
          </KpiDoor>{' '}
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
        {scattered === null ? null : (
          <p className="kpi-note">{t.kpiRobust(show(1 / scattered.upper), show(1 / scattered.lower), unit)}</p>
        )}
        <p className="kpi-note">
          {targetKm === null
            ? t.kpiTargetNone
            : [
                t.kpiTargetOf(`${show(targetKm)} ${unit}`),
                t.targetJudged(
                  metTarget(mtbf, targetKm, MET_CONFIDENCE, scattered),
                  formatShare(MET_CONFIDENCE, language),
                ),
              ].join(' · ')}
        </p>
      </div>
      <div className="kpi-drawing">
        <MtbfBar estimate={mtbf} targetKm={targetKm} />
      </div>
    </div>
  )
}

/** Kilometres, or hours at a speed that is said. */
function UnitSwitch({ inHours }: { readonly inHours: boolean }) {
  const { t } = useText()
  const [params] = useSearchParams()
  const setParam = useSetParam()
  return (
    <div className="row" role="group" aria-label={t.unitSwitch}>
      <button type="button" className="button tiny-button" aria-pressed={!inHours} onClick={() => setParam('unit', '')}>
        {t.unitKm}
      </button>
      <button type="button" className="button tiny-button" aria-pressed={inHours} onClick={() => setParam('unit', 'h')}>
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
  )
}
