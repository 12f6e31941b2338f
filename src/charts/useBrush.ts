/** A rectangle drawn over a chart with the mouse or a pen; a finger scrolls the page instead. */
import { useRef, useState, type PointerEvent } from 'react'
import type { MarkBox } from './MarkLayer'

export interface BrushBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Less than this is a click that trembled. */
const LEAST_PX = 6

const between = (from: DOMPoint, to: DOMPoint): BrushBox => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
})

/** Whether a mark lies under the rectangle: its point where it has one, else any of its area. */
export function isUnder({ x, y, width, height }: BrushBox, box: MarkBox): boolean {
  if (box.dot !== undefined)
    return box.dot.x >= x && box.dot.x <= x + width && box.dot.y >= y && box.dot.y <= y + height
  return box.x < x + width && box.x + box.width > x && box.y < y + height && box.y + box.height > y
}

/** Where the pointer is in the drawing. */
function placeOf(event: PointerEvent<SVGGElement>): DOMPoint | null {
  const matrix = event.currentTarget.ownerSVGElement?.getScreenCTM()
  return matrix === null || matrix === undefined
    ? null
    : new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
}

/** @param onBrushed null where nothing can be chosen */
export function useBrush(onBrushed: ((box: BrushBox, isAdded: boolean) => void) | null) {
  const from = useRef<DOMPoint | null>(null)
  const [box, setBox] = useState<BrushBox | null>(null)
  // The click that ends a rectangle opens nothing.
  const hasBrushed = useRef(false)
  if (onBrushed === null) return { box: null, wasBrush: () => false, handlers: {} }
  return {
    box,
    wasBrush: () => hasBrushed.current,
    handlers: {
      onPointerDown: (event: PointerEvent<SVGGElement>) => {
        hasBrushed.current = false
        if (event.pointerType !== 'touch' && event.button === 0) from.current = placeOf(event)
      },
      onPointerMove: (event: PointerEvent<SVGGElement>) => {
        const place = placeOf(event)
        if (from.current === null || place === null) return
        const drawn = between(from.current, place)
        if (box === null && Math.max(drawn.width, drawn.height) < LEAST_PX) return
        if (box === null) event.currentTarget.setPointerCapture(event.pointerId)
        hasBrushed.current = true
        setBox(drawn)
      },
      onPointerUp: (event: PointerEvent<SVGGElement>) => {
        from.current = null
        setBox(null)
        if (box !== null) onBrushed(box, event.shiftKey)
      },
      onPointerCancel: () => {
        from.current = null
        setBox(null)
      },
    },
  }
}
