/** Workbooks as depots and suppliers keep them, written by hand: another ledger, another journal, months down, issue lists, fleets, structures, 8D. */
import { expect, test } from 'vitest'
import { aWorkbook, codesOf, fieldsOf, firstSheet } from '../aWorkbook'

test('an issue list of a supplier with two header rows, states as words and a total', () => {
  const sheet = firstSheet(
    aWorkbook(
      {
        问题清单: [
          ['2017年制动系统售后质量问题跟踪清单'],
          ['更新日期：2017.12.30', null, null, '编制：质量部'],
          [
            '项次',
            '问题编号',
            '问题来源',
            null,
            null,
            '问题描述',
            '发生时间',
            '涉及零件',
            null,
            '责任分析',
            null,
            '对策',
            null,
            '进度',
          ],
          [
            null,
            null,
            '客户',
            '车型',
            '列车号',
            null,
            null,
            '品名',
            '料号',
            '根本原因',
            '责任单位',
            '长期对策',
            '完成时间',
            null,
          ],
          [
            1,
            'WT-2017-001',
            '北岭局',
            'CRH380A',
            '2641',
            '单车制动不缓解',
            '2017.3.5',
            '中继阀',
            'BK-1210',
            '膜板老化',
            '川祥阀业',
            '膜板材料改为氟橡胶',
            '2017.6.1',
            '已关闭',
          ],
          [
            2,
            'WT-2017-002',
            '北岭局',
            'CRH380A',
            '2642',
            '防滑阀漏风',
            '2017.4.6',
            '防滑阀',
            'FH-4100',
            '待查',
            '/',
            '/',
            '/',
            '进行中',
          ],
          ['合计', null, 2],
        ],
      },
      ['A3:A4', 'B3:B4', 'C3:E3', 'F3:F4', 'G3:G4', 'H3:I3', 'J3:K3', 'L3:M3', 'N3:N4'],
    ),
  )
  expect(sheet.kind).toBe('failure-ledger')
  expect(fieldsOf(sheet.records)).toEqual([
    {
      failureNo: 'WT-2017-001',
      operator: '北岭局',
      vehicleType: 'CRH380A',
      trainNo: '2641',
      symptom: '单车制动不缓解',
      occurredAt: '2017-03-05',
      node: '中继阀',
      partNo: 'BK-1210',
      cause: '膜板老化',
      responsible: '川祥阀业',
      action: '膜板材料改为氟橡胶',
      actionDoneAt: '2017-06-01',
      closed: true,
    },
    {
      failureNo: 'WT-2017-002',
      operator: '北岭局',
      vehicleType: 'CRH380A',
      trainNo: '2642',
      symptom: '防滑阀漏风',
      occurredAt: '2017-04-06',
      node: '防滑阀',
      partNo: 'FH-4100',
      closed: false,
    },
  ])
  expect(sheet.skipped.filter(({ reason }) => reason === 'total')).toEqual([{ row: 7, reason: 'total' }])
})

test('a journal with the part taken off and the part put on under groups of their own', () => {
  const sheet = firstSheet(
    aWorkbook(
      {
        拆装履历: [
          ['关键部件拆装履历表'],
          ['日期', '列车', '车厢', '部件', '拆下', null, '装上', null, '拆装原因', '作业人员'],
          [null, null, null, null, '序列号', '去向', '序列号', '来源', null, null],
          ['2016-03-05', '2641', '3', '中继阀', 'ZJ1403-0001', '返修', 'ZJ1509-0007', '新品', '漏风', '王工'],
          ['3-06', '2642', '4', '防滑阀', 'FV1303-0002', '返修', 'FV1509-0008', '新品', '不动作', '李工'],
        ],
      },
      ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:H2', 'I2:I3', 'J2:J3'],
    ),
  )
  expect(sheet.kind).toBe('part-replacement-journal')
  expect(
    sheet.records.map(({ fields }) => [
      fields.occurredAt,
      fields.trainNo,
      fields.carNo,
      fields.node,
      fields.removedSerial,
      fields.installedSerial,
      fields.symptom,
      fields.handler,
    ]),
  ).toEqual([
    ['2016-03-05', '2641', '3', '中继阀', 'ZJ1403-0001', 'ZJ1509-0007', '漏风', '王工'],
    ['2016-03-06', '2642', '4', '防滑阀', 'FV1303-0002', 'FV1509-0008', '不动作', '李工'],
  ])
})

test('one sheet per month with the distance run in it and the reading at its end', () => {
  const sheet = firstSheet(
    aWorkbook({
      '12月': [
        ['2016年12月份动车组走行公里统计表（单位：公里）'],
        ['序号', '车型', '车组号', '本月走行公里', '月末累计走行公里', '备注'],
        [1, 'CRH380A', 2641, 41_200, 1_641_200, null],
        [2, 'CRH380A', 2642, '/', 1_590_000, '三级修'],
        ['合计', null, null, 41_200, null, null],
      ],
    }),
  )
  expect(sheet.kind).toBe('mileage-matrix')
  expect(sheet.records.map(({ fields }) => [fields.trainNo, fields.month, fields.km, fields.basis])).toEqual([
    ['2641', '2016-12', 41_200, 'monthly'],
    ['2641', '2016-12', 1_641_200, 'cumulative'],
    ['2642', '2016-12', 1_590_000, 'cumulative'],
  ])
})

test('months down the side, trains across, in thousands of miles', () => {
  const sheet = firstSheet(
    aWorkbook({
      Mileage: [
        ["Train mileage 2016 ('000 miles), monthly"],
        ['Month', 'Train 101', 'Train 102'],
        ['Jan', 1.5, 2],
        ['Feb', 1.6, null],
        ['Mar', 1.7, 2.2],
      ],
    }),
  )
  expect(sheet.kind).toBe('mileage-matrix')
  expect(sheet.records.map(({ fields }) => [fields.trainNo, fields.month, fields.km])).toEqual([
    ['101', '2016-01', 2414],
    ['101', '2016-02', 2575],
    ['101', '2016-03', 2736],
    ['102', '2016-01', 3219],
    ['102', '2016-03', 3541],
  ])
  expect(codesOf(sheet.records[0]!)).toEqual(['miles-converted'])
})

test('a structure by level number with dots for depth', () => {
  const sheet = firstSheet(
    aWorkbook({
      BOM: [
        ['制动系统物料清单'],
        ['BOM层级', '物料编码', '物料描述', '单车用量', '单位', '关重等级'],
        ['.1', 'A-100', '制动系统', 1, '套', 'A'],
        ['..2', 'A-110', '阀板', 2, '件', 'B'],
        ['...3', 'A-111', '膜板', 4, '件', 'C'],
        ['..2', 'A-120', '传感器', 2, '件', 'B'],
      ],
    }),
  )
  expect(sheet.kind).toBe('bom')
  expect(
    sheet.records.map(({ fields }) => [
      fields.node,
      fields.partNo,
      fields.level,
      fields.parentPartNo,
      fields.quantity,
      fields.criticality,
    ]),
  ).toEqual([
    ['制动系统', 'A-100', 1, undefined, 1, 'A'],
    ['阀板', 'A-110', 2, 'A-100', 2, 'B'],
    ['膜板', 'A-111', 3, 'A-110', 4, 'C'],
    ['传感器', 'A-120', 2, 'A-100', 2, 'B'],
  ])
})

test('a structure by code with names in English, whose counts per train become counts per assembly', () => {
  const sheet = firstSheet(
    aWorkbook({
      Breakdown: [
        ['LCN', 'Item name', 'Part number', 'Qty per train', 'Design MTBF (h)'],
        ['01', 'Brake control', 'BC-1', 1, null],
        ['01.01', 'Relay valve', 'BC-11', 8, '40,000'],
        ['01.01.01', 'Diaphragm', 'BC-111', 8, 20_000],
        ['02', 'Air supply', 'AS-1', 1, null],
      ],
    }),
  )
  expect(sheet.kind).toBe('bom')
  expect(
    sheet.records.map(({ fields }) => [
      fields.node,
      fields.level,
      fields.parentPartNo,
      fields.quantity,
      fields.designMtbfH,
    ]),
  ).toEqual([
    ['Brake control', 1, undefined, 1, undefined],
    ['Relay valve', 2, 'BC-1', 8, 40_000],
    ['Diaphragm', 3, 'BC-11', 1, 20_000],
    ['Air supply', 1, undefined, 1, undefined],
  ])
})

test('a fleet list with a unit column, a first train and merged depots', () => {
  const sheet = firstSheet(
    aWorkbook(
      {
        配属: [
          ['动车组配属表'],
          ['配属局', '配属段', '车型', '车组编号', '编组（辆）', '首次载客日期', '质保截止'],
          ['北岭局', '松岭动车段', 'CRH380A', '2641', 8, '2013年5月', '2016年5月'],
          [null, null, 'CRH380A', '2642', '8辆', '2013.6.10', '2016.6.10'],
          [null, '石桥动车所', 'CRH5G', 5141, 8, '2014/1/2', '/'],
        ],
      },
      ['A3:A5', 'B3:B4'],
    ),
  )
  expect(sheet.kind).toBe('fleet')
  expect(
    sheet.records.map(({ fields }) => [
      fields.operator,
      fields.depot,
      fields.vehicleType,
      fields.trainNo,
      fields.cars,
      fields.inServiceAt,
    ]),
  ).toEqual([
    ['北岭局', '松岭动车段', 'CRH380A', '2641', 8, '2013-05'],
    ['北岭局', '松岭动车段', 'CRH380A', '2642', 8, '2013-06-10'],
    ['北岭局', '石桥动车所', 'CRH5G', '5141', 8, '2014-01-02'],
  ])
})

test('an 8D report keeps what an action form keeps', () => {
  const sheet = firstSheet(
    aWorkbook({
      '8D': [
        ['8D Report'],
        ['8D No.', '8D-2016-012', 'Failure No.', 'GZ-2016-0027'],
        ['Product', '防滑阀', 'Customer', '北岭局'],
        ['D4 Root cause', '排风膜板材质不良开裂'],
        ['D5 Permanent corrective action', '供方1407批次全数召回更换'],
        ['Responsible person', '赵工', 'Completion date', '2016-06-01'],
        ['Status', 'Closed'],
      ],
    }),
  )
  expect(sheet.kind).toBe('action-form')
  expect(
    sheet.records.map(({ fields }) => [
      fields.reportNo,
      fields.failureNo,
      fields.node,
      fields.cause,
      fields.action,
      fields.handler,
      fields.actionDoneAt,
      fields.closed,
    ]),
  ).toEqual([
    [
      '8D-2016-012',
      'GZ-2016-0027',
      '防滑阀',
      '排风膜板材质不良开裂',
      '供方1407批次全数召回更换',
      '赵工',
      '2016-06-01',
      true,
    ],
  ])
})

test('a failure card in English with boxes and values under their labels', () => {
  const sheet = firstSheet(
    aWorkbook(
      {
        Card: [
          ['EQUIPMENT FAILURE CARD'],
          ['Card No.', 'Date of failure', 'Train No.', 'Car No.'],
          ['FC-2016-0007', '5 Mar 2016', '2641', 3],
          ['Failed component', 'Serial No.', 'Mileage (mi)', 'Severity'],
          ['Relay valve', 'ZJ1403-0001', 100_000, '☐ I ☐ II ☑ III ☐ IV'],
          ['Description of failure'],
          ['Brake of one car does not release'],
          ['Action taken'],
          ['Relay valve replaced'],
        ],
      },
      ['A6:D6', 'A7:D7', 'A8:D8', 'A9:D9'],
    ),
  )
  expect(sheet.kind).toBe('failure-form')
  expect(fieldsOf(sheet.records)).toEqual([
    {
      failureNo: 'FC-2016-0007',
      occurredAt: '2016-03-05',
      trainNo: '2641',
      carNo: '3',
      node: 'Relay valve',
      serialNo: 'ZJ1403-0001',
      odometerKm: 160_934,
      severity: 3,
      symptom: 'Brake of one car does not release',
      measure: 'Relay valve replaced',
    },
  ])
})

test('a depot log that writes train, car and part in one breath still says when and what', () => {
  const sheet = firstSheet(
    aWorkbook({
      日志: [
        ['制动专业故障日志'],
        ['时间', '车号', '车厢', '故障描述', '处理情况', '处理人', '是否影响运营', '备注'],
        ['2016-03-05 07:40', '2641', '3', '中继阀漏风', '更换中继阀', '王工', '否', null],
        ['2016-03-05 22:10', '2642', '5', '防滑阀故障', '复位后正常', '李工', '晚点12分', '跟踪'],
      ],
    }),
  )
  expect(sheet.kind).toBe('failure-ledger')
  expect(
    sheet.records.map(({ fields }) => [
      fields.occurredAt,
      fields.trainNo,
      fields.carNo,
      fields.symptom,
      fields.measure,
      fields.handler,
      fields.impact,
      fields.delayMin,
    ]),
  ).toEqual([
    ['2016-03-05T07:40', '2641', '3', '中继阀漏风', '更换中继阀', '王工', 'NONE', undefined],
    ['2016-03-05T22:10', '2642', '5', '防滑阀故障', '复位后正常', '李工', 'DELAY', 12],
  ])
})
