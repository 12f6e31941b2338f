import { describe, expect, test } from 'vitest'
import { groupedLines, groupKeys, plainLines } from '../../../src/panels/tableLines'
import type { TableGroup } from '../../../src/workers/engineAnswers'

const group = (level: number, word: string, from: number, to: number): TableGroup => ({
  level,
  field: level === 0 ? 'depotId' : 'symptomCode',
  word,
  label: word,
  from,
  to,
  totals: { rows: to - from, trains: 0, nodes: 0, delayMin: 0 },
})

/** Two depots; the first has two symptoms, the second one of the same name. */
const GROUPS = [
  group(0, 'north', 0, 3),
  group(1, 'LEAK', 0, 2),
  group(1, 'NOISE', 2, 3),
  group(0, 'south', 3, 5),
  group(1, 'LEAK', 3, 5),
]
const [NORTH = '', NORTH_LEAK = '', , SOUTH = '', SOUTH_LEAK = ''] = groupKeys(GROUPS)

const shown = (open: readonly string[]): readonly (string | number)[] => {
  const lines = groupedLines(GROUPS, new Set(open))
  return Array.from({ length: lines.count }, (_, at) => {
    const line = lines.at(at)
    if (line === undefined) throw new Error(`no line ${at}`)
    return line.kind === 'row' ? line.index : `${line.isOpen ? '-' : '+'}${line.group.word}`
  })
}

describe('lines of a grouped table', () => {
  test('are the outermost groups while all are closed', () => {
    expect(shown([])).toEqual(['+north', '+south'])
  })

  test('show the groups of an open one, and the rows of an innermost', () => {
    expect(shown([NORTH])).toEqual(['-north', '+LEAK', '+NOISE', '+south'])
    expect(shown([NORTH, NORTH_LEAK])).toEqual(['-north', '-LEAK', 0, 1, '+NOISE', '+south'])
    expect(shown([SOUTH, SOUTH_LEAK])).toEqual(['+north', '-south', '-LEAK', 3, 4])
  })

  test('show nothing of what stands in a closed group, also when it was open inside', () => {
    expect(shown([NORTH_LEAK, SOUTH_LEAK])).toEqual(['+north', '+south'])
  })

  test('know which group they stand in', () => {
    const lines = groupedLines(GROUPS, new Set([NORTH, NORTH_LEAK]))
    // -north, -LEAK, row, row, +NOISE, +south
    expect([0, 1, 2, 3, 4, 5].map(lines.groupAbove)).toEqual([undefined, 0, 1, 1, 0, undefined])
  })

  test('end where the table ends', () => {
    const lines = groupedLines(GROUPS, new Set())
    expect([lines.at(-1), lines.at(2)]).toEqual([undefined, undefined])
    expect([plainLines(2).at(1), plainLines(2).at(2)]).toEqual([{ kind: 'row', index: 1 }, undefined])
  })
})
