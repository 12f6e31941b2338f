/** Lines and bands of a chart on two numeric scales as SVG paths in its plot. */
import type { Dot } from './DotLayer'
import type { Place, XyAxis, XyBand } from './XyChart'

export interface Plot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a value stands in the plot; far outside it, just beyond its edge. */
export function placeIn(plot: Plot, x: XyAxis, y: XyAxis, { x: across, y: up }: Dot): Dot {
  const height = Math.max(y.from - 9, Math.min(y.to + 9, up))
  return {
    x: plot.x + ((across - x.from) / (x.to - x.from)) * plot.width,
    y: plot.y + plot.height - ((height - y.from) / (y.to - y.from)) * plot.height,
  }
}

export interface XyPaths {
  readonly lineOf: (places: readonly Place[], isStep: boolean) => string
  readonly bandOf: (band: Pick<XyBand, 'places' | 'isStep'>) => string
}

/** How are places joined in this plot? */
export function xyPaths(plot: Plot, x: XyAxis, y: XyAxis): XyPaths {
  const toX = (value: number): number => placeIn(plot, x, y, { x: value, y: y.from }).x
  const toY = (value: number): number => placeIn(plot, x, y, { x: x.from, y: value }).y
  const lineOf = (places: readonly Place[], isStep: boolean): string =>
    places
      .map(([at, value], index) =>
        index === 0 ? `M${toX(at)} ${toY(value)}` : isStep ? `H${toX(at)}V${toY(value)}` : `L${toX(at)} ${toY(value)}`,
      )
      .join('')
  const bandOf: XyPaths['bandOf'] = ({ places, isStep = false }) => {
    const upper = places.map(([at, , high]) => [at, high] as const)
    const back = places.map(([at, low]) => [at, low] as const).toReversed()
    if (!isStep) return `${lineOf(upper, false)}L${lineOf(back, false).slice(1)}Z`
    // Walked back, a step falls before it goes left.
    const falling = back.map(([at, low], index) =>
      index === 0 ? `L${toX(at)} ${toY(low)}` : `V${toY(low)}H${toX(at)}`,
    )
    return `${lineOf(upper, true)}${falling.join('')}${back.length === 0 ? '' : 'Z'}`
  }
  return { lineOf, bandOf }
}
