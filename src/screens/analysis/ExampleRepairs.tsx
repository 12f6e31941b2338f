/** An example of repaired items: how their failures add up, the difference of two groups, and the trend. */
import { ChartFrame } from '../../charts/ChartFrame'
import { FigureTable } from '../../charts/FigureTable'
import { GrowthChart } from '../../charts/GrowthChart'
import { growthFigures, growthVerdict, laplaceFigure, milFigure } from '../../charts/growthFigures'
import { MarkTable } from '../../charts/MarkTable'
import { McfChart, type McfGroup } from '../../charts/McfChart'
import { McfDifferenceChart } from '../../charts/McfDifferenceChart'
import { formatCount, formatFigure } from '../../i18n/format'
import type { Language } from '../../i18n/translation'
import type { ExampleAnalysis } from '../../metrics/exampleData'
import { useText } from '../../ui/LanguageContext'
import { NO_ROWS, nothing, type NamedExample } from './namedExample'

type Repairs = Exclude<ExampleAnalysis, { readonly kind: 'lives' }>

interface Props extends NamedExample {
  readonly analysis: Repairs
}

export function ExampleRepairs({ analysis, ...example }: Props) {
  const { t } = useText()
  const { groups, difference, growth } = analysis
  const named = groups.map(({ name, mcf }) => ({ name: name === '' ? example.title : t.exampleBatch(name), mcf }))
  return (
    <>
      <McfFrame {...example} analysis={analysis} named={named} />
      {difference === null ? null : <DifferenceFrame {...example} difference={difference} named={named} />}
      {growth === null ? null : <GrowthFrame {...example} events={analysis.events} growth={growth} />}
    </>
  )
}

const dashed = (value: number | null, language: Language): string =>
  value === null ? '—' : formatFigure(value, language)

interface McfProps extends Props {
  readonly named: readonly McfGroup[]
}

function McfFrame({ title, unit, analysis, named }: McfProps) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number | null): string => dashed(value, language)
  const words = { t, language }
  const tests = [laplaceFigure(analysis.laplace, 'Laplace U', words), milFigure(analysis.milHdbk189, words)]
  return (
    <ChartFrame
      title={`${title} — ${t.chartMcf}`}
      subtitle={`${t.exampleSubtitle(count(analysis.events), count(analysis.units))}${t.semicolon}${t.exampleRobust}`}
      help="mcf"
      table={
        <MarkTable
          caption={t.chartMcf}
          nameHead={unit.word}
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
      <FigureTable caption={t.growthFigures} figures={tests} />
    </ChartFrame>
  )
}

interface DifferenceProps extends NamedExample {
  readonly difference: NonNullable<Repairs['difference']>
  readonly named: readonly McfGroup[]
}

function DifferenceFrame({ title, unit, difference, named }: DifferenceProps) {
  const { t, language } = useText()
  const figure = (value: number | null): string => dashed(value, language)
  return (
    <ChartFrame
      title={`${title} — ${t.chartMcfDifference}`}
      subtitle={`${named.map(({ name }) => name).join(' − ')}${t.semicolon}${t.lifeBandLegend}`}
      help="mcf"
      table={
        <MarkTable
          caption={t.chartMcfDifference}
          nameHead={unit.word}
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
      <McfDifferenceChart
        label={t.chartMcfDifference}
        difference={difference}
        unit={unit}
        axis={t.mcfUnitAxis}
        onOpen={nothing}
      />
    </ChartFrame>
  )
}

interface GrowthProps extends NamedExample {
  readonly events: number
  readonly growth: NonNullable<Repairs['growth']>
}

function GrowthFrame({ title, unit, events, growth }: GrowthProps) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  return (
    <ChartFrame
      title={`${title} — ${t.chartGrowth}`}
      subtitle={`${t.exampleSubtitle(count(events), '1')}${t.semicolon}${growthVerdict(growth, t)}`}
      help="growth"
      table={
        <MarkTable
          caption={t.chartGrowth}
          nameHead={unit.word}
          countHead={t.chartFailures}
          heads={[t.chartCumulativeCount]}
          onOpen={nothing}
          rows={growth.points.map((point, at) => ({
            key: `${at}`,
            name: formatFigure(point, language),
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
  )
}
