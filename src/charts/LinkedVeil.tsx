/** What is chosen on the page, in this drawing: marks without a chosen failure fade, the others say which share is chosen. */
import { useMemo } from 'react'
import { chosenShare } from './linkedRows'
import type { DrawnMark, MarkBox } from './MarkLayer'

interface Props {
  readonly marks: readonly DrawnMark[]
  readonly boxes: readonly MarkBox[]
  readonly chosen: ReadonlySet<number>
}

const STRIP = 4

export function LinkedVeil({ marks, boxes, chosen }: Props) {
  const shares = useMemo(() => marks.map(({ rows }) => chosenShare(rows, chosen)), [marks, chosen])
  return (
    <g className="chart-linked" aria-hidden>
      {marks.map(({ key }, at) => {
        const box = boxes[at]
        const share = shares[at] ?? 0
        if (box === undefined) return null
        if (share === 0)
          return <rect key={key} className="chart-veil" x={box.x} y={box.y} width={box.width} height={box.height} />
        const isRow = box.width > box.height
        return isRow ? (
          <rect
            key={key}
            className="chart-share"
            x={box.x - STRIP}
            y={box.y + box.height * (1 - share)}
            width={STRIP}
            height={box.height * share}
          />
        ) : (
          <rect
            key={key}
            className="chart-share"
            x={box.x}
            y={box.y + box.height}
            width={Math.max(1, box.width * share)}
            height={STRIP}
          />
        )
      })}
    </g>
  )
}
