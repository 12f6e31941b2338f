/** At which age replacing before failure costs least. */
import { ChartFrame } from '../../../charts/ChartFrame'
import { PlanTable } from '../../../charts/PlanTable'
import { ReplacementCostChart } from '../../../charts/ReplacementCostChart'
import { formatFigure, formatShare } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import type { Language } from '../../../i18n/translation'
import type { Plan } from '../../../metrics/plan/plan'
import { PLAN_PARAMS, THOUSAND } from '../../../metrics/plan/planQuestion'
import type { ReplacementPlan } from '../../../metrics/plan/replacementPlan'
import { UNASSIGNED } from '../../../metrics/scope'
import { isAboveZero, NumberParam } from '../../../panels/NumberParam'
import { REASONS } from '../../../reliability/reasons'
import { useText } from '../../../ui/LanguageContext'
import type { PlanShown } from './PlanTab'

export function ReplacementFrame({ scope, name, filter, plan, life, param, setParam }: PlanShown) {
  const { t, language } = useText()
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const shown = plan.replacement?.status === 'estimated' ? plan.replacement : null
  const field = { param, setParam, isRight: isAboveZero, wrong: t.planNumberWrong }
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('replacement')}`}
      subtitle={shown === null ? filter : `${subtitle(shown, t, language)}${t.semicolon}${filter}`}
      notes={life?.analysis.isFew === true && shown !== null ? [t.lifeFew(String(life.analysis.failed))] : []}
      help="replacement"
      empty={emptyWords(isPart, plan.replacement, t, language)}
      controls={
        isPart ? (
          <div className="row small life-controls">
            <NumberParam {...field} label={t.costPlanned} name={PLAN_PARAMS.plannedCost} />
            <NumberParam {...field} label={t.costFailure} name={PLAN_PARAMS.failureCost} />
          </div>
        ) : null
      }
      table={
        shown === null ? null : (
          <PlanTable
            caption={t.planTopic('replacement')}
            heads={[t.costAgeAxis, t.costAxis]}
            rows={shown.curve
              .filter((_, at) => at % 6 === 5)
              .map(({ ageKm, cost }) => ({
                key: String(ageKm),
                name: formatFigure(ageKm / THOUSAND, language),
                cells: [formatFigure(cost * THOUSAND, language)],
              }))}
          />
        )
      }
    >
      {shown === null ? null : <Replaced shown={shown} />}
    </ChartFrame>
  )
}

function Replaced({ shown }: { readonly shown: ReplacementPlan }) {
  const { t, language } = useText()
  const figure = (value: number): string => (value === Infinity ? '∞' : formatFigure(value, language))
  const thousands = (km: number): string => figure(km / THOUSAND)
  const share = (value: number): string => formatShare(value, language)
  const { best, overhaul } = shown
  return (
    <>
      <p className="chart-verdict">{verdictOf(shown, t, language)}</p>
      {best === null ? null : (
        <PlanTable
          caption={t.planTopic('replacement')}
          heads={[t.figureName, t.figureValue, t.planLower, t.planUpper]}
          rows={[
            {
              key: 'age',
              name: t.costBestAge,
              cells: [thousands(best.ageKm), ...best.bounds.map(thousands)],
            },
            {
              key: 'saving',
              name: t.costSaving,
              cells: [share(best.saving), ...best.savingBounds.map(share)],
            },
            { key: 'cost', name: t.costAtBest, cells: [figure(best.cost * THOUSAND), '—', '—'] },
            { key: 'failure', name: t.costAtFailure, cells: [figure(shown.toFailure * THOUSAND), '—', '—'] },
            ...(overhaul === null
              ? []
              : [
                  {
                    key: 'overhaul',
                    name: t.costOverhaul,
                    cells: [thousands(overhaul.ageKm), ...overhaul.bounds.map(thousands)],
                  },
                ]),
          ]}
        />
      )}
      <ReplacementCostChart label={t.planTopic('replacement')} plan={shown} />
    </>
  )
}

/** Honest where no age pays, and where that cannot be told. */
function verdictOf(shown: ReplacementPlan, t: Messages, language: Language): string {
  const { best, beta, betaBounds } = shown
  if (best === null)
    return shown.failureCost <= shown.plannedCost
      ? t.costFailureCheap
      : t.costNoAgePays(formatFigure(beta, language), formatFigure(betaBounds[1], language))
  return best.bounds[1] === Infinity
    ? t.costMayNotPay(formatFigure(best.ageKm / THOUSAND, language), formatFigure(betaBounds[0], language))
    : t.costPays(formatFigure(best.ageKm / THOUSAND, language), formatShare(1 - best.saving, language))
}

const emptyWords = (isPart: boolean, found: Plan['replacement'], t: Messages, language: Language): string | null =>
  !isPart
    ? t.lifeWholeTree
    : found === null
      ? t.costNone
      : found.status === 'estimated'
        ? null
        : REASONS[found.reason][language]

const subtitle = (shown: ReplacementPlan, t: Messages, language: Language): string =>
  t.costSubtitle(
    formatFigure(shown.beta, language),
    formatFigure(shown.etaKm / THOUSAND, language),
    formatShare(shown.confidence, language),
  )
