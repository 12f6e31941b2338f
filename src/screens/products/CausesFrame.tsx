/** Several causes at once: what each does to how often parts fail, the others held still. */
import { ChartFrame } from '../../charts/ChartFrame'
import { ForestChart, forestColour, type ForestItem } from '../../charts/ForestChart'
import { MarkTable } from '../../charts/MarkTable'
import { logAxis } from '../../charts/scales'
import { formatCount, formatFigure, formatP } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { CAUSES, type Cause } from '../../metrics/compare/causesQuestion'
import {
  type CauseLevel,
  type CauseRatio,
  type NoSeveralCauses,
  type SeveralCauses,
} from '../../metrics/compare/severalCauses'
import { useEngine } from '../../panels/useEngine'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import { causeLevelName, causesFrom } from './causesOf'
import { bounded, pAlone } from './groupCells'
import type { TabProps } from './GrowthTab'

interface Props extends TabProps {
  readonly nodeId: string
  readonly measure: 'km' | 'days'
}

/** Failures per coefficient below which results are unsteady, and below which they only indicate. */
const [FEW, VERY_FEW] = [10, 5]
const NOT_PROPORTIONAL = 0.05

export function CausesFrame({ nodeId, measure, scope, name, filter, param, setParam, onOpen }: Props) {
  const { t, language } = useText()
  const causes = causesFrom(param('causes'))
  const isUsual = param('causes') === ''
  const question = { causes, isUsual, measure }
  const { answer } = useEngine(
    causes.length === 0 ? null : `causes|${JSON.stringify([scope, question, language])}`,
    (engine) => engine.causes({ ...scope, nodeId }, question, language),
  )
  const found = causes.length === 0 ? null : answer
  const fitted = found?.status === 'fitted' ? found : null
  return (
    <ChartFrame
      title={`${name} — ${t.chartCauses}`}
      subtitle={`${fitted === null ? '' : `${countWords(fitted, t, language)}${t.semicolon}`}${filter}`}
      notes={fitted === null ? [] : notesOn(fitted, t, language)}
      help="causes"
      empty={
        causes.length === 0
          ? t.causesNone
          : found === null
            ? '…'
            : found.status === 'fitted'
              ? null
              : whyNot(found, t, language)
      }
      controls={
        <CauseChoice
          causes={isUsual && fitted !== null ? fitted.causes.map(({ cause }) => cause) : causes}
          setParam={setParam}
        />
      }
      table={fitted === null ? null : <CausesTable found={fitted} onOpen={onOpen} />}
    >
      {fitted === null ? null : (
        <>
          <p className="chart-verdict">{verdictOf(fitted, t, language)}</p>
          <CausesForest found={fitted} onOpen={onOpen} />
          {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="figure-table group-table" role="region" aria-label={t.chartCauses} tabIndex={0}>
            <CausesTable found={fitted} onOpen={onOpen} />
          </div>
          {fitted.leftOut.length === 0 ? null : (
            <p className="small">
              <button
                type="button"
                className="kpi-link"
                onClick={() => onOpen({ label: t.chartCauses, rows: fitted.leftOut })}
              >
                {t.causesLeftOut(formatCount(fitted.leftOut.length, language))}
              </button>
            </p>
          )}
        </>
      )}
    </ChartFrame>
  )
}

function CauseChoice({
  causes,
  setParam,
}: {
  readonly causes: readonly Cause[]
  readonly setParam: TabProps['setParam']
}) {
  const { t } = useText()
  const toggle = (cause: Cause): void => {
    const next = CAUSES.filter((one) => (one === cause) !== causes.includes(one))
    setParam('causes', next.length === 0 ? '-' : next.join(','))
  }
  return (
    <div className="row small life-controls" role="group" aria-label={t.causesChoose}>
      {CAUSES.map((cause) => (
        <button
          key={cause}
          type="button"
          className="button tiny-button"
          aria-pressed={causes.includes(cause)}
          onClick={() => toggle(cause)}
        >
          {t.causeName(cause)}
        </button>
      ))}
    </div>
  )
}

const perCoefficient = ({ failed, coefficients }: SeveralCauses): number => failed / Math.max(1, coefficients)

const countWords = (found: SeveralCauses, t: Messages, language: Language): string =>
  t.causesSubtitle(
    formatCount(found.parts, language),
    formatCount(found.failed, language),
    formatCount(found.coefficients, language),
    formatFigure(Number(perCoefficient(found).toPrecision(2)), language),
  )

function whyNot({ reason, unrecorded }: NoSeveralCauses, t: Messages, language: Language): string {
  const names =
    unrecorded.length === 0 ? '' : `${t.causesUnrecorded(unrecorded.map(t.causeName).join(' / '))}${t.semicolon}`
  return `${names}${REASONS[reason][language]}`
}

function notesOn(found: SeveralCauses, t: Messages, language: Language): readonly string[] {
  const each = perCoefficient(found)
  const { allProportional } = found
  const told = formatFigure(Number(each.toPrecision(2)), language)
  return [
    ...(each < VERY_FEW ? [t.causesVeryFew(told)] : each < FEW ? [t.causesFew(told)] : []),
    ...(allProportional !== null && allProportional.p < NOT_PROPORTIONAL
      ? [
          t.causesNotProportional(
            formatFigure(allProportional.chiSquare, language),
            formatP(allProportional.p, language),
          ),
        ]
      : []),
    ...(found.scatter?.isBeyondChance === true
      ? [t.causesScattered(formatFigure(found.scatter.ratio, language), formatP(found.scatter.p, language))]
      : []),
    ...(found.shape === null ? [t.causesNoWeibull] : []),
  ]
}

function verdictOf({ likelihoodRatio, allProportional }: SeveralCauses, t: Messages, language: Language): string {
  const { chiSquare, degrees, p } = likelihoodRatio
  const overall = t.causesOverall(formatFigure(chiSquare, language), String(degrees), formatP(p, language))
  return allProportional === null || allProportional.p < NOT_PROPORTIONAL
    ? overall
    : `${overall}${t.semicolon}${t.causesProportional(formatP(allProportional.p, language))}`
}

const isOff = ({ lower, upper }: CauseRatio): boolean => lower > 1 || upper < 1

interface Level extends CauseLevel {
  readonly cause: Cause
  readonly name: string
}

const levelsOf = ({ causes }: SeveralCauses, t: Messages): readonly Level[] =>
  causes.flatMap(({ cause, levels }) =>
    levels.map((level) => ({
      ...level,
      cause,
      name: causeLevelName(cause, level, t),
    })),
  )

interface FoundProps extends Pick<TabProps, 'onOpen'> {
  readonly found: SeveralCauses
}

function CausesForest({ found, onOpen }: FoundProps) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const items = levelsOf(found, t).flatMap(({ cause, word, name, effect, failed }): readonly ForestItem[] => {
    if (effect === null) return []
    const { ratio, lower, upper, p } = effect.hazard
    return [
      {
        key: `${cause}|${word}`,
        name,
        value: Math.log(ratio),
        lower: Math.log(lower),
        upper: Math.log(upper),
        isSignal: isOff(effect.hazard),
        label: t.causesMark(name, figure(ratio)),
        tip: [
          t.chartOfThese(formatCount(failed.length, language)),
          t.boundsOf(figure(lower), figure(upper)),
          `p ${formatP(p, language)}`,
        ],
        rows: failed,
      },
    ]
  })
  const ends = items.flatMap(({ lower, upper }) => [Math.exp(lower ?? 0), Math.exp(upper ?? 0)])
  const [least, most] = [Math.max(0.02, Math.min(0.8, ...ends)), Math.min(50, Math.max(1.25, ...ends))]
  return (
    <ForestChart
      label={t.chartCauses}
      items={items}
      axis={logAxis(t.causesAxis, least, most, figure, 1.05)}
      line={0}
      legend={[
        { shape: 'dot', colour: forestColour(false), text: t.causesDot },
        { shape: 'dash-dots', colour: 'var(--text-2)', text: t.causesLine },
        ...(items.some(({ isSignal }) => isSignal)
          ? [{ shape: 'diamond' as const, colour: forestColour(true), text: t.causesSignal }]
          : []),
      ]}
      onOpen={onOpen}
    />
  )
}

function CausesTable({ found, onOpen }: FoundProps) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const ratio = ({ ratio: value, lower, upper }: CauseRatio): string =>
    bounded(figure(value), figure(lower), figure(upper))
  return (
    <MarkTable
      caption={t.chartCauses}
      nameHead={t.causesLevel}
      countHead={t.groupLivesFailed}
      heads={[t.causesParts, t.causesHazard, t.causesP, t.causesHazardWeibull, t.causesLife, t.causesProportionalP]}
      onOpen={onOpen}
      rows={levelsOf(found, t).map(({ cause, word, name, parts, failed, isReference, effect }) => ({
        key: `${cause}|${word}`,
        name,
        rows: failed,
        cells: [
          formatCount(parts, language),
          effect === null ? (isReference ? t.causesReference : t.causesNoFailure) : ratio(effect.hazard),
          effect === null ? '—' : pAlone(effect.hazard.p, language),
          effect?.weibull == null ? '—' : ratio(effect.weibull.hazard),
          effect?.weibull == null ? '—' : ratio(effect.weibull.life),
          effect?.proportionalP == null ? '—' : pAlone(effect.proportionalP, language),
        ],
      }))}
    />
  )
}
