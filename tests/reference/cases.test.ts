import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareCase, type ReferenceCase } from './compareCase'

const folder = new URL('../../fixtures/reference/', import.meta.url)

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const cases = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ReferenceCase[]
  describe(file, () => {
    test.each(cases)('$id agrees with its published or independently computed values', (one) => {
      expect(compareCase(one)).toEqual([])
    })
  })
}

test('a method nobody wrote is a failed case, not a skipped one', () => {
  const unknown: ReferenceCase = {
    id: 'x',
    method: 'nothing',
    inputs: {},
    expected: { value: 1 },
    tolerance: { relative: 0, absolute: 0 },
  }
  expect(compareCase(unknown)).toEqual([{ id: 'x', key: 'method', wanted: 'nothing', got: 'unknown method' }])
})
