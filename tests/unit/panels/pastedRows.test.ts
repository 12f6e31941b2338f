/** A block of spreadsheet cells: which column is which field, which row is which record, and what becomes of each. */
import { companyFieldsOf } from '../../../src/domain/companyFields'
import { describe, expect, test } from 'vitest'
import { pasteColumns, pastedRows, type PasteKnown } from '../../../src/panels/pastedRows'

const NOTHING: PasteKnown['records'] = { products: [], bomNodes: [], trains: [], parties: [], units: [] }
const knowing = (records: Partial<PasteKnown['records']>): PasteKnown => ({
  records: { ...NOTHING, ...records },
  codeOf: (list, word) => (list === 'CL-CRIT' && word === '关键' ? 'A' : undefined),
  roleOf: (word) => (word === '可靠性工程师' ? 'REL' : undefined),
})
let count = 0
const newId = (): string => `new-${(count += 1)}`

function read(table: Parameters<typeof pasteColumns>[0], lines: readonly (readonly string[])[], known: PasteKnown) {
  const { fields, hasHeader } = pasteColumns(table, lines[0] ?? [])
  return pastedRows(table, hasHeader ? lines.slice(1) : lines, fields, known, newId)
}

describe('columns', () => {
  test('are known by their headers in either language, units and signs left out', () => {
    expect(pasteColumns('trains', ['车号*', '车型', '配属段', 'In service since', '备注'])).toEqual({
      hasHeader: true,
      fields: ['trainNo', 'vehicleType', 'depotId', 'serviceDate', null],
    })
    expect(pasteColumns('bomNodes', ['上级', '名称', '数量', '设计MTBF (h)']).fields).toEqual([
      'parentId',
      'name',
      'qty',
      'designMtbfH',
    ])
  })

  test('without a header are taken in the usual order', () => {
    expect(pasteColumns('trains', ['2641', 'CRH380A'])).toEqual({
      hasHeader: false,
      fields: ['trainNo', 'vehicleType'],
    })
  })
})

describe('trains', () => {
  const depot = { id: 'd', kind: 'depot', name: '上海动车段', aliases: '上海所' }
  const train = { id: 't', trainNo: '2741', vehicleType: 'CRH380A', aliases: '2641', serviceDate: '2015-03-01' }
  const known = knowing({ trains: [train], parties: [depot, { id: 'o', kind: 'operator', name: '上海动车段' }] })
  const HEAD = ['车号', '车型', '配属段', '上线日期', '编组辆数']

  test('are new, changed, the same or refused, row by row', () => {
    const rows = read(
      'trains',
      [
        HEAD,
        ['2800', 'CRH380A', '上海所', '2016.5.1', '8'],
        ['2641', 'CRH380A', '', '2015-04-01', ''],
        ['2741', 'crh380a', '', '', ''],
        ['2900', 'CRH380A', '北京段', '', '八'],
        ['', 'CRH380A', '', '', ''],
      ],
      known,
    )
    expect(rows.map(({ state }) => state)).toEqual(['new', 'changed', 'refused', 'refused', 'refused'])
    expect(rows[0]?.fields).toEqual({
      status: 'service',
      trainNo: '2800',
      vehicleType: 'CRH380A',
      depotId: 'd',
      serviceDate: '2016-05-01',
      carsPerTrain: 8,
    })
    expect(rows[2]?.isTwice).toBe(true)
    expect(rows[3]?.cells.map(({ trouble }) => trouble?.code ?? null)).toEqual([null, null, 'unknown', null, 'unread'])
    expect(rows[4]?.faults).toMatchObject([{ code: 'needed', field: 'trainNo' }])
  })

  test('a former number names the train and does not give it that number back', () => {
    const [row] = read('trains', [HEAD, ['2641', 'CRH380A', '', '2015-03-01', '']], known)
    expect(row).toMatchObject({ id: 't', state: 'same' })
    expect(row?.fields).not.toHaveProperty('trainNo')
  })

  test('say when a figure would move, so that a reason is asked for', () => {
    const [row] = read('trains', [HEAD, ['2741', 'CRH380A', '', '2015-04-01', '']], known)
    expect(row).toMatchObject({ state: 'changed', movesFigures: true })
    expect(row?.cells[3]).toMatchObject({ state: 'changed', before: '2015-03-01' })
  })
})

describe('parts', () => {
  const root = { id: 'r', name: '制动系统', partNo: 'ZD-1', qty: 1, productId: 'p' }
  const HEAD = ['上级', '名称', '物料号', '数量', '关键度']

  test('hang under a part of the block itself, in the order of the rows', () => {
    const rows = read(
      'bomNodes',
      [HEAD, ['ZD-1', '风源', 'FY-1', '1', '关键'], ['FY-1', '空压机', 'KYJ', '2', ''], ['没有', '泵', 'B', '1', '']],
      knowing({ bomNodes: [root] }),
    )
    expect(rows.map(({ state }) => state)).toEqual(['new', 'new', 'refused'])
    expect(rows[0]?.fields).toMatchObject({ parentId: 'r', criticality: 'A' })
    expect(rows[1]?.fields['parentId']).toBe(rows[0]?.id)
  })

  test('a quantity that is no whole number of parts is refused, and one that changes is shown with what stood there', () => {
    const valve = { id: 'v', parentId: 'r', name: '中继阀', partNo: 'ZJF', qty: 4 }
    const known = knowing({ bomNodes: [root, valve] })
    const [half] = read('bomNodes', [HEAD, ['ZD-1', '中继阀', 'ZJF', '1.5', '']], known)
    expect(half?.cells[3]?.trouble).toMatchObject({ code: 'unread', unread: { why: 'not-whole' } })
    const [more] = read('bomNodes', [HEAD, ['ZD-1', '中继阀', 'ZJF', '8', '']], known)
    expect(more).toMatchObject({ id: 'v', state: 'changed', movesFigures: true })
    expect(more?.cells[3]).toMatchObject({ before: 4, state: 'changed' })
  })

  test('of two parts with one number a row without parent means neither', () => {
    const known = knowing({
      bomNodes: [root, { id: 'a', parentId: 'r', name: '阀', partNo: 'F' }, { id: 'b', name: '阀', partNo: 'F' }],
    })
    expect(
      read(
        'bomNodes',
        [
          ['名称', '物料号'],
          ['阀', 'F'],
        ],
        known,
      )[0],
    ).toMatchObject({
      state: 'refused',
      isAmbiguous: true,
    })
  })
})

test('people are pasted with the department they belong to and their role, without saying that they are people', () => {
  const room = { id: 'k', kind: 'department', name: '可靠性室' }
  const { fields } = pasteColumns('parties', ['名称', '上级单位', '角色'], 'person')
  const rows = pastedRows(
    'parties',
    [
      ['孙工', '可靠性室', '可靠性工程师'],
      ['李工', '可靠性室', '园丁'],
    ],
    fields,
    knowing({ parties: [room, { id: 'c', kind: 'operator', name: '孙工' }] }),
    newId,
    'person',
  )
  expect(rows[0]).toMatchObject({ state: 'new', fields: { kind: 'person', name: '孙工', parentId: 'k', role: 'REL' } })
  expect(rows[1]).toMatchObject({ state: 'refused', cells: [{}, {}, { trouble: { code: 'unknown', text: '园丁' } }] })
})

test('fields the company added are pasted under their labels, each read by its kind', () => {
  const company = companyFieldsOf([
    {
      id: '1',
      table: 'trains',
      key: 'x_wheel',
      kind: 'number',
      zh: '轮径',
      en: 'Wheel diameter',
      least: 770,
      most: 860,
    },
    {
      id: '2',
      table: 'trains',
      key: 'x_group',
      kind: 'choice',
      zh: '车队',
      en: 'Fleet group',
      options: [{ code: 'a', zh: '一队', en: 'Group 1' }],
    },
  ])
  const { fields } = pasteColumns('trains', ['车号', '车型', '轮径', 'Fleet group'], '', company)
  expect(fields).toEqual(['trainNo', 'vehicleType', 'x_wheel', 'x_group'])
  const rows = pastedRows(
    'trains',
    [
      ['9901', 'CRH380A', '812', '一队'],
      ['9902', 'CRH380A', '905', '二队'],
    ],
    fields,
    { ...knowing({}), company },
    newId,
  )
  expect(rows[0]?.state).toBe('new')
  expect(rows[0]?.fields).toMatchObject({ x_wheel: 812, x_group: 'a' })
  expect(rows[1]?.state).toBe('refused')
})
