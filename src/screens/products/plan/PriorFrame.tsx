/** What is believed of an MTBF beforehand, what the records say, and both together. */
import { ChartFrame } from '../../../charts/ChartFrame'
import { IntervalsChart } from '../../../charts/IntervalsChart'
import { PlanTable } from '../../../charts/PlanTable'
import { formatCount, formatFigure, formatShare } from '../../../i18n/format'
import type { PriorPlan } from '../../../metrics/plan/priorPlan'
import { PLAN_PARAMS, THOUSAND } from '../../../metrics/plan/planQuestion'
import { isAboveZero, NumberParam } from '../../../panels/NumberParam'
import type { BelievedMtbf } from '../../../reliability/priorMtbf'
import { inMillions } from '../../../reliability/perMillion'
import { useText } from '../../../ui/LanguageContext'
import type { PlanShown } from './PlanTab'

export function PriorFrame({ name, filter, plan, param, setParam }: PlanShown) {
  const { t, language } = useText()
  const { prior: shown } = plan
  const field = { param, setParam, isRight: isAboveZero, wrong: t.planNumberWrong }
  const design = plan.demonstration?.isOwnTarget === true ? plan.demonstration.targetKm : null
  const table = shown === null ? null : <PriorTable shown={shown} />
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('prior')}`}
      subtitle={
        shown === null ? filter : `${t.priorSubtitle(formatShare(shown.confidence, language))}${t.semicolon}${filter}`
      }
      notes={shown === null ? [] : [t.priorAssumed, ...(shown.isContradicted ? [t.priorContradicted] : [])]}
      help="prior"
      empty={shown === null ? t.priorNone : null}
      controls={
        <div className="row small life-controls">
          <NumberParam
            {...field}
            label={t.priorKm}
            name={PLAN_PARAMS.prior}
            {...(design === null ? {} : { usual: formatFigure(design / THOUSAND, language) })}
          />
          <NumberParam {...field} label={t.priorWeight} name={PLAN_PARAMS.priorWeight} />
        </div>
      }
      table={table}
    >
      {table}
      {shown === null ? null : (
        <IntervalsChart
          label={t.planTopic('prior')}
          axis={t.priorMtbf}
          rows={[
            { name: t.priorBeforeShort, ...inThousands(shown.believedBefore) },
            ...(shown.seen.status === 'estimated'
              ? [
                  {
                    name: t.priorDataShort,
                    value: shown.seen.mtbf === null ? null : shown.seen.mtbf / THOUSAND,
                    lower: shown.seen.lower / THOUSAND,
                    upper: shown.seen.upper === null ? null : shown.seen.upper / THOUSAND,
                  },
                ]
              : []),
            { name: t.priorAfterShort, ...inThousands(shown.believedAfter) },
          ]}
        />
      )}
    </ChartFrame>
  )
}

const inThousands = ({ median, lower, upper }: BelievedMtbf) => ({
  value: median / THOUSAND,
  lower: lower / THOUSAND,
  upper: upper / THOUSAND,
})

function PriorTable({ shown }: { readonly shown: PriorPlan }) {
  const { t, language } = useText()
  const { believedBefore, believedAfter, seen, prior, posterior } = shown
  const thousands = (km: number | null): string => (km === null ? '—' : formatFigure(km / THOUSAND, language))
  const weight = (failures: number, km: number): readonly string[] => [
    formatFigure(failures, language),
    formatFigure(inMillions(km), language),
  ]
  return (
    <PlanTable
      caption={t.planTopic('prior')}
      heads={[t.figureName, t.priorFailures, t.priorExposure, t.priorMtbf, t.planLower, t.planUpper]}
      rows={[
        {
          key: 'prior',
          name: t.priorBefore,
          cells: [
            ...weight(prior.shape, prior.exposure),
            ...[believedBefore.median, believedBefore.lower, believedBefore.upper].map(thousands),
          ],
        },
        {
          key: 'data',
          name: t.priorData,
          cells: [
            formatCount(shown.failures, language),
            formatFigure(inMillions(shown.exposureKm), language),
            ...(seen.status === 'estimated' ? [seen.mtbf, seen.lower, seen.upper].map(thousands) : ['—', '—', '—']),
          ],
        },
        {
          key: 'posterior',
          name: t.priorAfter,
          cells: [
            ...weight(posterior.shape, posterior.exposure),
            ...[believedAfter.median, believedAfter.lower, believedAfter.upper].map(thousands),
          ],
        },
      ]}
    />
  )
}
