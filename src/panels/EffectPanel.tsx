/** Did this action work? Failures and distance before and after it, the ratio of the rates with its bounds, and what came back. */
import { inMillions } from '../reliability/perMillion'
import { useState } from 'react'
import { ChartFrame } from '../charts/ChartFrame'
import { CumulativeChart } from '../charts/CumulativeChart'
import { CumulativeTable } from '../charts/CumulativeTable'
import type { OnOpen } from '../charts/openedMark'
import { listedWords } from '../domain/effectivity'
import { dayNumber, isMoment } from '../domain/moment'
import type { StoredRecord } from '../domain/records/tables'
import { formatCount, formatFigure, formatP } from '../i18n/format'
import type { ActionEffect, EffectQuestion, EffectSide } from '../metrics/effectivenessScope'
import { useText } from '../ui/LanguageContext'
import { EffectSides } from './EffectSides'
import { RowsDrawer, type OpenedRows } from './RowsDrawer'
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

/** What the engine says of the action, once it says at which part and since when it holds. */
function useActionEffect(
  action: Props['action'],
  nodeId: string | undefined,
  chosen: Pick<EffectQuestion, 'symptomCode' | 'items'>,
) {
  const since = action.effectiveAt ?? action.doneAt?.slice(0, 10) ?? ''
  const canAsk = nodeId !== undefined && since.length === 10 && isMoment(since)
  const question: EffectQuestion = {
    nodeId: nodeId ?? '',
    symptomCode: chosen.symptomCode,
    effectiveDay: canAsk ? dayNumber(since) : 0,
    trainNos: action.effKind === 'trains' ? listedWords(action.effValue ?? '') : [],
    items: chosen.items,
  }
  const { answer: effect, isOld } = useEngine(canAsk ? `effect|${JSON.stringify(question)}` : null, (engine) =>
    engine.actionEffect(question),
  )
  return { since, canAsk, effect, isOld }
}

export function EffectPanel({ action, nodeId, symptomCode, onUse }: Props) {
  const { t } = useText()
  const [isSameKind, setIsSameKind] = useState(false)
  const [isWhole, setIsWhole] = useState(false)
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  const { since, canAsk, effect, isOld } = useActionEffect(action, nodeId, {
    symptomCode: isSameKind ? (symptomCode ?? '') : '',
    items: isWhole ? null : itemsOf(action),
  })
  if (!canAsk) return <p className="small muted">{nodeId === undefined ? t.effectNoNode : t.effectNoDate}</p>
  if (effect === null) return <div className="skeleton" style={{ height: 90 }} />

  const onOpen: OnOpen = ({ label, rows }) => setOpened({ title: label, rows })
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
      <EffectSides effect={effect} onOpen={setOpened} />
      {effect.cumulative.length === 0 ? null : <EffectChart effect={effect} since={since} onOpen={onOpen} />}
      {verdict.status !== 'estimated' ? null : <RatioLine effect={effect} verdict={verdict} />}
      {units === null ? (
        <TrainScope effect={effect} isWhole={isWhole} />
      ) : (
        <UnitEffectNotes
          units={units}
          scope={`${action.effKind === 'batch' ? t.effectBatch : t.effectSerialFrom} ${action.effValue ?? ''}`}
          trains={effect.trains}
          onOpen={(rows) => setOpened({ title: t.effectUnsaid, rows })}
        />
      )}
      {onUse === null ? null : <UseButton effect={effect} isOld={isOld} onUse={onUse} />}
      {opened === null ? null : <RowsDrawer opened={opened} filter={opened.title} onClose={() => setOpened(null)} />}
    </section>
  )
}

interface EffectProps {
  readonly effect: ActionEffect
}

interface ChartProps extends EffectProps {
  readonly since: string
  readonly onOpen: OnOpen
}

/** How failures added up before and after. */
function EffectChart({ effect: { before, after, cumulative }, since, onOpen }: ChartProps) {
  const { t, language } = useText()
  const count = ({ rows }: EffectSide): string => formatCount(rows.length, language)
  return (
    <ChartFrame
      title={t.chartCumulative}
      subtitle={`${t.effectBefore} ${count(before)}${t.semicolon}${t.effectAfter} ${count(after)}`}
      help="cumulative"
      empty={null}
      table={<CumulativeTable label={t.chartCumulative} days={cumulative} onOpen={onOpen} />}
    >
      <CumulativeChart
        label={t.chartCumulative}
        days={cumulative}
        exposureKm={before.partKm + after.partKm}
        change={{
          day: after.from,
          exposureKm: before.partKm,
          failures: before.rows.length,
          label: t.effectSince(since),
        }}
        onOpen={onOpen}
      />
    </ChartFrame>
  )
}

interface RatioProps extends EffectProps {
  readonly verdict: Extract<ActionEffect['verdict'], { readonly status: 'estimated' }>
}

/** The ratio of the rates with its bounds, and how much longer one has to look where that says too little. */
function RatioLine({ effect: { moreDays, adjusted }, verdict: { ratio, moreExposure } }: RatioProps) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  return (
    <p className="small">
      {t.effectRatio(
        ratio.ratio === null ? '—' : figure(ratio.ratio),
        figure(ratio.lower),
        ratio.upper === null ? '∞' : figure(ratio.upper),
        formatP(ratio.pCentral, language),
      )}
      {adjusted === null
        ? null
        : ` ${t.effectWithTrend(
            adjusted.trend < 0,
            formatP(adjusted.trendP, language),
            figure(adjusted.ratio),
            figure(adjusted.lower),
            figure(adjusted.upper),
          )}`}
      {moreExposure === null || moreExposure === 0
        ? null
        : ` ${t.effectMore(figure(inMillions(moreExposure)), moreDays === null ? '' : formatCount(moreDays, language))}`}
    </p>
  )
}

/** Which trains are compared. */
function TrainScope({ effect, isWhole }: EffectProps & { readonly isWhole: boolean }) {
  const { t, language } = useText()
  return (
    <p className="small muted">
      {t.effectScope(formatCount(effect.trains, language), effect.vehicleTypes.join(t.listComma))}
      {isWhole ? ` ${t.effectWholeTrainsWhy}` : ''}
      {effect.unknownTrains.length === 0 ? '' : ` ${t.effectUnknownTrains(effect.unknownTrains.join(t.listComma))}`}
    </p>
  )
}

interface UseProps extends EffectProps {
  readonly isOld: boolean
  readonly onUse: (effect: ActionEffect) => void
}

function UseButton({ effect, isOld, onUse }: UseProps) {
  const { t } = useText()
  const { verdict, after } = effect
  return (
    <div>
      <button
        type="button"
        className="button"
        disabled={after.partKm === 0 || isOld}
        title={
          after.partKm === 0 && verdict.status !== 'estimated'
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
  )
}
