/**
 * The shapes of a sheet with the place of each: pictures with the number of their content, everything else by its kind.
 *
 * @source [MS-ODRAW] 2.2.13 OfficeArtDgContainer, 2.2.9 OfficeArtFOPT, 2.3.23 Blip properties; [MS-XLS] 2.5.193 OfficeArtClientAnchorSheet
 */
import { artRecords } from './drawingRecords'

/** Where a shape lies: cells, and how far into them as parts of their width and height. */
export interface Anchor {
  readonly left: number
  readonly leftPart: number
  readonly top: number
  readonly topPart: number
  readonly right: number
  readonly rightPart: number
  readonly bottom: number
  readonly bottomPart: number
  readonly movesWithCells: boolean
  readonly growsWithCells: boolean
}

/** A share of the place of the group a shape stands in, 0 to 1. */
export interface Share {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface DrawnShape {
  readonly anchor: Anchor
  readonly share: Share
  /** Number of the stored picture, from 1; 0 for a shape that is none. */
  readonly picture: number
  readonly name: string
  readonly description: string
  /** Parts cut off from each side, 0 to 1. */
  readonly crop: Share
  /** In degrees. */
  readonly rotation: number
  readonly isFlippedAcross: boolean
  readonly isFlippedDown: boolean
  /** The frame round other shapes, itself not drawn. */
  readonly isGroup: boolean
  /** Which of the sheet's objects it draws, from 0; null for none. */
  readonly object: number | null
}

const [CONTAINER, SHAPES, SHAPE, SHAPE_HEAD, GROUP_BOUNDS, PROPERTIES, ANCHOR, CHILD_ANCHOR, OBJECT] = [
  0xf002, 0xf003, 0xf004, 0xf00a, 0xf009, 0xf00b, 0xf010, 0xf00f, 0xf011,
]
const [ROTATION, CROP_TOP, CROP_BOTTOM, CROP_LEFT, CROP_RIGHT, PICTURE, FILL_PICTURE, NAME, DESCRIPTION] = [
  0x04, 0x100, 0x101, 0x102, 0x103, 0x104, 0x186, 0x380, 0x381,
]
const WHOLE: Share = { left: 0, top: 0, right: 1, bottom: 1 }
const NOTHING_CUT: Share = { left: 0, top: 0, right: 0, bottom: 0 }
const MOST_SHAPES = 5_000
const DEEPEST = 20

export function drawnShapes(drawing: Uint8Array): readonly DrawnShape[] {
  const walk: Walk = { found: [], objects: 0 }
  for (const { type, data } of artRecords(drawing))
    if (type === CONTAINER)
      for (const inner of artRecords(data)) if (inner.type === SHAPES) readGroup(inner.data, null, WHOLE, 0, walk)
  return walk.found
}

interface Walk {
  readonly found: DrawnShape[]
  /** Objects met so far; the drawing speaks of them in their order. */
  objects: number
}

interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The first shape of a group is the group itself; that of the outermost has no place. */
function readGroup(data: Uint8Array, outer: Anchor | null, share: Share, depth: number, walk: Walk): void {
  if (depth > DEEPEST) return
  let [anchor, bounds, isFirst] = [outer, null as Rectangle | null, true]
  for (const { type, data: inner } of artRecords(data)) {
    if (walk.found.length >= MOST_SHAPES) return
    if (type === SHAPES) {
      const head = firstShape(inner)
      readGroup(inner, head?.anchor ?? anchor, shareOf(head?.child ?? null, bounds, share), depth + 1, walk)
    } else if (type === SHAPE) {
      const shape = readShape(inner)
      const place = shape.anchor ?? anchor
      const object = shape.hasObject ? walk.objects : null
      if (shape.hasObject) walk.objects += 1
      if (isFirst) [anchor, bounds] = [place, shape.bounds]
      if (place !== null && (depth > 0 || !isFirst))
        walk.found.push({
          ...shape.looks,
          anchor: place,
          share: isFirst ? share : shareOf(shape.child, bounds, share),
          isGroup: isFirst,
          object,
        })
      isFirst = false
    }
  }
}

function firstShape(group: Uint8Array): ReturnType<typeof readShape> | null {
  for (const { type, data } of artRecords(group)) return type === SHAPE ? readShape(data) : null
  return null
}

function shareOf(child: Rectangle | null, bounds: Rectangle | null, of: Share): Share {
  if (child === null || bounds === null || bounds.right === bounds.left || bounds.bottom === bounds.top) return of
  const across = (x: number): number =>
    of.left + (of.right - of.left) * within((x - bounds.left) / (bounds.right - bounds.left))
  const down = (y: number): number =>
    of.top + (of.bottom - of.top) * within((y - bounds.top) / (bounds.bottom - bounds.top))
  return { left: across(child.left), top: down(child.top), right: across(child.right), bottom: down(child.bottom) }
}

const within = (part: number): number => Math.max(0, Math.min(1, part))

function readShape(data: Uint8Array): {
  readonly anchor: Anchor | null
  readonly child: Rectangle | null
  readonly bounds: Rectangle | null
  readonly hasObject: boolean
  readonly looks: Omit<DrawnShape, 'anchor' | 'share' | 'isGroup' | 'object'>
} {
  let [anchor, child, bounds, flags] = [null as Anchor | null, null as Rectangle | null, null as Rectangle | null, 0]
  let properties: ReadonlyMap<number, Property> = new Map()
  let hasObject = false
  for (const record of artRecords(data)) {
    if (record.type === SHAPE_HEAD && record.data.length >= 8) flags = viewOf(record.data).getUint32(4, true)
    else if (record.type === GROUP_BOUNDS) bounds = rectangle(record.data)
    else if (record.type === CHILD_ANCHOR) child = rectangle(record.data)
    else if (record.type === ANCHOR) anchor = readAnchor(record.data)
    else if (record.type === OBJECT) hasObject = true
    else if (record.type === PROPERTIES) properties = readProperties(record.data, record.instance)
  }
  const number = (id: number): number => properties.get(id)?.value ?? 0
  const fixed = (id: number): number => number(id) / 65_536
  const cut = { left: fixed(CROP_LEFT), top: fixed(CROP_TOP), right: fixed(CROP_RIGHT), bottom: fixed(CROP_BOTTOM) }
  return {
    anchor,
    child,
    bounds,
    hasObject,
    looks: {
      picture: number(PICTURE) || number(FILL_PICTURE),
      name: properties.get(NAME)?.text ?? '',
      description: properties.get(DESCRIPTION)?.text ?? '',
      crop: Object.values(cut).every((part) => Math.abs(part) < 1) ? cut : NOTHING_CUT,
      rotation: fixed(ROTATION) % 360,
      isFlippedAcross: (flags & 0x40) !== 0,
      isFlippedDown: (flags & 0x80) !== 0,
    },
  }
}

const viewOf = (data: Uint8Array): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength)

function rectangle(data: Uint8Array): Rectangle | null {
  if (data.length < 16) return null
  const view = viewOf(data)
  return {
    left: view.getInt32(0, true),
    top: view.getInt32(4, true),
    right: view.getInt32(8, true),
    bottom: view.getInt32(12, true),
  }
}

const COLUMN_PARTS = 1_024
const ROW_PARTS = 256
const LAST_COLUMN = 255

function readAnchor(data: Uint8Array): Anchor | null {
  if (data.length < 18) return null
  const view = viewOf(data)
  const at = (offset: number): number => view.getUint16(offset, true)
  const [left, top, right, bottom] = [at(2), at(6), at(10), at(14)]
  if (left > LAST_COLUMN || right > LAST_COLUMN || right < left || bottom < top) return null
  return {
    left,
    leftPart: within(at(4) / COLUMN_PARTS),
    top,
    topPart: within(at(8) / ROW_PARTS),
    right,
    rightPart: within(at(12) / COLUMN_PARTS),
    bottom,
    bottomPart: within(at(16) / ROW_PARTS),
    movesWithCells: (at(0) & 1) === 0,
    growsWithCells: (at(0) & 2) === 0,
  }
}

interface Property {
  readonly value: number
  readonly text?: string
}

/** A table of numbers, then the texts that some of them are the lengths of. */
function readProperties(data: Uint8Array, count: number): ReadonlyMap<number, Property> {
  const view = viewOf(data)
  const properties = new Map<number, Property>()
  let texts = count * 6
  for (let at = 0; at < count && at * 6 + 6 <= data.length; at += 1) {
    const id = view.getUint16(at * 6, true)
    const value = view.getInt32(at * 6 + 2, true)
    const isLong = (id & 0x8000) !== 0
    properties.set(id & 0x3fff, {
      value: isLong ? 0 : value,
      ...(isLong && value > 0 && texts + value <= data.length
        ? { text: utf16(data.subarray(texts, texts + value)) }
        : {}),
    })
    if (isLong) texts += Math.max(0, value)
  }
  return properties
}

const utf16 = (bytes: Uint8Array): string => new TextDecoder('utf-16le').decode(bytes).split('\u0000')[0] ?? ''
