/** How long parts of the node live, and how failures of a train add up as it ages. */
import { oneOf } from '../../domain/closedSet'
import type { AxisUnit } from '../../charts/axisUnit'
import type { Messages } from '../../i18n/messages'
import type { AgeMeasure } from '../../metrics/age'
import { FAILURE_KINDS, LAWS_BESIDE, type FailureKind, type NodeLifeQuestion } from '../../metrics/lifeQuestion'
import { LIFE_GROUPS } from '../../metrics/partLives'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'
import { LifeMcfFrame } from './LifeMcfFrame'
import { ModesFrame } from './ModesFrame'
import { WeibullFrame } from './WeibullFrame'

/** `causeCat:DESIGN` as the address holds it. */
function kindFrom(param: string): FailureKind | null {
  const field = FAILURE_KINDS.find((name) => param.startsWith(`${name}:`))
  return field === undefined ? null : { field, word: param.slice(field.length + 1) }
}

function questionOf(param: TabProps['param']): NodeLifeQuestion {
  const beta = Number(param('beta'))
  return {
    measure: param('age') === 'days' ? 'days' : 'km',
    which: oneOf([...LIFE_GROUPS, 'all' as const], param('parts')) ?? 'original',
    weibayesBeta: beta > 0 ? beta : 1,
    bounds: param('bounds') === 'ratio' ? 'ratio' : 'fisher',
    beside: oneOf(LAWS_BESIDE, param('beside')) ?? null,
    kind: kindFrom(param('kind')),
    modesBy: oneOf(FAILURE_KINDS, param('modes')) ?? 'symptomCode',
  }
}

/** In what ages are measured: of a part, and of a train. */
export interface LifeMeasure {
  readonly unit: AxisUnit
  readonly mcfUnit: AxisUnit
  readonly word: string
}

function measureOf(measure: AgeMeasure, t: Messages): LifeMeasure {
  if (measure === 'days') {
    const unit = { divisor: 1, axis: t.lifeDaysAxis, word: t.days }
    return { unit, mcfUnit: { ...unit, axis: t.mcfDaysAxis }, word: t.measureDays }
  }
  const unit = { divisor: 1000, axis: t.lifeKmAxis, word: t.thousandKm }
  return { unit, mcfUnit: { ...unit, axis: t.mcfKmAxis }, word: t.measureKm }
}

export function LifeTab(tab: TabProps) {
  const { t } = useText()
  const { scope, param } = tab
  const question = questionOf(param)
  const { answer: life, isOld } = useEngine(`life|${JSON.stringify([scope, question])}`, (engine) =>
    engine.life(scope, question),
  )
  if (life === null) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const shown = { ...tab, life, question, measured: measureOf(question.measure, t) }
  return (
    <div className="stack" aria-busy={isOld}>
      <WeibullFrame {...shown} />
      <ModesFrame {...shown} />
      <LifeMcfFrame {...shown} />
    </div>
  )
}
