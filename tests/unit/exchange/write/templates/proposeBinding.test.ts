import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_TEMPLATES, type BuiltInTemplate } from '../../../../../src/exchange/write/templates/builtInTemplates'
import { likelyKind } from '../../../../../src/exchange/write/templates/likelyKind'
import { proposeBinding } from '../../../../../src/exchange/write/templates/proposeBinding'
import { sheetViews } from '../../../../../src/exchange/write/templates/sheetView'
import type { TemplateKind } from '../../../../../src/exchange/write/templates/templateKinds'
import { openTemplate } from '../../../../../src/exchange/write/templates/templatePackage'

const KIND: Readonly<Record<BuiltInTemplate, TemplateKind>> = {
  'failure-report': 'failure-report',
  'analysis-report': 'analysis-report',
  'corrective-action': 'corrective-action',
  ledger: 'ledger',
  'monthly-summary': 'summary',
}

describe.each(Object.entries(KIND) as [BuiltInTemplate, TemplateKind][])('%s', (name, kind) => {
  const [view] = sheetViews(
    openTemplate(new Uint8Array(readFileSync(`src/exchange/write/templates/files/${name}.xlsx`))),
  )
  const proposed = view === undefined ? { cells: [], lines: [] } : proposeBinding(view, kind)
  test('labels bind at least nine cells in ten as a person did, and none otherwise', () => {
    const bound = new Map(BUILT_IN_TEMPLATES[name].cells.map(({ cell, field }) => [cell, field]))
    const wrong = proposed.cells.filter(({ cell, field }) => bound.has(cell) && bound.get(cell) !== field)
    const found = proposed.cells.filter(({ cell, field }) => bound.get(cell) === field)
    expect(wrong).toEqual([])
    expect(found.length / bound.size).toBeGreaterThanOrEqual(0.9)
  })
  test('what it is for is seen', () => {
    expect(view === undefined ? null : likelyKind(view)).toBe(kind)
  })
  test('lines that repeat are found with their columns and how many are ready', () => {
    const lines = BUILT_IN_TEMPLATES[name].lines
    for (const { list, firstRow, preparedRows, columns } of lines) {
      const mine = proposed.lines.find((one) => one.list === list)
      expect([list, mine?.firstRow, mine?.preparedRows]).toEqual([list, firstRow, preparedRows])
      expect(
        mine?.columns.filter((column) =>
          columns.some((other) => other.column === column.column && other.field === column.field),
        ).length,
      ).toBeGreaterThanOrEqual(columns.length * 0.9)
    }
  })
})
