/** Failure, analysis and action forms in layouts of our own: label beside, above or in the cell, one or several on a sheet, with parts lists and tick boxes. */
import { expect, test } from 'vitest'
import { seededRandom, type SeededRandom } from '../../../../../fixtures/demo/seededRandom'
import type { ParsedRecord } from '../../../../../src/exchange/cells/parsedRecord'
import { PaperGrid } from '../../../../support/paperGrid'
import { aWorkbook, firstSheet } from '../../aWorkbook'
import { knownRows, type KnownField, type KnownRow } from './knownRows'
import { mannerOf, writeCell, type Manner, type Written } from './writeCell'

const LAYOUTS = 150

type FormField = KnownField | 'reportNo' | 'batchNo'
type Labels = Partial<Record<FormField, readonly string[]>>

const FAILURE: Labels = {
  failureNo: ['编号', '故障编号', '报告编号', '故障单号', 'Failure No.', '编 号'],
  node: ['产品名称', '故障部件', '部件名称', '故障件名称', 'Component'],
  partNo: ['产品图号', '图号', '物料号', 'Part No.'],
  serialNo: ['出厂编号', '产品编号', '序列号', 'Serial No.'],
  batchNo: ['生产批次', '批次'],
  operator: ['用户单位', '用户', '配属局', 'Customer'],
  depot: ['使用地点', '配属段', '动车段', 'Depot'],
  vehicleType: ['车型', '列车型号', '动车组型号', 'Train type'],
  trainNo: ['列车号', '车组号', '列 车 号', '动车组编号', 'Train No.'],
  carNo: ['车厢号', '车厢', 'Car No.'],
  odometerKm: ['走行公里（km）', '故障时走行里程(km)', '累计走行公里', 'Mileage (km)'],
  occurredAt: ['故障发生时间', '发生日期', '故障日期', '故障发生\n日期', 'Date of failure'],
  phase: ['发现时机', '故障时机', '发现阶段'],
  severity: ['故障等级', '严重度', '故障级别'],
  impact: ['运营影响', '影响情况', '对运营的影响'],
  symptom: ['故障现象描述', '故障现象', '故障描述', '故障现象 Symptom'],
  cause: ['初步原因分析', '原因分析', '故障原因'],
  measure: ['现场处置情况', '处理措施', '现场处理情况', '处置情况'],
  responsible: ['责任初判', '责任单位', '责任判定'],
}
const ANALYSIS: Labels = {
  reportNo: ['报告编号', '分析报告编号', '编号'],
  failureNo: ['对应故障编号', '故障报告编号', '故障编号', '关联故障编号'],
  node: ['故障件名称', '产品名称'],
  serialNo: ['出厂编号', '序列号'],
  vehicleType: ['车型'],
  trainNo: ['列车号', '车组号'],
  occurredAt: ['故障日期', '发生日期'],
  causeCategory: ['原因类别', '原因分类'],
  responsible: ['责任单位', '责任方'],
  cause: ['结论', '分析结论', '根本原因'],
}
const ACTION: Labels = {
  reportNo: ['措施编号', '报告编号', '编号'],
  failureNo: ['对应故障编号', '故障编号', '故障报告编号'],
  node: ['产品名称', '故障件名称'],
  responsible: ['责任单位', '责任部门'],
  cause: ['原因', '根本原因', '原因分析'],
  action: ['纠正措施', '整改措施', '措施内容'],
  handler: ['责任人', '负责人', '实施人'],
  actionDoneAt: ['实际完成', '实际完成日期', '完成日期'],
  closed: ['归零结论', '闭环状态', '是否归零'],
}
const KINDS = {
  'failure-form': {
    labels: FAILURE,
    titles: ['产品故障报告表', '故障反馈单', '故 障 报 告 单', '质量问题报告表', '制动系统故障信息单'],
    record: 'failure',
    long: ['symptom', 'cause', 'measure'],
  },
  'analysis-form': {
    labels: ANALYSIS,
    titles: ['故障分析报告表', '故障原因分析报告', '故障件分析报告'],
    record: 'analysis',
    long: ['cause'],
  },
  'action-form': {
    labels: ACTION,
    titles: ['故障纠正措施报告表', '纠正措施报告', '纠正预防措施报告', '整改通知单'],
    record: 'action',
    long: ['cause', 'action'],
  },
} as const
type Kind = keyof typeof KINDS

/** Labels the program keeps nothing of, as every form has some. */
const OTHERS: readonly (readonly [string, Written])[] = [
  ['填报单位', '松岭服务站'],
  ['是否返修', '是'],
  ['是否首次发生', '否'],
  ['天气情况', '晴'],
  ['质保状态', '质保期内'],
]
const TICKS = ['☑', '√', '■', '☒'] as const
const CHOICES: Partial<Record<FormField, readonly (readonly [string, string])[]>> = {
  phase: [
    ['MAIN', '运行'],
    ['DEPOT', '库检'],
    ['DAILY', '日检'],
    ['PREDEP', '出库检查'],
  ],
  severity: [
    ['1', 'Ⅰ'],
    ['2', 'Ⅱ'],
    ['3', 'Ⅲ'],
    ['4', 'Ⅳ'],
  ],
  impact: [
    ['NONE', '无'],
    ['DELAY', '晚点'],
    ['OFFLINE', '下线'],
    ['RESCUE', '救援'],
  ],
  causeCategory: [
    ['DES', '设计'],
    ['MFG', '制造'],
    ['AGE', '老化'],
    ['MNT', '维护'],
  ],
  closed: [
    ['true', '归零'],
    ['false', '未归零'],
  ],
}

type Known = KnownRow & { readonly reportNo: string; readonly batchNo: string }
interface Entry {
  readonly label: string
  readonly field: FormField | null
  readonly value: Written
}

function valueText(known: Known, field: FormField, manner: Manner, random: SeededRandom): Written {
  const options = CHOICES[field]
  if (options !== undefined && random.chance(0.6)) {
    const tick = random.pick(TICKS)
    const isAfter = random.chance(0.2)
    return options
      .map(([code, word]) => {
        const box = code === String(known[field]) ? tick : '□'
        return isAfter ? `${word}${box}` : `${box}${word}`
      })
      .join(random.pick([' ', '  ', '　']))
  }
  return field === 'reportNo' || field === 'batchNo' ? known[field] : writeCell(known, field, manner, random)
}

interface Form {
  readonly entries: readonly Entry[]
  readonly long: readonly Entry[]
  readonly fields: readonly FormField[]
}

function aForm(kind: Kind, known: Known, manner: Manner, random: SeededRandom): Form {
  const { labels, long } = KINDS[kind]
  const used = new Set<string>()
  const isLong = (field: FormField): boolean => (long as readonly string[]).includes(field)
  const fields = (Object.keys(labels) as FormField[]).filter(
    (field) =>
      ['failureNo', 'reportNo', 'trainNo', 'node', 'occurredAt', 'symptom', 'cause', 'action'].includes(field) ||
      random.chance(0.85),
  )
  const entries = fields.map((field): Entry => {
    let label = random.pick(labels[field]!)
    while (used.has(label)) label = random.pick(labels[field]!)
    used.add(label)
    return { label, field, value: valueText(known, field, manner, random) }
  })
  const short = [
    ...entries.filter(({ field }) => !isLong(field!)),
    ...OTHERS.filter(() => random.chance(0.4)).map(([label, value]): Entry => ({ label, field: null, value })),
  ]
  return { entries: short, long: entries.filter(({ field }) => isLong(field!)), fields }
}

type Shape = 'pairs' | 'twoColumns' | 'above' | 'inCell' | 'mixed'

function draw(paper: PaperGrid, form: Form, shape: Shape, top: number, left: number, random: SeededRandom): number {
  let row = top
  if (shape === 'twoColumns') {
    for (const { label, value } of [...form.entries, ...form.long]) {
      paper.put(row, left, label)
      paper.put(row, left + 1, value)
      row++
    }
    return row
  }
  const perRow = shape === 'above' ? 4 : 2
  for (let at = 0; at < form.entries.length; at += perRow) {
    const group = form.entries.slice(at, at + perRow)
    for (const [place, { label, value }] of group.entries()) {
      if (shape === 'above') {
        paper.put(row, left + place, label)
        paper.put(row + 1, left + place, value)
      } else {
        const column = left + place * 4
        const isText = typeof value === 'string' || (typeof value === 'number' && Number.isInteger(value))
        if ((shape === 'inCell' || (shape === 'mixed' && random.chance(0.3))) && isText)
          paper.put(row, column, `${label}${random.pick(['：', ':', '： '])}${String(value)}`, column + 3)
        else {
          paper.put(row, column, random.chance(0.3) ? `${label}：` : label)
          paper.put(row, column + 1, value, column + 3)
        }
      }
    }
    row += shape === 'above' ? 2 : 1
  }
  for (const { label, value } of form.long) {
    const isBelow = shape === 'above' || random.chance(0.2)
    if (isBelow) {
      paper.put(row, left, label, left + 7)
      paper.put(row + 1, left, value, left + 7, row + 3)
    } else {
      paper.put(row, left, label, left, row + 2)
      paper.put(row, left + 1, value, left + 7, row + 2)
    }
    row += isBelow ? 4 : 3
  }
  return row
}

function partsList(paper: PaperGrid, known: Known, top: number, left: number, random: SeededRandom): number {
  let row = top
  if (random.chance(0.6)) paper.put(row++, left, '产品配置更换记录', left + 7)
  const headers = [
    ['序号', (at: number): Written => at + 1],
    ['名称', (at: number): Written => (at === 0 ? known.node : '密封圈')],
    ['图号', (at: number): Written => (at === 0 ? known.partNo : 'MF-020')],
    ['换下件编号', (at: number): Written => (at === 0 ? known.removedSerial : '/')],
    ['换上件编号', (at: number): Written => (at === 0 ? known.installedSerial : '/')],
    ['数量', (): Written => known.quantity],
  ] as const
  for (const [at, [header]] of headers.entries()) paper.put(row, left + at, header)
  row++
  const lines = random.between(1, 3)
  for (let line = 0; line < lines; line++, row++)
    for (const [at, [, value]] of headers.entries()) paper.put(row, left + at, value(line))
  for (let blank = random.between(0, 2); blank > 0; blank--) paper.put(row++, left, lines + 1)
  return row
}

function signatures(paper: PaperGrid, top: number, left: number): number {
  for (const [at, text] of ['填报人', '孙工', '填报日期', '2016.12.30', '审核', '周工', '日期'].entries())
    paper.put(top, left + at, text)
  return top + 1
}

const expected = (known: Known, field: FormField): unknown =>
  field === 'closed' ? known.closed === true : known[field]

const differences = (record: ParsedRecord | undefined, known: Known, form: Form): string[] =>
  record === undefined
    ? ['no record']
    : form.fields.flatMap((field) =>
        record.fields[field] === expected(known, field)
          ? []
          : [
              `${field}: ${String(expected(known, field))} read as ${String(record.fields[field])}, written ${JSON.stringify([...form.entries, ...form.long].find((entry) => entry.field === field))}`,
            ],
      )

test.each(Array.from({ length: LAYOUTS }, (_, at) => at + 1))('layout %i of a form gives back its record', (seed) => {
  const random = seededRandom(seed)
  const kind = random.pick(['failure-form', 'failure-form', 'analysis-form', 'action-form'] as const)
  const shape = random.pick(['pairs', 'twoColumns', 'above', 'inCell', 'mixed'] as const)
  const hasList = kind === 'failure-form' && shape !== 'twoColumns' && random.chance(0.6)
  const count = random.pick([1, 1, 1, 2, 3])
  const left = random.pick([0, 0, 1, 3])
  const manner: Manner = { ...mannerOf(random, false), distance: random.pick(['km', 'commas', 'withUnit', 'wanUnit']) }
  const paper = new PaperGrid()
  let row = random.pick([0, 0, 2])
  const known = knownRows(random, count).map((one, at): Known => ({
    ...one,
    closed: random.chance(0.5),
    reportNo: `FX-2016-${String(at + 30)}`,
    batchNo: '1403',
  }))
  const forms = known.map((one) => {
    paper.put(row++, left, random.pick(KINDS[kind].titles), left + 7)
    const form = aForm(kind, one, manner, random)
    row = draw(paper, form, shape, row, left, random)
    if (hasList) row = partsList(paper, one, row, left, random)
    if (random.chance(0.7)) row = signatures(paper, row, left)
    if (random.chance(0.5)) paper.put(row++, left, '注：本表一式三份。', left + 7)
    row += random.between(0, 2)
    return form
  })
  const sheet = firstSheet(aWorkbook({ 表: paper.rows }, paper.merges))
  expect([shape, sheet.kind]).toEqual([shape, kind])
  const records = sheet.records.filter((record) => record.kind === KINDS[kind].record)
  expect(records).toHaveLength(count)
  expect(known.flatMap((one, at) => differences(records[at], one, forms[at]!)).slice(0, 4)).toEqual([])
  if (hasList) {
    const mains = sheet.records.filter(
      (record) => record.kind === 'replacement' && record.fields.removedSerial !== undefined,
    )
    expect(
      mains.map(({ fields }) => [fields.node, fields.removedSerial, fields.installedSerial, fields.quantity]),
    ).toEqual(known.map((one) => [one.node, one.removedSerial, one.installedSerial, one.quantity]))
  } else expect(sheet.records).toHaveLength(count)
})
