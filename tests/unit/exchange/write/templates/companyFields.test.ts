/** Fields the company added in its own templates: offered, proposed for their labels, filled. */
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { codeBook } from '../../../../../src/domain/codeBook'
import { companyFieldsOf } from '../../../../../src/domain/companyFields'
import { failureRecord, type TemplateCase } from '../../../../../src/exchange/write/templates/failureFields'
import { fillTemplate } from '../../../../../src/exchange/write/templates/fillTemplate'
import { proposeBinding } from '../../../../../src/exchange/write/templates/proposeBinding'
import { sheetViews } from '../../../../../src/exchange/write/templates/sheetView'
import { kindOfTemplate, TEMPLATE_KINDS } from '../../../../../src/exchange/write/templates/templateKinds'
import { openTemplate } from '../../../../../src/exchange/write/templates/templatePackage'
import { aWorkbook } from '../../aWorkbook'

const company =
  companyFieldsOf([
    { id: '1', table: 'failures', key: 'x_wheel', kind: 'number', zh: '轮径', en: 'Wheel diameter', unit: 'mm' },
    {
      id: '2',
      table: 'failures',
      key: 'x_weather',
      kind: 'choice',
      zh: '天气',
      en: 'Weather',
      options: [{ code: 'rain', zh: '下雨', en: 'Rain' }],
    },
    { id: '3', table: 'failures', key: 'x_wet', kind: 'yesNo', zh: '现场有水', en: 'Wet on site' },
  ]).failures ?? {}
const KEYS = ['x_wheel', 'x_weather', 'x_wet']
const OF: TemplateCase = {
  failure: { no: 'GZ-1', x_wheel: 812.5, x_weather: 'rain', x_wet: false },
  handlings: [],
  replacements: [],
  analyses: [],
  actions: [],
  verifications: [],
  names: {},
  nodeNames: {},
}
const FORM = aWorkbook({
  报告: [
    ['故障编号', '', '轮径', ''],
    ['天气', '', '现场有水', ''],
  ],
})

test.each(TEMPLATE_KINDS.filter((kind) => kind !== 'summary'))('a template of the kind %s offers them', (kind) => {
  const { cells, lists } = kindOfTemplate(kind, company)
  const offered = kind === 'ledger' ? lists.flatMap(({ fields }) => fields) : cells
  expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining(KEYS))
})

test('a printed label is proposed for its field, and the cell is filled with what people read', () => {
  const [view] = sheetViews(openTemplate(FORM))
  if (view === undefined) throw new Error('no sheet')
  const { cells } = proposeBinding(view, 'failure-report', company)
  expect(Object.fromEntries(cells.map(({ cell, field }) => [cell, field]))).toMatchObject({
    D1: 'x_wheel',
    B2: 'x_weather',
    D2: 'x_wet',
  })
  const filled = fillTemplate(
    FORM,
    { sheet: '报告', cells: cells.map(({ cell, field }) => ({ cell, field })), lines: [] },
    { cells: failureRecord(OF, { book: codeBook([]), language: 'zh', company }), lists: {} },
  )
  const sheet = XLSX.read(filled).Sheets['报告']
  expect([sheet?.['D1']?.v, sheet?.['B2']?.v, sheet?.['D2']?.v]).toEqual([812.5, '下雨', '否'])
})
