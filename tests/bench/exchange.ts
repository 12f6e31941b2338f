/** How fast workbooks come in and go out, in Node: a line per figure, each baseline measured in the same run. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeBook } from '../../src/domain/codeBook'
import { dayNumber } from '../../src/domain/moment'
import type { ReportAbout } from '../../src/exchange/reports/reportContext'
import { writeReport } from '../../src/exchange/reports/writeReport'
import { BUILT_IN_TEMPLATES } from '../../src/exchange/templates/builtInTemplates'
import { failureRecord, replacementRecords, type TemplateCase } from '../../src/exchange/templates/failureFields'
import { fillTemplate } from '../../src/exchange/templates/fillTemplate'
import { columnsOfPlan } from '../../src/headless/columnsOfPlan'
import { liveRows } from '../../src/metrics/failureColumns'
import { answerReport } from '../../src/workers/reportAnswer'
import { bigFleet } from './bigFleet'
import { ROWS } from './denseLedger'
import { median } from './interleaved'

const RUNS = Number(process.env['BENCH_RUNS'] ?? 3)
const REPORTED = 10_000

interface Measured {
  readonly ms: number
  readonly mb: number
}

const say = (what: string, ours: string, baseline: string, target: string, isMet: boolean): void => console.log(`${what}: ${ours} | baseline ${baseline} | target ${target}${isMet ? '' : ' | target missed'}`)
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** In a process of its own, and in turns with the other, so that a busy moment of the machine hits both. */
const inProcess = (task: string, file: string): Measured => JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', 'tests/bench/exchangeTask.ts', task, file], { encoding: 'utf8' })) as Measured

function compared(what: string, task: string, file: string, most: number, mostMb: number | null): void {
  const [ours, theirs]: [Measured[], Measured[]] = [[], []]
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(inProcess(task, file))
    theirs.push(inProcess(`${task}-library`, task === 'write' ? `${file}.library` : file))
  }
  const [mine, other] = [ours, theirs].map((all) => ({ ms: median(all.map(({ ms }) => ms)), mb: median(all.map(({ mb }) => mb)) })) as [Measured, Measured]
  const ratio = mine.ms / other.ms
  say(what, `${seconds(mine.ms)}, ${mine.mb.toFixed(0)} MB`, `${seconds(other.ms)}, ${other.mb.toFixed(0)} MB (xlsx) | ratio ${ratio.toFixed(2)}`, `ratio ≤ ${most}${mostMb === null ? '' : `, ≤ ${mostMb} MB`}`, ratio <= most && (mostMb === null || mine.mb <= mostMb))
}

async function timed(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const start = performance.now()
    await work()
    if (run > 0) times.push(performance.now() - start)
  }
  return median(times)
}

const ABOUT: ReportAbout = { language: 'zh', nodeName: '全部产品', path: '全部产品', populationName: '全部故障', trainsInWords: '全部', conclusion: '', generatedAt: '2024-01-05T08:30', build: 'bench' }

async function reportTime(): Promise<void> {
  const world = bigFleet(4)
  const plan = world.failures(REPORTED)
  // All of them in one month, so that each is counted, listed and drawn.
  const failures = (plan.records.failures ?? []).map((failure, at) => ({ ...failure, occurredAt: `2023-11-${String(1 + (at % 30)).padStart(2, '0')}` }))
  const { columns, fleet } = columnsOfPlan({ ...plan, records: { ...world.fleet.records, ...plan.records, failures } })
  const live = liveRows(columns, new Set())
  const question = { kind: 'monthly', scope: { from: dayNumber('2023-11-01'), to: dayNumber('2023-12-01'), population: 'all', vehicleTypes: [], depotIds: [] }, today: dayNumber('2024-01-05') } as const
  const ms = await timed(async () => writeReport(await answerReport(columns, live, fleet, question, (_, word) => word, true), ABOUT))
  say(`monthly report over ${REPORTED} failures: figures, fingerprint, workbook with charts`, seconds(ms), '–', '≤ 3 s', ms <= 3000)
}

async function formTime(): Promise<void> {
  const form = new Uint8Array(readFileSync('src/exchange/templates/files/failure-report.xlsx'))
  const of: TemplateCase = {
    failure: { no: 'GZ-2016-0153', occurredAt: '2016-03-05T14:30', trainText: '0112', carNo: '3', description: '司机反映制动缓解后列车仍有拖滞，回库检查发现中继阀排风口持续漏风。', reportedSerial: '0016050007', severity: '3', serviceImpact: 'DELAY', delayMin: 12, odometerKm: 123_456, state: 'CLOSED' },
    handlings: [{ measure: '更换中继阀后试验正常', result: 'OK', handler: '李工' }], analyses: [], actions: [], verifications: [], nodeNames: {}, names: { nodeName: '中继阀', trainNo: '0112' },
    replacements: [1, 2, 3, 4, 5].map((at) => ({ partText: `膜板 ${at}`, removedSerial: `000${at}`, installedSerial: `10${at}`, qty: at })),
  }
  const words = { book: codeBook([]), language: 'zh' } as const
  const ms = await timed(() => fillTemplate(form, BUILT_IN_TEMPLATES['failure-report'], { cells: failureRecord(of, words), lists: { replacements: replacementRecords(of, words) } }))
  say('fill a failure report form', `${ms.toFixed(0)} ms`, '–', '≤ 100 ms', ms <= 100)
}

const folder = mkdtempSync(join(tmpdir(), 'exchange-'))
try {
  const file = join(folder, 'ledger.xlsx')
  compared(`write ${ROWS} × 30 as a ledger`, 'write', file, 0.5, 300)
  compared(`read ${ROWS} × 30`, 'read', file, 1, null)
  await reportTime()
  await formTime()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
