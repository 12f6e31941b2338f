import { read, utils } from 'xlsx'
import { describe, expect, test } from 'vitest'
import { codeBook } from '../../../../../src/domain/codeBook'
import { eightDReport } from '../../../../../src/exchange/write/papers/eightDReport'
import { failureForm } from '../../../../../src/exchange/write/papers/failureForms'
import type { Paper } from '../../../../../src/exchange/write/papers/paper'
import { paperWords } from '../../../../../src/exchange/write/papers/paperWords'
import { reviewMinutes } from '../../../../../src/exchange/write/papers/reviewMinutes'
import { reaches, trainDossier } from '../../../../../src/exchange/write/papers/trainDossier'
import { writePaper } from '../../../../../src/exchange/write/papers/writePaper'
import type { LifeEvent } from '../../../../../src/domain/installations'
import { messagesOf } from '../../../../support/messagesOf'
import { aCaseFile, stored } from '../../../../support/aCaseFile'

const words = paperWords('zh', messagesOf('zh'), { t1: 'CRH-1104', n1: '中继阀' }, codeBook([]), {})
const factsOf = (paper: Paper): Readonly<Record<string, string>> =>
  Object.fromEntries(paper.sections.flatMap(({ facts = [] }) => facts))
const sheetsOf = (paper: Paper): Readonly<Record<string, readonly (readonly string[])[]>> => {
  const book = read(writePaper(paper, { language: 'zh', generatedAt: '2026-06-30T10:00', build: 'test' }), {
    type: 'array',
  })
  return Object.fromEntries(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, raw: false }),
    ]),
  )
}
const withProblem = (file = aCaseFile()) => ({
  ...file,
  problem: file.problem ?? stored<'problems'>({}),
  failures: [file.failure],
})

describe('the forms of a failure', () => {
  test('say codes and names in words, and leave a blank where nothing is on record', () => {
    const facts = factsOf(failureForm('report', aCaseFile({ faultCode: undefined as never }), words))
    expect(facts).toMatchObject({
      列车号: 'CRH-1104',
      故障部位: '中继阀',
      故障现象代码: '内漏/窜风',
      处理措施: '更换中继阀',
      车载故障代码: '',
    })
  })

  test('the analysis form carries the why-tree with its evidence; the action form what was proven', () => {
    expect(failureForm('analysis', aCaseFile(), words).sections.flatMap(({ lines = [] }) => lines)).toContain(
      '1. 膜片老化（证实；证据：解剖报告 12）',
    )
    expect(factsOf(failureForm('action', aCaseFile(), words))).toMatchObject({ 措施内容: '换新配方膜片', 结论: '有效' })
  })

  test('what an earlier cycle proved is not on the form of the present one', () => {
    expect(
      failureForm('action', aCaseFile({ cycle: 2 }), words).sections.some(
        ({ none, facts }) => none !== undefined && facts === undefined,
      ),
    ).toBe(true)
  })
})

test('the 8D report has the nine disciplines in order with their signatures, on paper and in the workbook alike', () => {
  const paper = eightDReport(withProblem(), words)
  const headings = paper.sections.map(({ heading }) => heading).filter((heading) => heading !== '')
  expect(headings.map((heading) => heading.slice(0, 2))).toEqual(['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'])
  expect(headings[4]).toContain('组长 · 2026-02-01')
  const sheets = sheetsOf(paper)
  const [first = []] = Object.values(sheets)
  expect(first.flat()).toEqual(expect.arrayContaining(headings))
  expect(Object.values(sheets).flat(2)).toEqual(
    expect.arrayContaining(['膜片硫化不足', '换新配方膜片', 'GZ-1', '分配阀']),
  )
})

test('a text that begins like a formula stays text in the workbook', () => {
  const sheets = sheetsOf(
    reviewMinutes(
      '2026-06-30',
      '钱工',
      [{ no: 'GZ-1', about: '=1+1', state: '', decisions: [], minutes: ['+cmd|calc'] }],
      words,
    ),
  )
  expect(sheets['评审纪要 2']?.at(-1)?.filter((text) => text !== undefined)).toEqual(['GZ-1', '=1+1', '+cmd|calc'])
})

describe('the dossier of a train', () => {
  const train = stored<'trains'>({ trainNo: '1104', vehicleType: 'CRH380A' })
  const event = (fields: Partial<LifeEvent>): LifeEvent => ({
    id: String(fields.at),
    kind: 'install',
    at: '',
    place: { trainId: train.id, carNo: '', position: '1车1位' },
    odometerKm: null,
    reason: '',
    disposition: '',
    replacementId: '',
    failureId: '',
    isImported: false,
    operator: '',
    finding: '',
    note: '',
    ...fields,
  })
  const table = (paper: Paper, heading: RegExp) =>
    paper.sections.find((section) => heading.test(section.heading))?.table?.rows ?? []

  test('tells what is installed now from what was before', () => {
    const paper = trainDossier(
      {
        train,
        readings: [],
        failures: [],
        replacements: [],
        actions: [],
        documents: [],
        items: [
          {
            serial: 'ZJF-1',
            nodeId: 'n1',
            events: [
              event({ at: '2024-01-01', odometerKm: 1000 }),
              event({ kind: 'remove', at: '2025-01-01', odometerKm: 251_000, reason: 'FAULT', disposition: 'REPAIR' }),
            ],
          },
          { serial: 'ZJF-2', nodeId: 'n1', events: [event({ at: '2025-01-01', odometerKm: 251_000 })] },
          {
            serial: 'ZJF-3',
            nodeId: 'n1',
            events: [
              event({ at: '2023-01-01' }),
              event({ kind: 'remove', at: '2023-06-01', disposition: 'NFF' }),
              event({ at: '2023-07-01', place: { trainId: 'other', carNo: '', position: '' } }),
            ],
          },
        ],
      },
      words,
      '2026-06-30T10:00',
    )
    expect(table(paper, /现装/u)).toEqual([['中继阀', 'ZJF-2', '1车1位', '2025-01-01', '251,000']])
    expect(table(paper, /历史/u).map(([, serial, from, to, km]) => [serial, from, to, km])).toEqual([
      ['ZJF-1', '2024-01-01', '2025-01-01', '250,000'],
      ['ZJF-3', '2023-01-01', '2023-06-01', '—'],
    ])
  })

  test('follows each removed part to its repair and back, step by step', () => {
    const custody = [
      { kind: 'sentToRepair', at: '2026-01-12T08:00', from: '库房', to: '返修车间', by: '库管', doc: 'DN-7', note: '' },
      { kind: 'backInStock', at: '2026-02-01T10:00', from: '返修车间', to: '', by: '库管', doc: '', note: '' },
    ]
    const line = stored<'replacements'>({
      bomNodeId: 'n1',
      removedSerial: 'ZJF-1',
      tagNo: 'T-1',
      removedDisposition: 'REPAIR',
      custody,
    })
    const paper = trainDossier(
      {
        train,
        readings: [],
        items: [],
        failures: [],
        replacements: [line, stored<'replacements'>({ removedSerial: 'ZJF-9' })],
        actions: [],
        documents: [],
      },
      words,
      '2026-06-30T10:00',
    )
    expect(table(paper, /流转/u)).toEqual([
      ['中继阀', 'ZJF-1', 'T-1', '返修(厂内)', '送修', '2026-01-12 08:00', '库房', '返修车间', 'DN-7', '库管'],
      ['中继阀', 'ZJF-1', 'T-1', '返修(厂内)', '返回入库', '2026-02-01 10:00', '返修车间', '', '', '库管'],
    ])
  })

  test('adds up distances by year and shows the last odometer; an action for other trains does not concern it', () => {
    const readings = [
      ['distance', '2025-01-31', 10_000],
      ['distance', '2025-02-28', 9000],
      ['cumulative', '2025-03-31', 400_000],
      ['cumulative', '2026-01-31', 420_000],
    ].map(([basis, at, value]) => stored<'usageReadings'>({ basis, at, value, metric: 'km' }))
    const paper = trainDossier(
      { train, readings, items: [], failures: [], replacements: [], actions: [], documents: [] },
      words,
      '2026-06-30T10:00',
    )
    expect(table(paper, /走行/u)).toEqual([
      ['2025', '19,000', '400,000', '3'],
      ['2026', '—', '420,000', '1'],
    ])
    expect([
      reaches(stored({ effKind: 'trains', effValue: '1101, 1104' }), train),
      reaches(stored({ effKind: 'trains', effValue: '11041' }), train),
      reaches(stored({ effKind: 'dateFrom' }), train),
    ]).toEqual([true, false, true])
  })
})
