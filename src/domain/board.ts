/** A board somebody has put together: blocks of figures and charts, each with its own scope, in an order. */
import { isOneOf, oneOf } from './closedSet'
import { isPlainObject } from './plainObject'
import type { Json } from './records/field'
import { oneIn, storedList, textIn } from './storedList'

export const BLOCK_KINDS = ['figures', 'pareto', 'trend', 'cumulative', 'ranking', 'open', 'alerts'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Thirds of the width of the page. */
export const BLOCK_SIZES = ['third', 'half', 'full'] as const
export type BlockSize = (typeof BLOCK_SIZES)[number]

/** Whole months before the running one; 0: all that is on record. */
export const BLOCK_MONTHS = [3, 12, 24, 0] as const

export interface BoardBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly size: BlockSize
  /** Empty: everything. */
  readonly nodeId: string
  readonly vehicleType: string
  readonly depotId: string
  readonly months: number
  /** What a Pareto or a ranking is told by; empty: as the program chooses. */
  readonly by: string
}

export interface Board {
  readonly id: string
  readonly name: string
  readonly blocks: readonly BoardBlock[]
}

/** Kinds that obey a scope; what is open and alerts are of everything. */
export const hasScope = (kind: BlockKind): boolean => kind !== 'open' && kind !== 'alerts'

/** A board as it was stored; what is none of its blocks, such as one of a later version of the program, is left out. */
export function readBoard(id: string, value: unknown): Board | null {
  if (!isPlainObject(value)) return null
  const { title, blocks } = value as Readonly<Record<string, unknown>>
  if (typeof title !== 'string') return null
  return {
    id,
    name: title,
    blocks: storedList(blocks, (entry): BoardBlock | null => {
      const kind = oneIn(entry, 'kind', BLOCK_KINDS)
      return kind === undefined || textIn(entry, 'id') === ''
        ? null
        : {
            id: textIn(entry, 'id'),
            kind,
            size: oneIn(entry, 'size', BLOCK_SIZES) ?? 'half',
            nodeId: textIn(entry, 'nodeId'),
            vehicleType: textIn(entry, 'vehicleType'),
            depotId: textIn(entry, 'depotId'),
            months: isOneOf(BLOCK_MONTHS, entry['months']) ? entry['months'] : 12,
            by: textIn(entry, 'by'),
          }
    }),
  }
}

export const boardValue = ({ name, blocks }: Omit<Board, 'id'>): Json => ({
  title: name.trim(),
  blocks: blocks.map((block) => ({ ...block })),
})

/** The blocks with one of them at another place; the others keep their order. */
export function withMoved(blocks: readonly BoardBlock[], id: string, to: number): readonly BoardBlock[] {
  const moved = blocks.find((block) => block.id === id)
  if (moved === undefined) return blocks
  const others = blocks.filter((block) => block !== moved)
  const at = Math.max(0, Math.min(others.length, to))
  return [...others.slice(0, at), moved, ...others.slice(at)]
}

/** The next larger size; from the largest the smallest. */
export const nextSize = (size: BlockSize): BlockSize =>
  oneOf(BLOCK_SIZES, BLOCK_SIZES[(BLOCK_SIZES.indexOf(size) + 1) % BLOCK_SIZES.length]) ?? 'half'
