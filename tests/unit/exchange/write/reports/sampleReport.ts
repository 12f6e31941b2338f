/** Reports over the demonstration fleet, made as the program makes them. */
import { readFileSync } from 'node:fs'
import { codeBook, codeLabel } from '../../../../../src/domain/codeBook'
import { dayNumber } from '../../../../../src/domain/moment'
import { planSampleFleet } from '../../../../../src/exchange/plan/planSampleFleet'
import type { ReportAbout, ReportData } from '../../../../../src/exchange/write/reports/reportContext'
import { fieldDataOfPlan } from '../../../../../src/headless/fieldDataOfPlan'
import { columnMeaning } from '../../../../../src/metrics/columnMeaning'
import type { LabelOf } from '../../../../../src/metrics/failureFilter'
import { nodeLabel, partyLabel, trainLabel } from '../../../../../src/metrics/fleet'
import { report } from '../../../../../src/metrics/reports/report'
import type { ReportKind } from '../../../../../src/metrics/reports/reportKinds'
import { reportRows, rowsNamedBy } from '../../../../../src/metrics/reports/reportRows'
import type { SampleFleetFile } from '../../../../../fixtures/demo/sampleFleetFile'

let ids = 0
const plan = planSampleFleet(
  JSON.parse(readFileSync('fixtures/demo/sampleFleet.json', 'utf8')) as SampleFleetFile,
  () => `id${String((ids += 1)).padStart(6, '0')}`,
)
const data = fieldDataOfPlan(plan)
export const { columns, fleet } = data
const book = codeBook([])

export const labelsIn =
  (language: 'zh' | 'en'): LabelOf =>
  (field, word) => {
    const meaning = columnMeaning(field, {})
    if (word === '') return ''
    if (meaning.kind === 'code' && meaning.list !== undefined) return codeLabel(book, meaning.list, word, language)
    return meaning.to === 'trains'
      ? trainLabel(fleet, word)
      : meaning.to === 'bomNodes'
        ? nodeLabel(fleet, word)
        : meaning.to === 'parties'
          ? partyLabel(fleet, word)
          : word
  }

export function sampleReport(
  kind: ReportKind,
  from: string,
  to: string,
  language: 'zh' | 'en' = 'zh',
  nodeId?: string,
): ReportData {
  const made = report(
    data,
    {
      kind,
      scope: {
        ...(nodeId === undefined ? {} : { nodeId }),
        from: dayNumber(from),
        to: dayNumber(to),
        population: 'all',
        vehicleTypes: [],
        depotIds: [],
        partBasis: 'analysed',
      },
      today: dayNumber('2026-01-05'),
    },
    labelsIn(language),
  )
  return {
    report: made,
    rows: reportRows(columns, rowsNamedBy(made), 'analysed', labelsIn(language)),
    inputsHash: 'ab12',
    logHead: { deviceCode: 'KD41B4', entries: 1234, hash: 'c0ffee' },
  }
}

export const aboutReport = (language: 'zh' | 'en'): ReportAbout =>
  language === 'zh'
    ? {
        language,
        nodeName: '全部产品',
        path: '全部产品',
        populationName: '全部故障',
        trainsInWords: '全部',
        conclusion: '中继阀膜片批次 J2009 需要普查。',
        generatedAt: '2026-01-05T08:30',
        build: 'test',
      }
    : {
        language,
        nodeName: 'All products',
        path: 'All products',
        populationName: 'All failures',
        trainsInWords: 'all',
        conclusion: 'Check relay valve diaphragms of batch J2009.',
        generatedAt: '2026-01-05T08:30',
        build: 'test',
      }
