import { expect, test } from 'vitest'
import { aWorkbook, fieldsOf, firstSheet } from '../aWorkbook'

const TREE = [
  { node: '制动系统', partNo: 'A', level: 1 },
  { node: '阀板', partNo: 'B', level: 2, parentPartNo: 'A' },
  { node: '膜板', partNo: 'C', level: 3, parentPartNo: 'B' },
  { node: '传感器', partNo: 'D', level: 2, parentPartNo: 'A' },
]
const tree = (rows: readonly (readonly (string | number | null)[])[]) =>
  fieldsOf(firstSheet(aWorkbook({ BOM: rows })).records).map(({ node, partNo, level, parentPartNo }) => ({
    node,
    partNo,
    level,
    ...(parentPartNo === undefined ? {} : { parentPartNo }),
  }))

test('the same tree is read from codes, level columns, level numbers and indents', () => {
  expect(
    tree([
      ['序号', '名称', '物料号', '数量'],
      ['1', '制动系统', 'A', 1],
      ['1.1', '阀板', 'B', 2],
      ['1.1.1', '膜板', 'C', 1],
      ['1.2', '传感器', 'D', 4],
    ]),
  ).toEqual(TREE)
  expect(
    tree([
      ['一级', '二级', '三级', '物料编码', '用量'],
      ['制动系统', null, null, 'A', 1],
      [null, '阀板', null, 'B', 2],
      [null, null, '膜板', 'C', 1],
      [null, '传感器', null, 'D', 4],
    ]),
  ).toEqual(TREE)
  expect(
    tree([
      ['层级', '零部件名称', '图号', '数量'],
      [1, '制动系统', 'A', 1],
      [2, '阀板', 'B', 2],
      [3, '膜板', 'C', 1],
      [2, '传感器', 'D', 4],
    ]),
  ).toEqual(TREE)
  expect(
    tree([
      ['序号', '部件名称', '图号', '数量'],
      [1, '制动系统', 'A', 1],
      [2, '　阀板', 'B', 2],
      [3, '　　膜板', 'C', 1],
      [4, '　传感器', 'D', 4],
    ]),
  ).toEqual(TREE)
})

test('a tenth child that a number cell turned into the first is restored', () => {
  const rows = Array.from({ length: 10 }, (_, index) => [
    2,
    Number(`1.${index + 1}`),
    `件${index + 1}`,
    `P${index + 1}`,
    1,
  ])
  const { records } = firstSheet(
    aWorkbook({ BOM: [['层级', '编号', '名称', '图号', '数量'], [1, 1, '系统', 'S', 1], ...rows] }),
  )
  expect(records.at(-1)!.fields.code).toBe('1.10')
})
