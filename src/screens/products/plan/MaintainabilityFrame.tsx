/** How long repairs take, and what share of the time the part is up; every repair opens its failure. */
import { ChartFrame } from '../../../charts/ChartFrame'
import { MarkTable } from '../../../charts/MarkTable'
import type { OnOpen } from '../../../charts/openedMark'
import { PlanTable } from '../../../charts/PlanTable'
import { RepairTimesChart } from '../../../charts/RepairTimesChart'
import { formatCount, formatFigure, formatReliability, formatShare } from '../../../i18n/format'
import type { Maintainability } from '../../../metrics/plan/maintainability'
import { PLAN_PARAMS } from '../../../metrics/plan/planQuestion'
import { REPAIR_BASES } from '../../../metrics/repairHours'
import { isAboveZero, NumberParam } from '../../../panels/NumberParam'
import { REASONS } from '../../../reliability/reasons'
import { useText } from '../../../ui/LanguageContext'
import type { PlanShown } from './PlanTab'

export function MaintainabilityFrame({ name, filter, plan, param, setParam, onOpen }: PlanShown) {
  const { t, language } = useText()
  const { maintainability: shown } = plan
  if (shown === null) return null
  const count = (value: number): string => formatCount(value, language)
  const { times, repairs, basis } = shown
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('maintainability')}`}
      subtitle={[
        t.repairSubtitle(count(repairs.length), count(shown.counted), formatShare(shown.confidence, language)),
        filter,
      ].join(t.semicolon)}
      help="maintainability"
      empty={times.status === 'estimated' ? null : REASONS[times.reason][language]}
      controls={
        <div className="row small life-controls">
          <label className="row">
            {t.repairBasis}
            <select
              className="input compact-input"
              value={basis}
              onChange={({ target: { value } }) => setParam(PLAN_PARAMS.repairBasis, value)}
            >
              {REPAIR_BASES.map((one) => (
                <option key={one} value={one}>
                  {t.repairBasisChoice(one, count(shown.told[one]))}
                </option>
              ))}
            </select>
          </label>
          {basis === 'down' ? null : (
            <NumberParam
              label={t.speedLabel}
              name={PLAN_PARAMS.speed}
              param={param}
              setParam={setParam}
              usual={formatFigure(shown.speed, language)}
              isRight={isAboveZero}
              wrong={t.planNumberWrong}
            />
          )}
        </div>
      }
      table={
        <MarkTable
          caption={t.planTopic('maintainability')}
          nameHead={t.repairHoursAxis}
          countHead={t.chartFailures}
          heads={[]}
          onOpen={onOpen}
          rows={repairs.map(({ hours, row }) => ({
            key: String(row),
            name: formatFigure(hours, language),
            rows: Uint32Array.of(row),
            cells: [],
          }))}
        />
      }
    >
      <Repaired shown={shown} onOpen={onOpen} />
    </ChartFrame>
  )
}

function Repaired({ shown, onOpen }: { readonly shown: Maintainability; readonly onOpen: OnOpen }) {
  const { t, language } = useText()
  const { times, basis, silent, inherent, operational } = shown
  if (times.status !== 'estimated') return null
  const figure = (value: number): string => formatFigure(value, language)
  const up = (value: number): string => formatReliability(value, language)
  const available = inherent ?? operational
  const hours = (key: string, name: string, value: number, [lower, upper]: readonly [number, number]) => ({
    key,
    name,
    cells: [figure(value), figure(lower), figure(upper)],
  })
  return (
    <>
      <PlanTable
        caption={t.planTopic('maintainability')}
        heads={[t.figureName, t.figureValue, t.planLower, t.planUpper]}
        rows={[
          hours('mean', t.repairMean(basis), times.mean, times.meanBounds),
          hours('median', t.repairMedian, times.median, times.medianBounds),
          hours('m95', t.repairM95, times.m95, times.m95Bounds),
          {
            key: 'availability',
            name: basis === 'down' ? t.availabilityOperational : t.availabilityInherent(figure(shown.speed)),
            cells:
              available === null
                ? ['—', '—', '—']
                : [up(available.availability), up(available.lower), up(available.upper)],
          },
        ]}
      />
      <p className="small muted">{t.repairBasisWhy(basis)}</p>
      {silent.length === 0 ? null : (
        <p className="small">
          <button
            type="button"
            className="kpi-link"
            onClick={() => onOpen({ label: t.repairSilentName, rows: silent })}
          >
            {t.repairSilent(formatCount(silent.length, language))}
          </button>
        </p>
      )}
      <RepairTimesChart label={t.planTopic('maintainability')} repairs={shown.repairs} times={times} onOpen={onOpen} />
    </>
  )
}
