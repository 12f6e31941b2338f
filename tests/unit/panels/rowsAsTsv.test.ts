import { expect, test } from 'vitest'
import { rowsAsTsv } from '../../../src/panels/rowsAsTsv'

const row = (labels: Readonly<Record<string, string>>) => ({ id: 'f', words: labels, labels })

test('a copied block has its header, a line per row and a tab between cells', () => {
  const rows = [row({ no: 'GZ-1', delayMin: '-5' }), row({ no: 'GZ-2' })]
  expect(rowsAsTsv(rows, ['no', 'delayMin'], 'zh', {})).toBe('故障编号\t晚点分钟 (min)\nGZ-1\t-5\nGZ-2\t')
})

test('a text keeps to its cell and does not become a formula', () => {
  const rows = [row({ description: 'leaks\tat\r\nthe valve' }), row({ description: '=HYPERLINK("x")' })]
  expect(rowsAsTsv(rows, ['description'], 'en', {}).split('\n').slice(1)).toEqual([
    'leaks at the valve',
    `'=HYPERLINK("x")`,
  ])
})
