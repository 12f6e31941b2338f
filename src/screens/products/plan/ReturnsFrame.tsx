/** How many of the parts in use will fail, by the age each has. */
import { ChartFrame } from '../../../charts/ChartFrame'
import { ForecastChart } from '../../../charts/ForecastChart'
import { PlanTable } from '../../../charts/PlanTable'
import { formatCount, formatFigure, formatP, formatShare } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import type { Language } from '../../../i18n/translation'
import type { Plan } from '../../../metrics/plan/plan'
import { PLAN_PARAMS, planQuestion, THOUSAND } from '../../../metrics/plan/planQuestion'
import type { ReturnsForecast } from '../../../metrics/plan/returnsForecast'
import type { NodeLife } from '../../../metrics/nodeLife'
import { LIFE_GROUPS, type LifeGroupName } from '../../../metrics/partLives'
import { UNASSIGNED } from '../../../metrics/scope'
import { REASONS } from '../../../reliability/reasons'
import { useText } from '../../../ui/LanguageContext'
import type { TabProps } from '../GrowthTab'
import { CurveTable } from './PredictionFrame'
import { MonthsChoice } from './PlanControls'
import type { PlanShown } from './PlanTab'

/** Below this the original and the later parts are called different. */
const DIFFERENT = 0.1

export function ReturnsFrame({ scope, name, filter, plan, life, param, setParam }: PlanShown) {
  const { t, language } = useText()
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const found = plan.returns
  const shown = found?.status === 'estimated' ? found : null
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('returns')}`}
      subtitle={shown === null ? filter : `${subtitle(shown, t, language)}${t.semicolon}${filter}`}
      notes={shown === null || life === null ? [] : returnsNotes(shown, life, t, language)}
      help="returns"
      empty={emptyWords(isPart, found, t, language)}
      controls={
        isPart ? (
          <div className="row small life-controls">
            <MonthsChoice param={param} setParam={setParam} />
            <PartsChoice param={param} setParam={setParam} />
          </div>
        ) : null
      }
      table={shown === null ? null : <CurveTable points={shown.curve} caption={t.planTopic('returns')} />}
    >
      {shown === null ? null : <Returned shown={shown} />}
    </ChartFrame>
  )
}

function Returned({ shown }: { readonly shown: ReturnsForecast }) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const count = (value: number): string => formatCount(value, language)
  const share = (value: number): string => formatShare(value, language)
  const thousands = (km: number): string => figure(km / THOUSAND)
  return (
    <>
      <p className="chart-verdict">
        {t.returnsVerdict(figure(shown.expected), count(shown.seen[0]), count(shown.seen[1]), share(shown.confidence))}
      </p>
      <p className="small">
        {t.returnsExpectation(figure(shown.expectation[0]), figure(shown.expectation[1]))}
        {t.semicolon}
        {t.returnsStock(count(shown.stock), share(shown.fill))}
      </p>
      <PlanTable
        caption={t.returnsBands}
        heads={[t.returnsAge, t.returnsUnits, t.returnsExpected, t.returnsShare]}
        rows={shown.bands.map(({ fromKm, toKm, units, expected }) => ({
          key: String(fromKm),
          name: `${thousands(fromKm)} – ${thousands(toKm)}`,
          cells: [count(units), figure(expected), share(expected / units)],
        }))}
      />
      <ForecastChart
        label={t.planTopic('returns')}
        points={shown.curve}
        axis={t.forecastReturnsAxis}
        bandLegend={t.forecastBand(share(shown.confidence))}
      />
    </>
  )
}

function PartsChoice({ param, setParam }: Pick<TabProps, 'param' | 'setParam'>) {
  const { t } = useText()
  return (
    <label className="row">
      {t.lifeGroup}
      <select
        className="input compact-input"
        value={planQuestion(param).which}
        onChange={({ target: { value } }) => setParam(PLAN_PARAMS.which, value === 'all' ? '' : value)}
      >
        {(['all', ...LIFE_GROUPS] as const).map((group: LifeGroupName | 'all') => (
          <option key={group} value={group}>
            {t.groupName(group)}
          </option>
        ))}
      </select>
    </label>
  )
}

const emptyWords = (isPart: boolean, found: Plan['returns'], t: Messages, language: Language): string | null =>
  !isPart
    ? t.lifeWholeTree
    : found === null
      ? t.returnsNoneInUse
      : found.status === 'estimated'
        ? null
        : REASONS[found.reason][language]

function subtitle(shown: ReturnsForecast, t: Messages, language: Language): string {
  const figure = (value: number): string => formatFigure(value, language)
  return t.returnsSubtitle(
    formatCount(shown.units, language),
    formatCount(shown.months, language),
    figure(shown.eachKm / THOUSAND),
    figure(shown.beta),
    figure(shown.etaKm / THOUSAND),
  )
}

const returnsNotes = (
  shown: ReturnsForecast,
  { analysis, alike }: NodeLife,
  t: Messages,
  language: Language,
): readonly string[] => [
  ...(analysis.isFew ? [t.lifeFew(formatCount(analysis.failed, language))] : []),
  ...(alike !== null && alike.p < DIFFERENT ? [t.returnsUnlike(formatP(alike.p, language))] : []),
  ...(shown.expected > shown.units / 4 ? [t.returnsLong] : []),
]
