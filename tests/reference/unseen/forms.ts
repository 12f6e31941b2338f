/** Failure, analysis and action forms in layouts nobody has shown the program: labels beside, above or in the cell, boxes, parts lists, both languages. */
import type { SeededRandom } from '../../../fixtures/demo/seededRandom'
import { PaperGrid } from '../../support/paperGrid'
import { trueForms, type Fields } from './truthRecords'
import type { WrittenSheet } from './unseenFile'
import { mannerOf, unitOf, writtenCell, wordsOf, type Manner, type Written } from './writtenCell'
import { shuffled } from './tables'

type Words = Readonly<Record<string, readonly [zh: readonly string[], en: readonly string[]]>>

const SHARED: Words = {
  node: [
    ['产品名称', '故障件名称', '部件名称', '零部件名称', '故障部件'],
    ['Component', 'Part name', 'Failed component', 'Equipment'],
  ],
  partNo: [
    ['产品图号', '图号', '物料号', '部件图号'],
    ['Part No.', 'Drawing No.', 'P/N'],
  ],
  serialNo: [
    ['出厂编号', '序列号', '产品序列号', '故障件编号'],
    ['Serial No.', 'S/N', 'Serial number'],
  ],
  vehicleType: [
    ['车型', '列车型号', '动车组车型', '车辆型号'],
    ['Train type', 'Vehicle type'],
  ],
  trainNo: [
    ['列车号', '车组号', '车组编号', '动车组编号'],
    ['Train No.', 'Trainset No.', 'Train set'],
  ],
  occurredAt: [
    ['故障日期', '发生日期', '故障发生时间', '发生时间'],
    ['Date of failure', 'Failure date', 'Date of occurrence'],
  ],
  responsible: [
    ['责任单位', '责任方', '责任归属', '责任判定'],
    ['Responsible party', 'Responsibility', 'Responsible'],
  ],
}
const KINDS: Readonly<
  Record<
    string,
    {
      readonly record: string
      readonly titles: readonly [readonly string[], readonly string[]]
      readonly long: readonly string[]
      readonly words: Words
    }
  >
> = {
  'failure-form': {
    record: 'failure',
    long: ['symptom', 'cause', 'measure'],
    titles: [
      [
        '产品故障信息反馈单',
        '质量问题反馈表',
        '车辆制动系统故障报告单',
        '售后质量信息快报',
        '故障处理记录表',
        '现场故障登记卡',
      ],
      [
        'Failure Report',
        'Incident Notification Form',
        'Brake equipment fault report',
        'Field Service Report',
        'Defect report',
      ],
    ],
    words: {
      ...SHARED,
      failureNo: [
        ['编号', '故障编号', '报告编号', '单据编号', '反馈单号', '信息编号'],
        ['Report No.', 'Failure No.', 'No.', 'Ref. No.'],
      ],
      operator: [
        ['用户单位', '客户名称', '配属局', '使用单位'],
        ['Customer', 'Operator'],
      ],
      depot: [
        ['配属段', '使用地点', '检修地点', '所属动车所'],
        ['Depot', 'Location'],
      ],
      carNo: [
        ['车厢号', '车厢', '故障车厢'],
        ['Car No.', 'Car', 'Coach No.'],
      ],
      odometerKm: [
        ['走行公里', '累计走行里程', '故障时走行公里'],
        ['Mileage', 'Odometer', 'Mileage at failure'],
      ],
      installedAt: [
        ['装车日期', '装车时间', '安装日期'],
        ['Installation date', 'Date installed'],
      ],
      batchNo: [
        ['生产批次', '批次号'],
        ['Batch No.', 'Batch'],
      ],
      mfgDate: [
        ['出厂日期', '生产日期'],
        ['Date of manufacture', 'Manufacturing date'],
      ],
      phase: [
        ['发现时机', '故障时机', '发现阶段'],
        ['Found during', 'Detection phase'],
      ],
      severity: [
        ['故障等级', '严重度', '严重程度'],
        ['Severity', 'Severity class'],
      ],
      impact: [
        ['运营影响', '对运营的影响', '影响情况'],
        ['Service impact', 'Operational impact'],
      ],
      symptom: [
        ['故障现象', '故障现象描述', '问题描述', '故障概况', '故障情况描述'],
        ['Description of failure', 'Failure description', 'Symptom', 'Problem description'],
      ],
      cause: [
        ['初步原因分析', '原因分析', '原因初判', '可能原因'],
        ['Probable cause', 'Preliminary cause', 'Initial analysis'],
      ],
      measure: [
        ['处理措施', '现场处置情况', '现场处理经过', '处理过程及结果'],
        ['Immediate action', 'Action taken', 'Repair action'],
      ],
    },
  },
  'analysis-form': {
    record: 'analysis',
    long: ['cause'],
    titles: [
      ['失效分析报告', '故障件解剖分析报告', '质量问题原因分析报告', '返厂故障件分析报告单'],
      ['Failure Analysis Report', 'Root Cause Analysis Report'],
    ],
    words: {
      ...SHARED,
      reportNo: [
        ['报告编号', '分析报告编号', '分析编号'],
        ['Report No.', 'Analysis report No.'],
      ],
      failureNo: [
        ['对应故障编号', '关联故障单号', '故障报告编号', '故障编号'],
        ['Related failure No.', 'Failure report No.'],
      ],
      causeCategory: [
        ['原因类别', '原因分类', '根因类别'],
        ['Cause category', 'Root cause category'],
      ],
      cause: [
        ['分析结论', '根本原因', '结论'],
        ['Root cause', 'Conclusion'],
      ],
    },
  },
  'action-form': {
    record: 'action',
    long: ['cause', 'action'],
    titles: [
      ['纠正和预防措施报告', '纠正预防措施单', '质量问题整改报告', '整改措施验证表'],
      ['Corrective Action Report', 'Corrective and Preventive Action Request'],
    ],
    words: {
      node: SHARED['node']!,
      responsible: [
        ['责任部门', '责任单位', '实施单位'],
        ['Department', 'Responsible department'],
      ],
      reportNo: [
        ['措施编号', '报告编号', '整改单号'],
        ['Action No.', 'CAPA No.', 'Report No.'],
      ],
      failureNo: [
        ['对应故障编号', '关联故障编号', '故障编号'],
        ['Related failure No.', 'Failure No.'],
      ],
      cause: [
        ['原因', '根本原因', '问题原因'],
        ['Root cause', 'Cause'],
      ],
      action: [
        ['纠正措施', '整改措施', '措施内容', '纠正和预防措施'],
        ['Corrective action', 'Action', 'Permanent action'],
      ],
      handler: [
        ['责任人', '实施人', '负责人'],
        ['Action owner', 'Responsible person', 'Owner'],
      ],
      actionDoneAt: [
        ['实际完成日期', '完成日期', '实施完成日期'],
        ['Completion date', 'Date completed', 'Actual completion'],
      ],
      closed: [
        ['归零结论', '是否归零', '闭环状态'],
        ['Closure status', 'Closed'],
      ],
    },
  },
}
const OTHERS: readonly (readonly [string, string, Written])[] = [
  ['填报单位', 'Reporting unit', '松岭服务站'],
  ['天气情况', 'Weather', '晴'],
  ['是否在质保期', 'Warranty', '是'],
  ['是否首次发生', 'First occurrence', '否'],
  ['联系电话', 'Phone', '13800000000'],
]
const BOXES: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  phase: ['MAIN', 'DEPOT', 'DAILY', 'PREDEP'],
  impact: ['NONE', 'DELAY', 'OFFLINE', 'RESCUE'],
  causeCategory: ['DES', 'MFG', 'AGE', 'MNT'],
  closed: [true, false],
}

interface Entry {
  readonly label: string
  readonly value: Written
  readonly isLong: boolean
}

/** A value, as boxes where forms have boxes. */
function valueOf(
  fields: Fields,
  field: string,
  manner: Manner,
  random: SeededRandom,
): { cell: Written; truth: unknown } {
  const options = BOXES[field]
  const value = fields[field]
  if (options !== undefined && value !== undefined && options.includes(value) && random.chance(0.5)) {
    const [tick, empty, gap] = [
      random.pick(['☑', '√', '■', '☒']),
      random.pick(['□', '☐']),
      random.pick(['  ', ' ', '　', '\n']),
    ]
    const isAfter = random.chance(0.15)
    return {
      truth: value,
      cell: options
        .map((option) => [option === value ? tick : empty, wordsOf(field, option, manner.english)![0]!])
        .map(([box, word]) => (isAfter ? `${word}${box}` : `${box}${word}`))
        .join(gap),
    }
  }
  const { cell, truth } = writtenCell(
    fields,
    field,
    { ...manner, doubts: 0, date: manner.date === 'twoDigits' ? 'dots' : manner.date },
    random,
  )
  return { cell, truth }
}

const SHAPES = ['pairs', 'threePairs', 'column', 'above', 'inCell', 'mixed'] as const

function draw(
  paper: PaperGrid,
  entries: readonly Entry[],
  shape: (typeof SHAPES)[number],
  top: number,
  left: number,
  random: SeededRandom,
): number {
  let row = top
  const colon = random.pick(['', '', '：', ':'])
  const [short, long] = [entries.filter(({ isLong }) => !isLong), entries.filter(({ isLong }) => isLong)]
  if (shape === 'column') {
    const wide = random.pick([0, 3])
    for (const { label, value } of entries) {
      paper.put(row, left, label + colon)
      paper.put(row, left + 1, value, left + 1 + wide)
      row++
    }
    return row
  }
  const perRow = shape === 'above' ? 4 : shape === 'threePairs' ? 3 : 2
  const width = shape === 'threePairs' ? 2 : 4
  for (let at = 0; at < short.length; at += perRow) {
    for (const [place, { label, value }] of short.slice(at, at + perRow).entries()) {
      if (shape === 'above') {
        paper.put(row, left + place, label)
        paper.put(row + 1, left + place, value)
        continue
      }
      const column = left + place * width
      if ((shape === 'inCell' || (shape === 'mixed' && random.chance(0.35))) && typeof value === 'string')
        paper.put(row, column, `${label}${random.pick(['：', ':', ': '])}${value}`, column + width - 1)
      else {
        paper.put(row, column, label + colon)
        paper.put(row, column + 1, value, column + width - 1)
      }
    }
    row += shape === 'above' ? 2 : 1
  }
  const right = left + perRow * (shape === 'above' ? 1 : width) - 1
  for (const { label, value } of long) {
    if (shape === 'above' || random.chance(0.25)) {
      paper.put(row, left, label + random.pick(['', '：']), right)
      paper.put(row + 1, left, value, right, row + 3)
      row += 4
    } else {
      paper.put(row, left, label, left, row + 2)
      paper.put(row, left + 1, value, right, row + 2)
      row += 3
    }
  }
  return row
}

function partsList(
  paper: PaperGrid,
  parts: readonly Fields[],
  english: boolean,
  top: number,
  left: number,
  random: SeededRandom,
): { readonly end: number; readonly rows: readonly number[] } {
  let row = top
  if (random.chance(0.5))
    paper.put(row++, left, english ? 'Replaced parts' : random.pick(['更换配件明细', '换件记录']), left + 5)
  const columns = shuffled(
    [
      ['node', '名称', 'Part name'],
      ['partNo', '图号', 'Part No.'],
      ['removedSerial', '换下件序列号', 'Removed S/N'],
      ['installedSerial', '换上件序列号', 'Installed S/N'],
      ['quantity', '数量', 'Qty'],
    ] as const,
    random,
  )
  paper.put(row, left, english ? 'No.' : '序号')
  for (const [at, [, zh, en]] of columns.entries()) paper.put(row, left + 1 + at, english ? en : zh)
  const rows: number[] = []
  for (const [line, part] of parts.entries()) {
    row++
    rows.push(row + 1)
    paper.put(row, left, line + 1)
    for (const [at, [field]] of columns.entries())
      paper.put(row, left + 1 + at, part[field] === undefined ? '/' : (part[field] as Written))
  }
  return { end: row + 1, rows }
}

export function form(random: SeededRandom): WrittenSheet {
  const kind = random.pick(['failure-form', 'failure-form', 'failure-form', 'analysis-form', 'action-form'])
  const { record, titles, long, words } = KINDS[kind]!
  const { main, parts } = random.pick(trueForms(kind))
  const english = random.chance(0.3)
  const manner = mannerOf(random, english)
  const shape = random.pick(SHAPES)
  const left = random.pick([0, 0, 1, 2])
  const used = new Set<string>()
  const isBilingual = !english && random.chance(0.15)
  const fields: Record<string, unknown> = {}
  const made = Object.keys(words).flatMap((field): Entry[] => {
    if (main[field] === undefined) return []
    const [zh, en] = words[field]!
    let label = random.pick(english ? en : zh)
    for (let again = 0; used.has(label) && again < 20; again++) label = random.pick(english ? en : zh)
    used.add(label)
    const { cell, truth } = valueOf(main, field, manner, random)
    fields[field] = truth
    const spaced = !english && label.length === 2 && random.chance(0.3) ? `${label[0]}　${label[1]}` : label
    return [
      {
        label: isBilingual
          ? `${spaced}${random.pick(['\n', ' ', '/'])}${random.pick(en)}${field === 'odometerKm' ? unitOf(manner, random) : ''}`
          : field === 'odometerKm'
            ? spaced + unitOf(manner, random)
            : spaced,
        value: cell,
        isLong: long.includes(field),
      },
    ]
  })
  const others = OTHERS.filter(() => random.chance(0.3)).map(([zh, en, value]): Entry => ({
    label: english ? en : zh,
    value,
    isLong: false,
  }))
  const head = made.filter(({ isLong }) => !isLong)
  const entries = [
    ...head.slice(0, 1),
    ...(random.chance(0.5) ? shuffled([...head.slice(1), ...others], random) : [...head.slice(1), ...others]),
    ...made.filter(({ isLong }) => isLong),
  ]
  const paper = new PaperGrid()
  let row = random.pick([0, 0, 1])
  const first = row + 1
  paper.put(row++, left, random.pick(titles[english ? 1 : 0]), left + 5)
  row = draw(paper, entries, shape, row, left, random)
  const records: { row: number; kind: string; fields: Record<string, unknown> }[] = [
    { row: first, kind: record, fields },
  ]
  if (parts.length > 0) {
    const list = partsList(paper, parts, english, row, left, random)
    for (const [at, part] of parts.entries())
      records.push({ row: list.rows[at]!, kind: 'replacement', fields: { ...part } })
    row = list.end
  }
  if (random.chance(0.7))
    for (const [at, text] of (english
      ? ['Prepared by', 'Sun', 'Approved by', 'Zhou']
      : ['填报人', '孙工', '审核', '周工']
    ).entries())
      paper.put(row, left + at, text)
  return {
    name: random.pick(['Sheet1', '报告', main['failureNo'] as string]),
    kind,
    rows: paper.rows,
    merges: paper.merges,
    form: true,
    records,
    issues: [],
  }
}
