/**
 * The points of a drawing. A few thousand are circles; more would make every redraw slow, so they are painted on a canvas
 * that the drawing shows as one picture, in the colour of the theme. Pointing, keyboard and table do not depend on them.
 */
import { useEffect, useId, useState } from 'react'

export interface Dot {
  readonly x: number
  readonly y: number
}

interface Props {
  readonly dots: readonly Dot[]
  readonly radius: number
  readonly colour: string
  /** The part of the drawing that is painted. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export const MOST_CIRCLES = 3000

export function DotLayer({ dots, radius, colour, area }: Props) {
  return dots.length > MOST_CIRCLES ? (
    <PaintedDots dots={dots} radius={radius} colour={colour} area={area} />
  ) : (
    dots.map(({ x, y }, at) => (
      // Points never move among themselves: their place in the list is who they are.
      // oxlint-disable-next-line react/no-array-index-key
      <circle key={at} cx={x} cy={y} r={radius} style={{ fill: colour }} />
    ))
  )
}

function PaintedDots({ dots, radius, colour, area }: Props) {
  const mask = useId()
  const [picture, setPicture] = useState('')
  const { x, y, width, height } = area
  useEffect(() => {
    setPicture(painted(dots, radius, { x, y, width, height }))
  }, [dots, radius, x, y, width, height])
  const place = { x, y, width: Math.max(1, width), height: Math.max(1, height) }
  return (
    <>
      <mask id={mask} maskUnits="userSpaceOnUse" {...place}>
        {picture === '' ? null : <image href={picture} {...place} />}
      </mask>
      <rect {...place} mask={`url(#${mask})`} style={{ fill: colour }} />
    </>
  )
}

/** White where a point is: what a mask lets through. The colour comes from the page, so that a change of theme needs no new picture. */
function painted(dots: readonly Dot[], radius: number, area: Props['area']): string {
  const scale = Math.max(1, window.devicePixelRatio)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(area.width * scale))
  canvas.height = Math.max(1, Math.round(area.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return ''
  context.scale(scale, scale)
  context.fillStyle = '#ffffff'
  context.beginPath()
  for (const { x, y } of dots) {
    context.moveTo(x - area.x + radius, y - area.y)
    context.arc(x - area.x, y - area.y, radius, 0, 2 * Math.PI)
  }
  context.fill()
  return canvas.toDataURL()
}
