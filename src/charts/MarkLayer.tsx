/**
 * Invisible areas over a drawing that make its bars and points into buttons: pointed at or focused they tell their
 * figures at once, clicked or entered they open their failures; with Shift, or by a rectangle drawn over them, they choose
 * their failures for all drawings of the page. Up to fifteen of them are tab stops of their own; more than that share one,
 * and the arrow keys do the rest.
 */
import { useContext, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { createPortal } from 'react-dom'
import { ZIndexLayer } from 'recharts'
import { LinkedRowsContext } from './linkedRows'
import { LinkedVeil } from './LinkedVeil'
import type { OnOpen } from './openedMark'
import { isUnder, useBrush } from './useBrush'

export interface DrawnMark {
  readonly key: string
  /** Read out, and the first line of the tip. */
  readonly label: string
  readonly tip: readonly string[]
  readonly name: string
  readonly rows: Uint32Array
}

export interface MarkBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The point the box stands for, ringed while it is pointed at. */
  readonly dot?: { readonly x: number; readonly y: number }
}

interface Props {
  readonly marks: readonly DrawnMark[]
  readonly boxes: readonly MarkBox[]
  readonly host: HTMLElement
  readonly width: number
  readonly onOpen: OnOpen
}

const MOST_TAB_STOPS = 15
const ABOVE_LABELS = 3000

export function MarkLayer({ marks, boxes, host, width, onOpen }: Props) {
  const [shown, setShown] = useState<number | null>(null)
  const [stop, setStop] = useState(0)
  const mark = shown === null ? undefined : marks[shown]
  const box = shown === null ? undefined : boxes[shown]
  const tabStop = Math.min(stop, marks.length - 1)

  const linked = useContext(LinkedRowsContext)
  const brush = useBrush(
    linked === null
      ? null
      : (drawn, isAdded) =>
          linked.choose(
            marks
              .filter((_, at) => boxes[at] !== undefined && isUnder(drawn, boxes[at]))
              .map(({ name, rows }) => ({ label: name, rows })),
            isAdded,
          ),
  )

  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (event.key === 'Escape') setShown(null)
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open(at, event.shiftKey)
  }
  const open = (at: number, isChoice: boolean): void => {
    const mark = marks[at]
    if (mark === undefined || mark.rows.length === 0) return
    if (isChoice && linked !== null) linked.choose([{ label: mark.name, rows: mark.rows }], true)
    else onOpen({ label: mark.name, rows: mark.rows })
  }
  const onClick = (event: MouseEvent, at: number): void => {
    if (!brush.wasBrush()) open(at, event.shiftKey)
  }

  return (
    <ZIndexLayer zIndex={ABOVE_LABELS}>
      {linked === null || linked.rows === null ? null : <LinkedVeil marks={marks} boxes={boxes} chosen={linked.rows} />}
      <g onPointerLeave={() => setShown(null)} {...brush.handlers}>
        {marks.map((mark, at) => {
          const box = boxes[at]
          return box === undefined ? null : (
            <rect
              key={mark.key}
              data-mark
              className={mark.rows.length > 0 ? 'chart-mark opens' : 'chart-mark'}
              role={mark.rows.length > 0 ? 'button' : 'img'}
              aria-label={[mark.label, ...mark.tip].join(', ')}
              tabIndex={marks.length <= MOST_TAB_STOPS || at === tabStop ? 0 : -1}
              x={box.x}
              y={box.y}
              width={Math.max(1, box.width)}
              height={Math.max(1, box.height)}
              onPointerEnter={() => setShown(at)}
              onFocus={() => {
                setShown(at)
                setStop(at)
              }}
              onBlur={() => setShown((known) => (known === at ? null : known))}
              onClick={(event) => onClick(event, at)}
              onKeyDown={(event) => onKeyDown(event, at)}
            />
          )
        })}
        {brush.box === null ? null : <rect className="chart-brush" {...brush.box} />}
        {box?.dot === undefined ? null : <circle className="chart-ring" cx={box.dot.x} cy={box.dot.y} r={6} />}
      </g>
      {mark === undefined || box === undefined ? null : createPortal(<Tip mark={mark} box={box} width={width} />, host)}
    </ZIndexLayer>
  )
}

const TIP_GAP = 8
const LONG_BOX = 160

function Tip({ mark, box, width }: { readonly mark: DrawnMark; readonly box: MarkBox; readonly width: number }) {
  const isRow = box.width > LONG_BOX && box.width > box.height
  const x = box.dot?.x ?? box.x + box.width / 2
  const side = isRow
    ? { left: box.x + TIP_GAP }
    : x > width / 2
      ? { right: width - x + TIP_GAP }
      : { left: x + TIP_GAP }
  const y = isRow ? box.y + box.height : Math.max(box.y, Math.min(box.dot?.y ?? box.y, box.y + box.height - 72))
  return (
    <div className="chart-tip" aria-hidden style={{ ...side, top: y + (isRow ? 2 : TIP_GAP) }}>
      <strong>{mark.label}</strong>
      {mark.tip.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
