/** Did this action work? Failures and distance before and after it, the ratio of the rates with its bounds, and what came back. */
import { useState } from 'react'
import { ChartFrame } from '../charts/ChartFrame'
import { CumulativeChart } from '../charts/CumulativeChart'
import { CumulativeTable } from '../charts/CumulativeTable'
import { listedWords } from '../domain/effectivity'
import { dayNumber, isMoment } from '../domain/moment'
import type { StoredRecord } from '../domain/records/tables'
import { formatCount, formatFigure, formatP, formatShare } from '../i18n/format'
import type { ActionEffect, EffectQuestion, EffectSide } from '../metrics/effectivenessScope'
import { periodAsDates } from '../metrics/scope'
import { useText } from '../ui/LanguageContext'
import { RowsDrawer } from './RowsDrawer'
import { UnitEffectNotes } from './UnitEffectNotes'
import { useEngine } from './useEngine'
import './effectPanel.css'

interface Props {
  readonly action: StoredRecord<'correctiveActions'>
  readonly nodeId: string | undefined
  readonly symptomCode: string | undefined
  /** Takes the figures over into a verification; null where that is not possible now. */
  readonly onUse: ((effect: ActionEffect) => void) | null
}

/** An action without a value holds for everything, whatever its kind. */
function itemsOf({ effKind, effValue = '' }: Props['action']): EffectQuestion['items'] {
  return (effKind === 'serialFrom' || effKind === 'batch') && effValue.trim() !== ''
    ? { effKind, effValue: effValue.trim() }
    : null
}

export function EffectPanel({ action, nodeId, symptomCode, onUse }: Props) {
  const { t, language } = useText()
  const [isSameKind, setIsSameKind] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  const [opened, setOpened] = useState<{ readonly title: string; readonly rows: Uint32Array } | null>(null)
  const since = action.effectiveAt ?? action.doneAt?.slice(0, 10) ?? ''
  const canAsk = nodeId !== undefined && since.length === 10 && isMoment(since)
  const question = {
    nodeId: nodeId ?? '',
    symptomCode: isSameKind ? (symptomCode ?? '') : '',
    effectiveDay: canAsk ? dayNumber(since) : 0,
    trainNos: action.effKind === 'trains' ? listedWords(action.effValue ?? '') : [],
    items: isWhole ? null : itemsOf(action),
  }
  const { answer: effect, isOld } = useEngine(canAsk ? `effect|${JSON.stringify(question)}` : null, (engine) =>
    engine.actionEffect(question),
  )
  if (!canAsk) return <p className="small muted">{nodeId === undefined ? t.effectNoNode : t.effectNoDate}</p>
  if (effect === null) return <div className="skeleton" style={{ height: 90 }} />

  const onOpen = ({ label, rows }: { readonly label: string; readonly rows: Uint32Array }): void =>
    setOpened({ title: label, rows })
  /** Items are counted one by one: their distance is no train-kilometres. */
  const row = (name: string, side: EffectSide, isOfItems = false) => {
    const [from, to] = periodAsDates(side.from, side.to)
    const title = `${name} ${from} ～ ${to}`
    return (
      <tr key={name}>
        <th scope="row">{name}</th>
        <td>{side.to > side.from ? `${from} ～ ${to}` : t.none}</td>
        <td className="number">
          <button
            type="button"
            className="kpi-link"
            aria-label={`${title} ${side.rows.length}`}
            disabled={side.rows.length === 0}
            title={side.rows.length === 0 ? t.none : undefined}
            onClick={() => setOpened({ title, rows: side.rows })}
          >
            {formatCount(side.rows.length, language)}
          </button>
        </td>
        <td className="number">{isOfItems ? '—' : formatFigure(side.trainKm / 1e6, language)}</td>
        <td className="number">{formatFigure(side.partKm / 1e6, language)}</td>
        <td className="number">{side.coverage === null ? t.none : formatShare(side.coverage, language)}</td>
        <td className="number">
          {side.partKm > 0 ? formatFigure((side.rows.length / side.partKm) * 1e6, language) : t.none}
        </td>
      </tr>
    )
  }
  const { verdict, units } = effect
  return (
    <section className="stack effect" aria-label={t.effectTitle}>
      <div className="spread">
        <h3>{t.effectTitle}</h3>
        {symptomCode === undefined ? null : (
          <label className="row small">
            <input type="checkbox" checked={isSameKind} onChange={(event) => setIsSameKind(event.target.checked)} />
            {t.effectSameKind}
          </label>
        )}
      </div>
      <p>
        <strong>
          {verdict.status === 'estimated' ? t.effectVerdict(verdict.verdict) : t.effectNone(verdict.reason)}
        </strong>
      </p>
      {itemsOf(action) === null ? null : (
        <label className="row small">
          <input type="checkbox" checked={isWhole} onChange={(event) => setIsWhole(event.target.checked)} />
          {t.effectWholeTrains}
        </label>
      )}
      <div className="scroll-x">
        <table className="table small effect-sides">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col">{t.effectPeriod}</th>
              <th scope="col" className="number">
                {t.failures}
              </th>
              <th scope="col" className="number">
                {t.effectTrainKm}
              </th>
              <th scope="col" className="number">
                {t.effectPartKm}
              </th>
              <th scope="col" className="number">
                {t.effectCoverage}
              </th>
              <th scope="col" className="number">
                {t.rateWord}
              </th>
            </tr>
          </thead>
          <tbody>
            {row(
              units === null ? t.effectBefore : t.effectItemsBefore(units.comparedWith),
              effect.before,
              units?.comparedWith === 'same-items',
            )}
            {row(units === null ? t.effectAfter : t.effectItemsAfter, effect.after, units !== null)}
            {units === null ? null : row(t.effectOthersAfter, units.others)}
          </tbody>
        </table>
      </div>
      {effect.cumulative.length === 0 ? null : (
        <ChartFrame
          title={t.chartCumulative}
          subtitle={`${t.effectBefore} ${formatCount(effect.before.rows.length, language)}${t.semicolon}${t.effectAfter} ${formatCount(effect.after.rows.length, language)}`}
          help="cumulative"
          empty={null}
          table={<CumulativeTable label={t.chartCumulative} days={effect.cumulative} onOpen={onOpen} />}
        >
          <CumulativeChart
            label={t.chartCumulative}
            days={effect.cumulative}
            exposureKm={effect.before.partKm + effect.after.partKm}
            change={{
              day: effect.after.from,
              exposureKm: effect.before.partKm,
              failures: effect.before.rows.length,
              label: t.effectSince(since),
            }}
            onOpen={onOpen}
          />
        </ChartFrame>
      )}
      {verdict.status !== 'estimated' ? null : (
        <p className="small">
          {t.effectRatio(
            verdict.ratio.ratio === null ? '—' : formatFigure(verdict.ratio.ratio, language),
            formatFigure(verdict.ratio.lower, language),
            verdict.ratio.upper === null ? '∞' : formatFigure(verdict.ratio.upper, language),
            formatP(verdict.ratio.pCentral, language),
          )}
          {verdict.moreExposure === null || verdict.moreExposure === 0
            ? null
            : ` ${t.effectMore(formatFigure(verdict.moreExposure / 1e6, language), effect.moreDays === null ? '' : formatCount(effect.moreDays, language))}`}
        </p>
      )}
      {units === null ? (
        <p className="small muted">
          {t.effectScope(formatCount(effect.trains, language), effect.vehicleTypes.join(t.listComma))}
          {isWhole ? ` ${t.effectWholeTrainsWhy}` : ''}
          {effect.unknownTrains.length === 0 ? '' : ` ${t.effectUnknownTrains(effect.unknownTrains.join(t.listComma))}`}
        </p>
      ) : (
        <UnitEffectNotes
          units={units}
          scope={`${action.effKind === 'batch' ? t.effectBatch : t.effectSerialFrom} ${action.effValue ?? ''}`}
          trains={effect.trains}
          onOpen={(rows) => setOpened({ title: t.effectUnsaid, rows })}
        />
      )}
      {onUse === null ? null : (
        <div>
          <button
            type="button"
            className="button"
            disabled={effect.after.partKm === 0 || isOld}
            title={
              effect.after.partKm === 0 && verdict.status !== 'estimated'
                ? t.effectNone(verdict.reason)
                : isOld
                  ? t.loading
                  : undefined
            }
            onClick={() => onUse(effect)}
          >
            {t.effectUse}
          </button>
        </div>
      )}
      {opened === null ? null : <RowsDrawer opened={opened} filter={opened.title} onClose={() => setOpened(null)} />}
    </section>
  )
}
