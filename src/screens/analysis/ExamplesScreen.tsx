/** Published failure data, chosen as an example and analysed on the spot with the charts of the node page. */
import { useEffect, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { ChartFrame } from '../../charts/ChartFrame'
import { FigureTable, type Figure } from '../../charts/FigureTable'
import { GrowthChart } from '../../charts/GrowthChart'
import { growthFigures, growthVerdict } from '../../charts/growthFigures'
import { lifeFigures } from '../../charts/lifeFigures'
import { MarkTable } from '../../charts/MarkTable'
import { LifeCalculator } from '../../charts/LifeCalculator'
import { LifeFitChoice } from '../../charts/LifeFitChoice'
import { McfChart } from '../../charts/McfChart'
import { McfDifferenceChart } from '../../charts/McfDifferenceChart'
import { WeibullPlot } from '../../charts/WeibullPlot'
import { formatCount, formatFigure, formatP, formatPercentile } from '../../i18n/format'
import { analyseExample, EXAMPLES, exampleOf, type ExampleAnalysis, type ExampleId } from '../../metrics/exampleData'
import { LAWS_BESIDE, type LifeQuestion } from '../../metrics/lifeQuestion'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import './examples.css'

const FILES = import.meta.glob<string>('../../../fixtures/datasets/*.csv', { query: '?raw', import: 'default' })
const IDS = Object.keys(EXAMPLES) as ExampleId[]
const nothing = (): void => undefined
const NO_ROWS = new Uint32Array()

function useCsv(file: string): string | null {
  const [loaded, setLoaded] = useState<{ readonly file: string; readonly csv: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void FILES[`../../../fixtures/datasets/${file}.csv`]?.().then((csv) => {
      if (isCurrent) setLoaded({ file, csv })
    })
    return () => {
      isCurrent = false
    }
  }, [file])
  return loaded?.file === file ? loaded.csv : null
}

export function ExamplesScreen() {
  const { t, language } = useText()
  const [params, setParams] = useSearchParams()
  const id = IDS.find((known) => known === params.get('set')) ?? 'braking-grids'
  const example = exampleOf(id)
  const csv = useCsv(example.file)
  const bounds = params.get('bounds') === 'ratio' ? 'ratio' : 'fisher'
  const beside = LAWS_BESIDE.find((law) => law === params.get('beside')) ?? null
  const analysis = useMemo(
    () => (csv === null ? null : analyseExample(example, csv, { bounds, beside })),
    [csv, example, bounds, beside],
  )
  return (
    <div className="stack examples">
      <p className="small">
        <Link href="/products">{t.products}</Link> ▸ {t.examplesTitle}
      </p>
      <h1>{t.examplesTitle}</h1>
      <p className="muted">{t.examplesWhy}</p>
      <label className="row">
        {t.examplesChoose}
        <select
          className="input"
          value={id}
          onChange={(event) => setParams(new URLSearchParams({ set: event.target.value }), { replace: true })}
        >
          {IDS.map((one) => (
            <option key={one} value={one}>
              {EXAMPLES[one].title[language]}
            </option>
          ))}
        </select>
      </label>
      <p className="small muted">
        {t.workingSource}
        {t.colon}
        {example.source}
      </p>
      {analysis === null ? (
        <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
      ) : (
        <Shown
          id={id}
          analysis={analysis}
          bounds={bounds}
          beside={beside}
          choose={(name, value) =>
            setParams(
              (before) => {
                const next = new URLSearchParams(before)
                next.set(name, value)
                return next
              },
              { replace: true },
            )
          }
        />
      )}
    </div>
  )
}

interface ShownProps extends Pick<LifeQuestion, 'bounds' | 'beside'> {
  readonly id: ExampleId
  readonly analysis: ExampleAnalysis
  readonly choose: (name: 'bounds' | 'beside', value: string) => void
}

function Shown({ id, analysis, bounds, beside, choose }: ShownProps) {
  const { t, language } = useText()
  const example = exampleOf(id)
  const title = example.title[language]
  const word = example.unit[language]
  const unit = { divisor: 1, axis: word, word }
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  if (analysis.kind === 'lives') {
    const { analysis: life } = analysis
    return (
      <ChartFrame
        title={`${title} — ${t.chartWeibull}`}
        subtitle={t.lifeSubtitle(
          t.groupName('all'),
          count(life.failed),
          count(life.suspended),
          word,
          bounds === 'ratio' ? t.boundsRatio : t.boundsFisher,
        )}
        help="weibull"
        controls={
          <div className="row small life-controls">
            <LifeFitChoice bounds={bounds} beside={beside} choose={choose} />
          </div>
        }
        notes={[
          ...(life.beside !== null && 'reason' in life.beside
            ? [life.beside.reason === 'left-truncated' ? t.besideLeftTruncated : REASONS[life.beside.reason][language]]
            : []),
          ...(life.isFew ? [t.lifeFew(count(life.failed))] : []),
          ...(life.isBent ? [t.lifeBent] : []),
        ]}
        table={
          <MarkTable
            caption={t.chartWeibull}
            nameHead={word}
            countHead={t.chartFailures}
            heads={[t.lifeFailedAxis]}
            onOpen={nothing}
            rows={life.points.map(({ age, failed }, at) => ({
              key: `${at}`,
              name: figure(age),
              rows: NO_ROWS,
              count: 1,
              cells: [formatPercentile(failed, language)],
            }))}
          />
        }
      >
        <p className="chart-verdict">
          {life.verdict === 'early' ? t.lifeEarly : life.verdict === 'wear-out' ? t.lifeWearOut : t.lifeUndecided}
        </p>
        <WeibullPlot label={t.chartWeibull} analysis={life} rows={[]} unit={unit} onOpen={nothing} />
        {life.fit.status === 'fitted' ? <LifeCalculator law={life.fit.law} unit={unit} /> : null}
        <FigureTable caption={t.lifeFigures} figures={lifeFigures(life, unit, t, language)} />
      </ChartFrame>
    )
  }
  const { laplace, milHdbk189, groups, difference, growth } = analysis
  const trend: readonly Figure[] = [
    laplace.status === 'estimated'
      ? {
          key: 'laplace',
          name: 'Laplace U',
          value: figure(laplace.u),
          remark: t.figureP(formatP(laplace.pTwoSided, language)),
        }
      : { key: 'laplace', name: 'Laplace U', value: '—', remark: REASONS[laplace.reason][language] },
    milHdbk189.status === 'estimated'
      ? {
          key: 'mil',
          name: t.figureMil(figure(milHdbk189.degrees)),
          value: figure(milHdbk189.chiSquare),
          remark: t.figureP(formatP(milHdbk189.pTwoSided, language)),
        }
      : { key: 'mil', name: t.figureMil('—'), value: '—', remark: REASONS[milHdbk189.reason][language] },
  ]
  const named = groups.map(({ name, mcf }) => ({ name: name === '' ? title : t.exampleBatch(name), mcf }))
  return (
    <>
      <ChartFrame
        title={`${title} — ${t.chartMcf}`}
        subtitle={`${t.exampleSubtitle(count(analysis.events), count(analysis.units))}${t.semicolon}${t.exampleRobust}`}
        help="mcf"
        table={
          <MarkTable
            caption={t.chartMcf}
            nameHead={word}
            countHead={t.chartFailures}
            heads={[t.mcfMean, t.figureLower, t.figureUpper, t.mcfRisk]}
            onOpen={nothing}
            rows={named.flatMap(({ name, mcf }) =>
              mcf.points.map((point) => ({
                key: `${name}|${point.age}`,
                name: named.length > 1 ? `${name} · ${figure(point.age)}` : figure(point.age),
                rows: NO_ROWS,
                count: point.events,
                cells: [figure(point.mean), figure(point.lower), figure(point.upper), count(point.atRisk)],
              })),
            )}
          />
        }
      >
        <McfChart label={t.chartMcf} groups={named} axis={t.mcfUnitAxis} unit={unit} onOpen={nothing} />
        <FigureTable caption={t.growthFigures} figures={trend} />
      </ChartFrame>
      {difference === null ? null : (
        <ChartFrame
          title={`${title} — ${t.chartMcfDifference}`}
          subtitle={`${named.map(({ name }) => name).join(' − ')}${t.semicolon}${t.lifeBandLegend}`}
          help="mcf"
          table={
            <MarkTable
              caption={t.chartMcfDifference}
              nameHead={word}
              countHead={t.chartMcfDifference}
              heads={[t.figureLower, t.figureUpper]}
              onOpen={nothing}
              rows={difference.map(({ time, difference, bounds }) => ({
                key: `${time}`,
                name: `${figure(time)}: ${figure(difference)}`,
                rows: NO_ROWS,
                cells: [figure(bounds?.[0] ?? null), figure(bounds?.[1] ?? null)],
              }))}
            />
          }
        >
          <McfDifferenceChart label={t.chartMcfDifference} difference={difference} unit={unit} />
        </ChartFrame>
      )}
      {growth === null ? null : (
        <ChartFrame
          title={`${title} — ${t.chartGrowth}`}
          subtitle={`${t.exampleSubtitle(count(analysis.events), '1')}${t.semicolon}${growthVerdict(growth, t)}`}
          help="growth"
          table={
            <MarkTable
              caption={t.chartGrowth}
              nameHead={word}
              countHead={t.chartFailures}
              heads={[t.chartCumulativeCount]}
              onOpen={nothing}
              rows={growth.points.map((point, at) => ({
                key: `${at}`,
                name: figure(point),
                rows: NO_ROWS,
                count: 1,
                cells: [count(at + 1)],
              }))}
            />
          }
        >
          <p className="chart-verdict">{growthVerdict(growth, t)}</p>
          <GrowthChart
            label={t.chartGrowth}
            growth={growth}
            events={growth.points.map((exposure) => ({ exposure }))}
            isLog
            unit={unit}
            onOpen={nothing}
          />
          <FigureTable caption={t.growthFigures} figures={growthFigures(growth, unit, t, language)} />
        </ChartFrame>
      )}
    </>
  )
}
