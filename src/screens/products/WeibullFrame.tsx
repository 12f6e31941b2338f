/** How long parts of the node live: the fitted law over the ages at which they failed. */
import { ChartFrame } from '../../charts/ChartFrame'
import { FigureTable } from '../../charts/FigureTable'
import { LifeCalculator } from '../../charts/LifeCalculator'
import { lifeFigures, superposedFigures } from '../../charts/lifeFigures'
import { MarkTable } from '../../charts/MarkTable'
import { WeibullPlot } from '../../charts/WeibullPlot'
import { formatCount, formatDay, formatFigure, formatP, formatPercentile } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { NodeLifeQuestion } from '../../metrics/lifeQuestion'
import type { NodeLife } from '../../metrics/nodeLife'
import type { LifeLeftOut, SoundRemovals } from '../../metrics/partLives'
import type { Removal } from '../../metrics/stayEnd'
import { UNASSIGNED } from '../../metrics/scope'
import { useWordLabel } from '../../panels/useWordLabel'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'
import { LifeControls } from './LifeControls'
import type { LifeMeasure } from './LifeTab'

/** Below this the original and the later parts are called different. */
const DIFFERENT = 0.1

export interface LifeShown extends TabProps {
  readonly life: NodeLife
  readonly question: NodeLifeQuestion
  readonly measured: LifeMeasure
}

export function WeibullFrame({ life, question, measured, ...tab }: LifeShown) {
  const { t, language } = useText()
  const wordLabel = useWordLabel()
  const { scope, name, filter, onOpen, param, setParam } = tab
  const { analysis, group } = life
  const { unit, word } = measured
  const { kind, which, bounds } = question
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const count = (value: number): string => formatCount(value, language)
  const counted = t.lifeSubtitle(
    t.groupName(which),
    count(analysis.failed),
    count(analysis.suspended),
    word,
    bounds === 'ratio' ? t.boundsRatio : t.boundsFisher,
  )
  const ofKind = kind === null ? [] : [t.lifeKindNote(wordLabel(kind.field, kind.word))]
  return (
    <ChartFrame
      title={`${name} — ${t.chartWeibull}`}
      subtitle={`${counted}${t.semicolon}${filter}`}
      notes={isPart ? [...ofKind, ...lifeNotes(life, t, language)] : []}
      help="weibull"
      empty={!isPart ? t.lifeWholeTree : analysis.failed + analysis.suspended === 0 ? t.lifeNothing : null}
      controls={<LifeControls life={life} question={question} param={param} setParam={setParam} />}
      table={
        <MarkTable
          caption={t.chartWeibull}
          nameHead={unit.axis}
          countHead={t.chartFailures}
          heads={[t.lifeFailedAxis]}
          onOpen={onOpen}
          rows={analysis.points.map(({ age, failed }, at) => ({
            key: String(group.failed[at]?.row),
            name: formatFigure(age / unit.divisor, language),
            rows: new Uint32Array([group.failed[at]?.row ?? 0]),
            cells: [formatPercentile(failed, language)],
          }))}
        />
      }
    >
      {analysis.verdict === null ? null : (
        <p className="chart-verdict">
          {{ early: t.lifeEarly, 'wear-out': t.lifeWearOut, undecided: t.lifeUndecided }[analysis.verdict]}
        </p>
      )}
      {life.superposed === null ? (
        <WeibullPlot
          label={t.chartWeibull}
          analysis={analysis}
          rows={group.failed.map(({ row }) => row)}
          unit={unit}
          onOpen={onOpen}
        />
      ) : null}
      {analysis.fit.status === 'fitted' ? <LifeCalculator law={analysis.fit.law} unit={unit} /> : null}
      <FigureTable
        caption={t.lifeFigures}
        figures={
          life.superposed === null
            ? lifeFigures(analysis, unit, t, language)
            : superposedFigures(life.superposed, unit, t, language)
        }
      />
      <Removed removals={life.lives.removals} onOpen={onOpen} />
      <LeftOut leftOut={life.lives.leftOut} onOpen={onOpen} />
    </ChartFrame>
  )
}

interface LeftOutProps extends Pick<LifeShown, 'onOpen'> {
  readonly leftOut: NodeLife['lives']['leftOut']
}

/** Failures that no life could be made of, and why. */
function LeftOut({ leftOut, onOpen }: LeftOutProps) {
  const { t, language } = useText()
  return (Object.entries(leftOut) as [LifeLeftOut, Uint32Array][]).map(([why, rows]) => (
    <p key={why} className="small">
      <button type="button" className="kpi-link" onClick={() => onOpen({ label: t.leftOutName(why), rows })}>
        {t.lifeLeftOut(formatCount(rows.length, language), t.leftOutName(why))}
      </button>
    </p>
  ))
}

interface RemovedProps extends Pick<LifeShown, 'onOpen'> {
  readonly removals: NodeLife['lives']['removals']
}

/** Parts that came off without having failed, and why; those that a failure tells of can be opened. */
function Removed({ removals, onOpen }: RemovedProps) {
  const { t, language } = useText()
  return (Object.entries(removals) as [Removal, SoundRemovals][]).map(([why, { count, rows }]) => {
    const words = t.lifeRemoved(formatCount(count, language), t.removalName(why))
    return (
      <p key={why} className="small">
        {rows.length === 0 ? (
          words
        ) : (
          <button type="button" className="kpi-link" onClick={() => onOpen({ label: t.removalName(why), rows })}>
            {words}
          </button>
        )}
      </p>
    )
  })
}

/** The report card: what to beware of before the line is believed. */
function lifeNotes(
  { analysis, alike, group, lives, isRepairedWithTrend, superposed, scatter }: NodeLife,
  t: Messages,
  language: Language,
): readonly string[] {
  const count = (value: number): string => formatCount(value, language)
  const assumed = group.failed.filter(({ isAssumed }) => isAssumed).length
  const besideMissing = analysis.beside !== null && 'reason' in analysis.beside ? analysis.beside.reason : null
  return [
    ...(superposed === null
      ? []
      : [t.lifeNotIdentified(count(lives.assumed), count(lives.ended), count(lives.quantity))]),
    ...(besideMissing === null
      ? []
      : [besideMissing === 'left-truncated' ? t.besideLeftTruncated : REASONS[besideMissing][language]]),
    ...(analysis.isFew ? [t.lifeFew(count(analysis.failed))] : []),
    ...(analysis.verdict === 'early' ? [t.lifeEarlyCauses] : []),
    ...(scatter?.isBeyondChance === true && analysis.fit.status === 'fitted'
      ? [t.lifeScattered(formatFigure(scatter.ratio, language), formatP(scatter.p, language))]
      : []),
    ...(isRepairedWithTrend ? [t.lifeTrend] : []),
    ...(analysis.isBent ? [t.lifeBent] : []),
    ...(alike === null
      ? []
      : [
          alike.p < DIFFERENT
            ? t.lifeDiffer(
                formatP(alike.p, language),
                alike.beta.map((beta) => formatFigure(beta, language)).join(' / '),
              )
            : t.lifeAlike(formatP(alike.p, language)),
        ]),
    ...(analysis.leftTruncated > 0 && lives.watch !== null
      ? [t.lifeLate(count(analysis.leftTruncated), formatDay(lives.watch.from))]
      : []),
    ...(assumed > 0 && superposed === null ? [t.lifeAssumed(count(assumed))] : []),
    ...(lives.trainsLeftOut > 0 ? [t.lifeTrainsLeftOut(count(lives.trainsLeftOut))] : []),
  ]
}
