/** Choices that several plans share; each stands in the address. */
import {
  COUNTED_FROM,
  MOST_ALLOWED,
  PLAN_CONFIDENCES,
  PLAN_PARAMS,
  planQuestion,
} from '../../../metrics/plan/planQuestion'
import { formatShare } from '../../../i18n/format'
import { NumberParam } from '../../../panels/NumberParam'
import { useText } from '../../../ui/LanguageContext'
import type { TabProps } from '../GrowthTab'

type Props = Pick<TabProps, 'param' | 'setParam'>

const USUAL_CONFIDENCE = 0.9
const PERCENT = 100

export function ConfidenceChoice({ param, setParam }: Props) {
  const { t, language } = useText()
  return (
    <label className="row">
      {t.planConfidence}
      <select
        className="input compact-input"
        value={planQuestion(param).confidence}
        onChange={({ target: { value } }) =>
          setParam(
            PLAN_PARAMS.confidence,
            Number(value) === USUAL_CONFIDENCE ? '' : String(Math.round(Number(value) * PERCENT)),
          )
        }
      >
        {PLAN_CONFIDENCES.map((one) => (
          <option key={one} value={one}>
            {formatShare(one, language)}
          </option>
        ))}
      </select>
    </label>
  )
}

export function MostAllowedChoice({ param, setParam }: Props) {
  const { t } = useText()
  return (
    <NumberParam
      label={t.planMostAllowed}
      name={PLAN_PARAMS.mostAllowed}
      param={param}
      setParam={setParam}
      usual={String(planQuestion(() => '').mostAllowed)}
      isRight={(value) => Number.isSafeInteger(value) && value >= 0 && value <= MOST_ALLOWED}
      wrong={t.planCountWrong(String(MOST_ALLOWED))}
    />
  )
}

export function CountedFromChoice({ param, setParam }: Props) {
  const { t } = useText()
  return (
    <label className="row">
      {t.planCountedFrom}
      <select
        className="input compact-input"
        value={planQuestion(param).countedFrom}
        onChange={({ target: { value } }) => setParam(PLAN_PARAMS.countedFrom, value === 'now' ? '' : value)}
      >
        {COUNTED_FROM.map((one) => (
          <option key={one} value={one}>
            {t.planCounted(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
