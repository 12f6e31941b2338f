/** How long parts of the node live, and how failures of a train add up as it ages. */
import { ChartFrame } from '../../charts/ChartFrame'
import { FigureTable } from '../../charts/FigureTable'
import { lifeFigures } from '../../charts/lifeFigures'
import { MarkTable } from '../../charts/MarkTable'
import { LifeFitChoice } from '../../charts/LifeFitChoice'
import { LifeCalculator } from '../../charts/LifeCalculator'
import { McfChart } from '../../charts/McfChart'
import { WeibullPlot } from '../../charts/WeibullPlot'
import { formatCount, formatDay, formatFigure, formatP, formatPercentile } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { FAILURE_KINDS, LAWS_BESIDE, type FailureKind, type NodeLifeQuestion } from '../../metrics/lifeQuestion'
import type { NodeLife } from '../../metrics/nodeLife'
import { LIFE_GROUPS, type LifeGroupName, type LifeLeftOut } from '../../metrics/partLives'
import { UNASSIGNED } from '../../metrics/scope'
import type { AgeMeasure } from '../../metrics/age'
import { useEngine } from '../../panels/useEngine'
import { useWordLabel } from '../../panels/useWordLabel'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'

/** Below this the original and the later parts are called different. */
const DIFFERENT = 0.1

/** `causeCat:DESIGN` as the address holds it. */
function kindFrom(param: string): FailureKind | null {
  const field = FAILURE_KINDS.find((name) => param.startsWith(`${name}:`))
  return field === undefined ? null : { field, word: param.slice(field.length + 1) }
}

export function LifeTab({ scope, name, filter, param, setParam, onOpen }: TabProps) {
  const { t, language } = useText()
  const measure: AgeMeasure = param('age') === 'days' ? 'days' : 'km'
  const which = [...LIFE_GROUPS, 'all' as const].find((group) => group === param('parts')) ?? 'original'
  const beta = Number(param('beta')) > 0 ? Number(param('beta')) : 1
  const bounds = param('bounds') === 'ratio' ? 'ratio' : 'fisher'
  const beside = LAWS_BESIDE.find((law) => law === param('beside')) ?? null
  const kind = kindFrom(param('kind'))
  const wordLabel = useWordLabel()
  const question: NodeLifeQuestion = { measure, which, weibayesBeta: beta, bounds, beside, kind }
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const { answer: life, isOld } = useEngine(`life|${JSON.stringify([scope, question])}`, (engine) =>
    engine.life(scope, question),
  )
  if (life === null) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const { analysis, group, mcf } = life
  const unit =
    measure === 'km'
      ? { divisor: 1000, axis: t.lifeKmAxis, word: t.thousandKm }
      : { divisor: 1, axis: t.lifeDaysAxis, word: t.days }
  const mcfUnit = { ...unit, axis: measure === 'km' ? t.mcfKmAxis : t.mcfDaysAxis }
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number): string => formatFigure(value, language)
  const measureWord = measure === 'km' ? t.measureKm : t.measureDays
  const verdict =
    analysis.verdict === 'early'
      ? t.lifeEarly
      : analysis.verdict === 'wear-out'
        ? t.lifeWearOut
        : analysis.verdict === 'undecided'
          ? t.lifeUndecided
          : ''
  const leftOut = Object.entries(life.lives.leftOut) as [LifeLeftOut, Uint32Array][]
  return (
    <div className="stack" aria-busy={isOld}>
      <ChartFrame
        title={`${name} — ${t.chartWeibull}`}
        subtitle={`${t.lifeSubtitle(t.groupName(which), count(analysis.failed), count(analysis.suspended), measureWord, bounds === 'ratio' ? t.boundsRatio : t.boundsFisher)}${t.semicolon}${filter}`}
        notes={
          isPart
            ? [
                ...(kind === null ? [] : [t.lifeKindNote(wordLabel(kind.field, kind.word))]),
                ...(analysis.beside !== null && 'reason' in analysis.beside
                  ? [
                      analysis.beside.reason === 'left-truncated'
                        ? t.besideLeftTruncated
                        : REASONS[analysis.beside.reason][language],
                    ]
                  : []),
                ...lifeNotes(life, t, language),
              ]
            : []
        }
        help="weibull"
        empty={!isPart ? t.lifeWholeTree : analysis.failed + analysis.suspended === 0 ? t.lifeNothing : null}
        controls={
          <div className="row small life-controls">
            <label className="row">
              {t.lifeMeasure}
              <select
                className="input compact-input"
                value={measure}
                onChange={(event) => setParam('age', event.target.value === 'km' ? '' : event.target.value)}
              >
                <option value="km">{t.measureKm}</option>
                <option value="days">{t.measureDays}</option>
              </select>
            </label>
            <label className="row">
              {t.lifeGroup}
              <select
                className="input compact-input"
                value={which}
                onChange={(event) => setParam('parts', event.target.value === 'original' ? '' : event.target.value)}
              >
                {[...LIFE_GROUPS, 'all' as const].map((group: LifeGroupName | 'all') => (
                  <option key={group} value={group}>
                    {t.groupName(group)}
                  </option>
                ))}
              </select>
            </label>
            {life.kinds.length === 0 ? null : (
              <label className="row">
                {t.lifeKind}
                <select
                  className="input compact-input"
                  value={param('kind')}
                  onChange={(event) => setParam('kind', event.target.value)}
                >
                  <option value="">{t.kindAll}</option>
                  {FAILURE_KINDS.map((field) => (
                    <optgroup key={field} label={t.kindField(field)}>
                      {life.kinds
                        .filter((one) => one.field === field)
                        .map(({ word, count: n }) => (
                          <option key={word} value={`${field}:${word}`}>
                            {t.kindChoice(wordLabel(field, word), count(n))}
                          </option>
                        ))}
                    </optgroup>
                  ))}
                </select>
              </label>
            )}
            <LifeFitChoice bounds={bounds} beside={beside} choose={setParam} />
            {analysis.isFew ? (
              <label className="row">
                {t.weibayesBeta}
                <input
                  className="input compact-input tiny"
                  inputMode="decimal"
                  value={param('beta') || '1'}
                  onChange={(event) => setParam('beta', event.target.value.replace(/[^\d.]/gu, ''))}
                />
              </label>
            ) : null}
          </div>
        }
        table={
          <MarkTable
            caption={t.chartWeibull}
            nameHead={unit.axis}
            countHead={t.chartFailures}
            heads={[t.lifeFailedAxis]}
            onOpen={onOpen}
            rows={analysis.points.map(({ age, failed }, at) => ({
              key: String(group.failed[at]?.row),
              name: figure(age / unit.divisor),
              rows: new Uint32Array([group.failed[at]?.row ?? 0]),
              cells: [formatPercentile(failed, language)],
            }))}
          />
        }
      >
        {verdict === '' ? null : <p className="chart-verdict">{verdict}</p>}
        <WeibullPlot
          label={t.chartWeibull}
          analysis={analysis}
          rows={group.failed.map(({ row }) => row)}
          unit={unit}
          onOpen={onOpen}
        />
        {analysis.fit.status === 'fitted' ? <LifeCalculator law={analysis.fit.law} unit={unit} /> : null}
        <FigureTable caption={t.lifeFigures} figures={lifeFigures(analysis, unit, t, language)} />
        {leftOut.map(([why, rows]) => (
          <p key={why} className="small">
            <button type="button" className="kpi-link" onClick={() => onOpen({ label: t.leftOutName(why), rows })}>
              {t.lifeLeftOut(count(rows.length), t.leftOutName(why))}
            </button>
          </p>
        ))}
      </ChartFrame>
      <ChartFrame
        title={`${name} — ${t.chartMcf}`}
        subtitle={
          mcf.status === 'estimated'
            ? `${t.mcfSubtitle(count(mcf.events), count(mcf.units), measureWord)}${t.semicolon}${filter}`
            : filter
        }
        notes={life.lives.watch?.isLeftTruncated === true ? [t.recordsLate(formatDay(life.lives.watch.from))] : []}
        help="mcf"
        empty={mcf.status === 'estimated' ? null : REASONS[mcf.reason][language]}
        table={
          mcf.status !== 'estimated' ? null : (
            <MarkTable
              caption={t.chartMcf}
              nameHead={mcfUnit.axis}
              countHead={t.chartFailures}
              heads={[t.mcfMean, t.figureLower, t.figureUpper, t.mcfRisk]}
              onOpen={onOpen}
              rows={mcf.points.map(({ age, mean, lower, upper, atRisk, rows }) => ({
                key: String(age),
                name: figure(age / unit.divisor),
                rows,
                cells: [
                  figure(mean),
                  lower === null ? '—' : figure(lower),
                  upper === null ? '—' : figure(upper),
                  count(atRisk),
                ],
              }))}
            />
          )
        }
      >
        {mcf.status === 'estimated' ? (
          <McfChart label={t.chartMcf} groups={[{ name, mcf }]} axis={t.mcfAxis} unit={mcfUnit} onOpen={onOpen} />
        ) : null}
      </ChartFrame>
    </div>
  )
}

/** The report card: what to beware of before the line is believed. */
function lifeNotes(
  { analysis, alike, group, lives, isRepairedWithTrend }: NodeLife,
  t: Messages,
  language: Language,
): readonly string[] {
  const count = (value: number): string => formatCount(value, language)
  const assumed = group.failed.filter(({ isAssumed }) => isAssumed).length
  return [
    ...(analysis.isFew ? [t.lifeFew(count(analysis.failed))] : []),
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
    ...(assumed > 0 ? [t.lifeAssumed(count(assumed))] : []),
    ...(lives.trainsLeftOut > 0 ? [t.lifeTrainsLeftOut(count(lives.trainsLeftOut))] : []),
  ]
}
