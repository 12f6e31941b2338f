/** Reports written in the background. The failures come straight from the engine's thread, so the page never holds them. */
import { wrap, type Remote } from 'comlink'
import type { ReportAbout, ReportData } from '../exchange/reports/reportContext'
import { monthlySummary } from '../exchange/reports/monthlySummary'
import { writeFailureCsv } from '../exchange/reports/writeFailureCsv'
import { writeReport } from '../exchange/reports/writeReport'
import { BUILT_IN_TEMPLATES } from '../exchange/templates/builtInTemplates'
import { builtInFile } from '../exchange/templates/builtInFiles'
import { fillTemplate } from '../exchange/templates/fillTemplate'
import type { ReportQuestion } from '../metrics/reports/report'
import type { EngineApi } from './engine.worker'

export type ReportStage = 'figures' | 'writing'
export type ReportFile = 'workbook' | 'csv' | 'template'

export interface WrittenReport {
  readonly bytes: Uint8Array
  readonly rows: number
}

let engine: Remote<EngineApi> | null = null

export function connectEngine(port: MessagePort): void {
  engine = wrap<EngineApi>(port)
}

const WRITERS: Readonly<Record<ReportFile, (data: ReportData, about: ReportAbout) => Uint8Array | Promise<Uint8Array>>> = {
  workbook: writeReport,
  csv: writeFailureCsv,
  template: async (data, about) => fillTemplate(await builtInFile('monthly-summary'), BUILT_IN_TEMPLATES['monthly-summary'], monthlySummary(data, about)),
}

export async function reportFile(file: ReportFile, question: ReportQuestion, about: ReportAbout, onStage: (stage: ReportStage) => void): Promise<WrittenReport> {
  if (engine === null) throw new Error('the engine is not connected')
  onStage('figures')
  const data = await engine.report(question, file === 'template' ? 'zh' : about.language, true)
  onStage('writing')
  return { bytes: await WRITERS[file](data, about), rows: data.report.failures.length }
}
