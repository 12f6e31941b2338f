/**
 * A drawing on the page as a picture that stands on its own: title and subtitle as text on top, legend and remarks
 * below, every style written out, so that it looks the same in a report as on the screen.
 */
import { wrapText } from './wrapLabel'

export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

export interface Caption {
  readonly title: string
  readonly subtitle: string
  readonly notes: readonly string[]
}

const SVG = 'http://www.w3.org/2000/svg'
const EDGE = 16
/** The keys of a legend are svg too, and come first in some documents: only drawings themselves will do. */
const DRAWING = '.recharts-wrapper > svg.recharts-surface, svg.chart-drawing'
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'paint-order',
] as const

const LIVE_ONLY: ReadonlySet<string> = new Set(['class', 'tabindex', 'role'])

/** @returns null when the card holds no drawing */
export function pictureOfChart(card: HTMLElement, caption: Caption): Picture | null {
  const widths = [...card.querySelectorAll(DRAWING)].map((drawing) => drawing.getBoundingClientRect().width)
  const widest = Math.max(0, ...widths)
  if (widest === 0) return null

  const width = Math.ceil(widest) + 2 * EDGE
  const style = getComputedStyle(card)
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('xmlns', SVG)
  picture.setAttribute('width', String(width))
  picture.setAttribute('font-family', style.fontFamily)
  const background = picture.appendChild(document.createElementNS(SVG, 'rect'))

  const write = writerFor(picture, style, width - 2 * EDGE)
  let y = EDGE
  y = write(caption.title, y, { size: 15, weight: 650, colour: style.color })
  y = write(caption.subtitle, y, { size: 12, colour: secondary(style) })
  for (const note of caption.notes) y = write(note, y, { size: 12, colour: secondary(style) })
  y += 6
  for (const part of card.querySelectorAll(`${DRAWING}, .chart-legend, .chart-remark`)) {
    if (part instanceof SVGSVGElement) y = place(part, picture, EDGE, y) + 6
    else if (part.matches('.chart-legend')) y = drawLegend(part, picture, style, width - 2 * EDGE, y)
    else y = write(part.textContent ?? '', y, { size: 12, colour: secondary(style) })
  }

  const height = Math.ceil(y + EDGE / 2)
  picture.setAttribute('height', String(height))
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`)
  for (const [name, value] of [
    ['width', width],
    ['height', height],
    ['fill', style.getPropertyValue('--surface').trim() || '#ffffff'],
  ] as const)
    background.setAttribute(name, String(value))
  return { svg: new XMLSerializer().serializeToString(picture), width, height }
}

/** @throws when the browser cannot paint it */
export async function pngOf({ svg, width, height }: Picture, scale: number, whyNot: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (context === null) throw new Error(whyNot)
  context.scale(scale, scale)
  context.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (blob === null || blob.type !== 'image/png') throw new Error(whyNot)
  return blob
}

const secondary = (style: CSSStyleDeclaration): string => style.getPropertyValue('--text-2').trim() || style.color

/** A copy without marks for pointing and keys, with all that style sheets and variables say written into it. */
function standalone(source: SVGSVGElement): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement
  const [from, to] = [source.querySelectorAll<SVGElement>('*'), copy.querySelectorAll<SVGElement>('*')]
  from.forEach((element, at) => {
    const target = to[at]
    if (target === undefined) return
    const style = getComputedStyle(element)
    target.setAttribute('style', STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'))
    for (const name of target.getAttributeNames())
      if (LIVE_ONLY.has(name) || target.getAttribute(name)?.includes('var(') === true) target.removeAttribute(name)
  })
  for (const mark of copy.querySelectorAll('[data-mark], .chart-ring, .chart-brush')) mark.remove()
  for (const name of ['class', 'style', 'role', 'tabindex', 'aria-hidden']) copy.removeAttribute(name)
  copy.setAttribute('overflow', 'visible')
  return copy
}

/** @returns where the next thing goes */
function place(source: SVGSVGElement, picture: SVGSVGElement, x: number, y: number): number {
  const { width, height } = source.getBoundingClientRect()
  const copy = standalone(source)
  for (const [name, value] of [
    ['x', x],
    ['y', y],
    ['width', width],
    ['height', height],
  ] as const)
    copy.setAttribute(name, String(value))
  picture.append(copy)
  return y + height
}

interface Ink {
  readonly size: number
  readonly colour: string
  readonly weight?: number
}

function writerFor(
  picture: SVGSVGElement,
  style: CSSStyleDeclaration,
  room: number,
): (text: string, y: number, ink: Ink) => number {
  const pen = document.createElement('canvas').getContext('2d')
  return (text, y, { size, colour, weight = 400 }) => {
    if (pen !== null) pen.font = `${weight} ${size}px ${style.fontFamily}`
    const lines = wrapText(text, room, pen === null ? undefined : (part) => pen.measureText(part).width)
    for (const [at, line] of lines.entries()) {
      const element = picture.appendChild(document.createElementNS(SVG, 'text'))
      element.textContent = line
      for (const [name, value] of [
        ['x', EDGE],
        ['y', y + size + at * size * 1.45],
        ['font-size', size],
        ['font-weight', weight],
        ['fill', colour],
      ] as const)
        element.setAttribute(name, String(value))
    }
    return y + lines.length * size * 1.45 + 3
  }
}

const KEY_TO_TEXT = 6
const BETWEEN = 18
const LINE = 20

function drawLegend(
  legend: Element,
  picture: SVGSVGElement,
  style: CSSStyleDeclaration,
  room: number,
  top: number,
): number {
  const pen = document.createElement('canvas').getContext('2d')
  if (pen !== null) pen.font = `400 12px ${style.fontFamily}`
  let x = 0
  let y = top
  const items = [...legend.querySelectorAll('li')]
  for (const item of items) {
    const key = item.querySelector('svg')
    const text = item.textContent ?? ''
    const keyWidth = key?.getBoundingClientRect().width ?? 0
    const wide = keyWidth + KEY_TO_TEXT + (pen?.measureText(text).width ?? text.length * 12)
    if (x > 0 && x + wide > room) {
      x = 0
      y += LINE
    }
    if (key !== null) place(key, picture, EDGE + x, y + 2)
    const element = picture.appendChild(document.createElementNS(SVG, 'text'))
    element.textContent = text
    for (const [name, value] of [
      ['x', EDGE + x + keyWidth + KEY_TO_TEXT],
      ['y', y + 12],
      ['font-size', 12],
      ['fill', secondary(style)],
    ] as const)
      element.setAttribute(name, String(value))
    x += wide + BETWEEN
  }
  return items.length === 0 ? top : y + LINE + 2
}
