/** Reports and forms, timed wherever this runs: in Node or in a worker of the browser. */
import { codeBook } from '../../src/domain/codeBook'
import { dayNumber } from '../../src/domain/moment'
import type { ReportAbout } from '../../src/exchange/write/reports/reportContext'
import { writeReport } from '../../src/exchange/write/reports/writeReport'
import { BUILT_IN_TEMPLATES } from '../../src/exchange/write/templates/builtInTemplates'
import { failureRecord, replacementRecords, type TemplateCase } from '../../src/exchange/write/templates/failureFields'
import { fillTemplate } from '../../src/exchange/write/templates/fillTemplate'
import { fieldDataOfPlan } from '../../src/headless/fieldDataOfPlan'
import { NO_RECORDS } from '../../src/metrics/reports/reportRecords'
import { answerReport } from '../../src/workers/reportAnswer'
import { bigFleet } from './bigFleet'
import { median } from './interleaved'

const REPORTED = 10_000

/** A figure with its limit, both in milliseconds. */
export interface Figure {
  readonly what: string
  readonly ms: number
  readonly most: number
}

async function timed(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now()
    await work()
    if (run > 0) times.push(performance.now() - start)
  }
  return median(times)
}

const ABOUT: ReportAbout = {
  language: 'zh',
  nodeName: '全部产品',
  path: '全部产品',
  populationName: '全部故障',
  trainsInWords: '全部',
  conclusion: '',
  generatedAt: '2024-01-05T08:30',
  build: 'bench',
}

async function reportTime(runs: number): Promise<Figure> {
  const world = bigFleet(4)
  const plan = world.failures(REPORTED)
  // All of them in one month, so that each is counted, listed and drawn.
  const failures = (plan.records.failures ?? []).map((failure, at) => ({
    ...failure,
    occurredAt: `2023-11-${String(1 + (at % 30)).padStart(2, '0')}`,
  }))
  const data = fieldDataOfPlan({ ...plan, records: { ...world.fleet.records, ...plan.records, failures } })
  const removedParts = plan.records.replacements ?? []
  const question = {
    kind: 'monthly',
    scope: {
      from: dayNumber('2023-11-01'),
      to: dayNumber('2023-12-01'),
      population: 'all',
      vehicleTypes: [],
      depotIds: [],
      partBasis: 'analysed',
    },
    today: dayNumber('2024-01-05'),
  } as const
  const ms = await timed(runs, async () =>
    writeReport(
      await answerReport(data, question, (_, word) => word, 'zh', true, {
        records: async () => ({ ...NO_RECORDS, removedParts }),
        onTime: async () => null,
        logHead: async () => ({ deviceCode: 'BENCH1', entries: 0, hash: '' }),
      }),
      ABOUT,
    ),
  )
  return {
    what: `monthly report over ${REPORTED} failures: figures, fingerprint, workbook with charts`,
    ms,
    most: 3000,
  }
}

async function formTime(form: Uint8Array, runs: number): Promise<Figure> {
  const of: TemplateCase = {
    failure: {
      no: 'GZ-2016-0153',
      occurredAt: '2016-03-05T14:30',
      trainText: '0112',
      carNo: '3',
      description: '司机反映制动缓解后列车仍有拖滞，回库检查发现中继阀排风口持续漏风。',
      reportedSerial: '0016050007',
      severity: '3',
      serviceImpact: 'DELAY',
      delayMin: 12,
      odometerKm: 123_456,
      state: 'CLOSED',
    },
    handlings: [{ measure: '更换中继阀后试验正常', result: 'OK', handler: '李工' }],
    analyses: [],
    actions: [],
    verifications: [],
    nodeNames: {},
    names: { nodeName: '中继阀', trainNo: '0112' },
    replacements: [1, 2, 3, 4, 5].map((at) => ({
      partText: `膜板 ${at}`,
      removedSerial: `000${at}`,
      installedSerial: `10${at}`,
      qty: at,
    })),
  }
  const words = { book: codeBook([]), language: 'zh' } as const
  const ms = await timed(runs, () =>
    fillTemplate(form, BUILT_IN_TEMPLATES['failure-report'], {
      cells: failureRecord(of, words),
      lists: { replacements: replacementRecords(of, words) },
    }),
  )
  return { what: 'fill a failure report form', ms, most: 100 }
}

/** The first run of each warms up and is not counted. */
export const exchangeFigures = async (form: Uint8Array, runs: number): Promise<readonly Figure[]> => [
  await reportTime(runs),
  await formTime(form, runs),
]
