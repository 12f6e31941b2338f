/** Marks for a chart of categories: each takes its whole band of the plot, so that the smallest bar can be hit. */
import { usePlotArea } from 'recharts'
import { MarkLayer, type DrawnMark } from './MarkLayer'
import type { OnOpen } from './openedMark'

interface Props {
  readonly marks: readonly DrawnMark[]
  readonly along: 'x' | 'y'
  readonly host: HTMLElement
  readonly width: number
  readonly onOpen: OnOpen
}

export function BandMarks({ marks, along, host, width, onOpen }: Props) {
  const plot = usePlotArea()
  if (plot === undefined) return null
  const [wide, high] = [plot.width / marks.length, plot.height / marks.length]
  const boxes = marks.map((_, at) =>
    along === 'x'
      ? { x: plot.x + at * wide, y: plot.y, width: wide, height: plot.height }
      : { x: plot.x, y: plot.y + at * high, width: plot.width, height: high },
  )
  return <MarkLayer marks={marks} boxes={boxes} host={host} width={width} onOpen={onOpen} />
}
