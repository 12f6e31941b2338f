/** The lines of a table as they stand below each other: rows alone, or groups with the rows of those that are open. */
import type { TableGroup } from '../workers/engineAnswers'

export type TableLine =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'group'; readonly key: string; readonly group: TableGroup; readonly isOpen: boolean }

export interface TableLines {
  readonly count: number
  /** Undefined outside of the table. */
  readonly at: (line: number) => TableLine | undefined
  /** The line of the group that the one at `line` stands in; undefined for the outermost. */
  readonly groupAbove: (line: number) => number | undefined
}

export const plainLines = (rows: number): TableLines => ({
  count: rows,
  at: (line) => (line >= 0 && line < rows ? { kind: 'row', index: line } : undefined),
  groupAbove: () => undefined,
})

/** What tells a group from all others: its words from the outside in. */
export function groupKeys(groups: readonly TableGroup[]): readonly string[] {
  const path: string[] = []
  return groups.map(({ level, word }) => {
    path.length = level
    path.push(word)
    return JSON.stringify(path)
  })
}

interface Block {
  /** Its first line. */
  readonly line: number
  readonly entry: { readonly group: TableGroup; readonly key: string; readonly isOpen: boolean } | null
  /** Of rows: the first of them. */
  readonly from: number
  /** The block of the group it stands in. */
  readonly above: number
}

/** @param open keys of the groups whose content is shown */
export function groupedLines(groups: readonly TableGroup[], open: ReadonlySet<string>): TableLines {
  const deepest = groups.reduce((most, { level }) => Math.max(most, level), 0)
  const keys = groupKeys(groups)
  const blocks: Block[] = []
  // Per level the block of the group the walk is in; what stands in a closed one is passed over.
  const inside: number[] = []
  let [line, shownLevel] = [0, 0]
  for (const [at, group] of groups.entries()) {
    if (group.level > shownLevel) continue
    const key = keys[at] ?? ''
    const isOpen = open.has(key)
    inside[group.level] = blocks.length
    blocks.push({ line, entry: { group, key, isOpen }, from: group.from, above: inside[group.level - 1] ?? -1 })
    line += 1
    shownLevel = isOpen ? group.level + 1 : group.level
    if (!isOpen || group.level < deepest) continue
    blocks.push({ line, entry: null, from: group.from, above: blocks.length - 1 })
    line += group.to - group.from
  }
  const blockAt = (asked: number): Block | undefined => {
    let [low, high] = [0, blocks.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((blocks[middle]?.line ?? 0) <= asked) low = middle + 1
      else high = middle
    }
    return blocks[low - 1]
  }
  return {
    count: line,
    at: (asked) => {
      const block = asked >= 0 && asked < line ? blockAt(asked) : undefined
      if (block === undefined) return undefined
      return block.entry === null
        ? { kind: 'row', index: block.from + asked - block.line }
        : { kind: 'group', ...block.entry }
    },
    groupAbove: (asked) => blocks[blockAt(asked)?.above ?? -1]?.line,
  }
}
