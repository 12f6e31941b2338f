/** Do failures of the node come ever faster or ever slower over what it runs? */
import { ChartFrame } from '../../charts/ChartFrame'
import { FigureTable } from '../../charts/FigureTable'
import { GrowthChart } from '../../charts/GrowthChart'
import { growthFigures, growthVerdict } from '../../charts/growthFigures'
import { MarkTable } from '../../charts/MarkTable'
import type { AxisUnit } from '../../charts/axisUnit'
import type { OnOpen } from '../../charts/openedMark'
import { formatCount, formatDay, formatFigure, formatP } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { NodeGrowth } from '../../metrics/nodeLife'
import { growthAhead } from '../../metrics/growthAhead'
import type { Scope } from '../../metrics/scope'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'

export interface TabProps {
  readonly scope: Scope
  readonly name: string
  /** The filter in words, for subtitles. */
  readonly filter: string
  readonly param: (name: string) => string
  readonly setParam: (name: string, value: string) => void
  readonly onOpen: OnOpen
}

export function GrowthTab({ scope, name, filter, param, setParam, onOpen }: TabProps) {
  const { t, language } = useText()
  const { answer: growth } = useEngine(`growth|${JSON.stringify(scope)}`, (engine) => engine.growth(scope))
  if (growth === null) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const isLog = param('scale') !== 'linear'
  const unit =
    growth.measure === 'km'
      ? { divisor: 1e6, axis: t.chartExposureAxis, word: '10⁶ km' }
      : { divisor: 1, axis: t.days, word: t.days }
  const asked = Number(param('ahead')) * unit.divisor
  const count = (value: number): string => formatCount(value, language)
  const exposure = `${formatFigure(growth.end / unit.divisor, language)} ${unit.word}`
  return (
    <ChartFrame
      title={`${name} — ${t.chartGrowth}`}
      subtitle={`${t.chartSubtitle(count(growth.events.length), exposure, filter)}${t.semicolon}${growthVerdict(growth, t)}`}
      notes={notesOn(growth, t, language)}
      help="growth"
      empty={growth.events.length === 0 ? t.nodeHistoryEmpty : null}
      controls={<GrowthControls growth={growth} isLog={isLog} param={param} setParam={setParam} unit={unit} />}
      table={
        <MarkTable
          caption={t.chartGrowth}
          nameHead={unit.axis}
          countHead={t.chartFailures}
          heads={[t.chartCumulativeCount]}
          onOpen={onOpen}
          rows={growth.events.map(({ exposure, row }, at) => ({
            key: String(row),
            name: formatFigure(exposure / unit.divisor, language),
            rows: new Uint32Array([row]),
            cells: [count(at + 1)],
          }))}
        />
      }
    >
      <p className="chart-verdict">{growthVerdict(growth, t)}</p>
      <GrowthChart
        label={t.chartGrowth}
        growth={growth}
        events={growth.events}
        isLog={isLog}
        unit={unit}
        onOpen={onOpen}
      />
      <FigureTable
        caption={t.growthFigures}
        figures={growthFigures(
          asked > 0 ? { ...growth, next: growthAhead(growth.law, asked) } : growth,
          unit,
          t,
          language,
        )}
      />
    </ChartFrame>
  )
}

/** What to beware of before the line is believed. */
function notesOn(growth: NodeGrowth, t: Messages, language: Language): readonly string[] {
  return [
    ...(growth.isLeftTruncated ? [t.recordsLate(formatDay(growth.from))] : []),
    ...(growth.fitTest.status === 'estimated' && growth.fitTest.isRefused
      ? [
          t.growthRefused(
            formatFigure(growth.fitTest.statistic, language),
            formatFigure(growth.fitTest.critical, language),
          ),
        ]
      : []),
    ...(growth.scatter?.isBeyondChance === true
      ? [t.growthScattered(formatFigure(growth.scatter.ratio, language), formatP(growth.scatter.p, language))]
      : []),
    ...(growth.leftOut.length > 0 ? [t.growthLeftOut(formatCount(growth.leftOut.length, language))] : []),
  ]
}

interface ControlsProps extends Pick<TabProps, 'param' | 'setParam'> {
  readonly growth: NodeGrowth
  readonly isLog: boolean
  readonly unit: AxisUnit
}

function GrowthControls({ growth, isLog, unit, param, setParam }: ControlsProps) {
  const { t, language } = useText()
  return (
    <div className="row small" role="group" aria-label={t.scaleSwitch}>
      <button type="button" className="button tiny-button" aria-pressed={isLog} onClick={() => setParam('scale', '')}>
        {t.scaleLog}
      </button>
      <button
        type="button"
        className="button tiny-button"
        aria-pressed={!isLog}
        onClick={() => setParam('scale', 'linear')}
      >
        {t.scaleLinear}
      </button>
      <label className="row">
        {t.growthHorizon(unit.word)}
        <input
          className="input compact-input tiny"
          inputMode="decimal"
          placeholder={formatFigure((growth.next?.exposure ?? 0) / unit.divisor, language)}
          value={param('ahead')}
          onChange={(event) => setParam('ahead', event.target.value.replace(/[^\d.]/gu, ''))}
        />
      </label>
    </div>
  )
}
