/** Choices that several plans share; each stands in the address. */
import {
  COUNTED_FROM,
  MOST_ALLOWED,
  MOST_MONTHS,
  PLAN_CONFIDENCES,
  PLAN_PARAMS,
  planQuestion,
} from '../../../metrics/plan/planQuestion'
import { formatShare } from '../../../i18n/format'
import { NumberParam } from '../../../panels/NumberParam'
import { useText } from '../../../ui/LanguageContext'
import type { TabProps } from '../GrowthTab'

type Props = Pick<TabProps, 'param' | 'setParam'>

const PERCENT = 100

interface ShareChoiceProps extends Props {
  readonly label: string
  readonly name: string
  readonly value: number
  /** What holds where the address says nothing. */
  readonly usual: number
}

function ShareChoice({ label, name, value, usual, setParam }: ShareChoiceProps) {
  const { language } = useText()
  return (
    <label className="row">
      {label}
      <select
        className="input compact-input"
        value={value}
        onChange={({ target }) =>
          setParam(name, Number(target.value) === usual ? '' : String(Math.round(Number(target.value) * PERCENT)))
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

const USUAL = planQuestion(() => '')

export function ConfidenceChoice(tab: Props) {
  const { t } = useText()
  const { confidence } = planQuestion(tab.param)
  return (
    <ShareChoice
      {...tab}
      label={t.planConfidence}
      name={PLAN_PARAMS.confidence}
      value={confidence}
      usual={USUAL.confidence}
    />
  )
}

export function FillChoice(tab: Props) {
  const { t } = useText()
  const { fill } = planQuestion(tab.param)
  return <ShareChoice {...tab} label={t.planFill} name={PLAN_PARAMS.fill} value={fill} usual={USUAL.fill} />
}

export function MonthsChoice({ param, setParam }: Props) {
  const { t } = useText()
  return (
    <NumberParam
      label={t.planAhead}
      name={PLAN_PARAMS.months}
      param={param}
      setParam={setParam}
      usual={String(USUAL.months)}
      isRight={(value) => Number.isSafeInteger(value) && value >= 1 && value <= MOST_MONTHS}
      wrong={t.planWholeWrong('1', String(MOST_MONTHS))}
    />
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
      usual={String(USUAL.mostAllowed)}
      isRight={(value) => Number.isSafeInteger(value) && value >= 0 && value <= MOST_ALLOWED}
      wrong={t.planWholeWrong('0', String(MOST_ALLOWED))}
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
