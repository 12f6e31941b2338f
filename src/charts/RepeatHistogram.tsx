/** Days from a failure to the next one of the same part of the same train. */
import { Bar, CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import { formatCount, formatFigure } from '../i18n/format'
import type { Recurrence } from '../metrics/recurrence'
import { useText } from '../ui/LanguageContext'
import { coveringTicks } from './axisTicks'
import { AxisTitles } from './AxisTitles'
import { BandMarks } from './BandMarks'
import { ChartLegend } from './ChartLegend'
import { ChartStage } from './ChartStage'
import type { OnOpen } from './openedMark'
import { repeatMarks } from './repeatMarks'

interface Props {
  readonly label: string
  readonly recurrence: Recurrence
  readonly onOpen: OnOpen
}

const COLOUR = 'var(--series-1)'

export function RepeatHistogram({ label, recurrence, onOpen }: Props) {
  const { t, language } = useText()
  const marks = repeatMarks(recurrence.repeats, t, language)
  if (marks.length === 0) return null
  const data = marks.map(({ short, rows }) => ({ short, count: rows.length }))
  const most = Math.max(1, ...data.map(({ count }) => count))
  const ticks = coveringTicks(most).filter(Number.isInteger)
  const top = Math.max(most, ticks.at(-1) ?? 1)
  const count = (value: unknown): string => formatCount(Number(value), language)
  const median = recurrence.medianDays

  return (
    <>
      <ChartStage label={label}>
        {(width, host) => {
          const room = 14 + 7 * count(top).length
          const every = Math.ceil(
            (Math.max(...data.map(({ short }) => short.length)) * 7 + 6) / ((width - room - 8) / data.length),
          )
          return (
            <ComposedChart
              data={data}
              width={width}
              height={width < 560 ? 260 : 280}
              margin={{ top: 26, right: 4, bottom: 20, left: 4 }}
              accessibilityLayer={false}
              barCategoryGap="8%"
            >
              <CartesianGrid stroke="var(--line)" vertical={false} />
              <XAxis
                dataKey="short"
                interval={every - 1}
                height={24}
                tickLine={false}
                axisLine={{ stroke: 'var(--line-strong)' }}
                tick={{ className: 'chart-tick' }}
              />
              <YAxis
                domain={[0, top]}
                ticks={[...ticks]}
                tickFormatter={count}
                width={room}
                tick={{ className: 'chart-tick' }}
                axisLine={{ stroke: 'var(--line-strong)' }}
                tickLine={false}
              />
              <Bar dataKey="count" isAnimationActive={false} maxBarSize={96} fill={COLOUR} activeBar={false} />
              <AxisTitles left={t.chartRepeatAxis} bottom={t.chartRepeatDaysAxis} />
              <BandMarks marks={marks} along="x" host={host} width={width} onOpen={onOpen} />
            </ComposedChart>
          )
        }}
      </ChartStage>
      <ChartLegend
        items={[
          {
            shape: 'bar',
            colour: COLOUR,
            text:
              median === null
                ? t.chartRepeatCount
                : `${t.chartRepeatCount} · ${t.chartMedianDays(formatFigure(median, language))}`,
          },
        ]}
        remarks={
          recurrence.notComparable > 0 ? [t.chartNotComparable(formatCount(recurrence.notComparable, language))] : []
        }
      />
    </>
  )
}
