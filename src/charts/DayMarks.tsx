/** The days of a cumulative chart as marks; days too close for a finger or a mouse share one, so that every failure can be reached. */
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { formatCount, formatDay, formatFigure } from '../i18n/format'
import type { CumulativeDay } from '../metrics/cumulativeDays'
import { joinedRows } from '../metrics/rowGroups'
import { useText } from '../ui/LanguageContext'
import { clusterByGap } from './clusterByGap'
import { MarkLayer, type DrawnMark } from './MarkLayer'
import type { OnOpen } from './openedMark'

/** Exposure is drawn in millions of kilometres. */
export const KM_PER_UNIT = 1e6
export const COLOUR = 'var(--series-1)'
const NARROWEST_MARK = 5
const MOST_DOTS = 150
const ABOVE_LINES = 600

interface Props {
  readonly days: readonly CumulativeDay[]
  readonly placeOf: (day: CumulativeDay) => number
  readonly host: HTMLElement
  readonly width: number
  readonly isByDate: boolean
  readonly onOpen: OnOpen
}

export function DayMarks({ days, placeOf, host, width, isByDate, onOpen }: Props) {
  const { t, language } = useText()
  const plot = usePlotArea()
  const toX = useXAxisScale()
  const toY = useYAxisScale()
  if (plot === undefined || toX === undefined || toY === undefined) return null
  const xs = days.map((day) => Number(toX(placeOf(day))))
  const groups = clusterByGap(xs, NARROWEST_MARK).flatMap(([from, to]) => {
    const members = days.slice(from, to)
    const [first, last] = [members[0], members.at(-1)]
    return first === undefined || last === undefined
      ? []
      : [{ members, first, last, x: ((xs[from] ?? 0) + (xs[to - 1] ?? 0)) / 2, y: Number(toY(last.failures)) }]
  })
  const edges = [plot.x, ...groups.slice(1).map(({ x }, at) => (x + (groups[at]?.x ?? x)) / 2), plot.x + plot.width]
  const marks: readonly DrawnMark[] = groups.map(({ members, first, last }) => {
    const [from, to] = [formatDay(first.day), formatDay(last.day)]
    const name = from === to ? from : t.chartRange(from, to)
    const rows = joinedRows(members.map((day) => day.rows))
    return {
      key: String(first.day),
      name,
      rows,
      label: t.chartCumulativeLabel(name, formatCount(last.failures, language)),
      tip: [
        t.chartOfThese(formatCount(rows.length, language)),
        ...(isByDate ? [] : [t.chartExposureIs(formatFigure(last.exposureKm / KM_PER_UNIT, language))]),
      ],
    }
  })
  const boxes = groups.map(({ x, y }, at) => ({
    x: edges[at] ?? plot.x,
    y: plot.y,
    width: (edges[at + 1] ?? 0) - (edges[at] ?? 0),
    height: plot.height,
    dot: { x, y },
  }))
  return (
    <>
      {days.length > MOST_DOTS ? null : (
        <ZIndexLayer zIndex={ABOVE_LINES}>
          {days.map(({ day, failures }, at) => (
            <circle
              key={day}
              cx={xs[at]}
              cy={Number(toY(failures))}
              r={days.length <= 60 ? 3 : 2}
              style={{ fill: COLOUR }}
            />
          ))}
        </ZIndexLayer>
      )}
      <MarkLayer marks={marks} boxes={boxes} host={host} width={width} onOpen={onOpen} />
    </>
  )
}
