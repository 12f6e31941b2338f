/** Reports written in the background. The failures come straight from the engine's thread, so the page never holds them. */
import { wrap, type Remote } from 'comlink'
import { companyFieldsOf, companyFieldsOfTable } from '../domain/companyFields'
import { codeBook } from '../domain/codeBook'
import type { ReportAbout, ReportData, ShownPicture } from '../exchange/write/reports/reportContext'
import { monthlySummary } from '../exchange/write/reports/monthlySummary'
import { writeFailureCsv } from '../exchange/write/reports/writeFailureCsv'
import { writeReport } from '../exchange/write/reports/writeReport'
import { BUILT_IN_TEMPLATES } from '../exchange/write/templates/builtInTemplates'
import { builtInFile } from '../exchange/write/templates/builtInFiles'
import { fillTemplate } from '../exchange/write/templates/fillTemplate'
import type { ReportQuestion } from '../metrics/reports/report'
import { hasPart } from '../metrics/reports/reportKinds'
import { readNames } from '../store/reference'
import type { ReportQuestions } from './engineLine'
import { ledgerRowsOf } from './exporter'
import { smallPictures } from './smallPictures'
import { madeFields, ownTemplate, type Maker } from './ownTemplates'

export type ReportStage = 'figures' | 'writing'
export type ReportFile = 'workbook' | 'csv' | 'template'

export interface WrittenReport {
  readonly bytes: Uint8Array
  readonly rows: number
}

let engine: Remote<ReportQuestions> | null = null

export function connectEngine(port: MessagePort): void {
  engine = wrap<ReportQuestions>(port)
}

const WRITERS: Readonly<
  Record<ReportFile, (data: ReportData, about: ReportAbout) => Uint8Array | Promise<Uint8Array>>
> = {
  workbook: writeReport,
  csv: writeFailureCsv,
  template: async (data, about) =>
    fillTemplate(
      await builtInFile('monthly-summary'),
      BUILT_IN_TEMPLATES['monthly-summary'],
      monthlySummary(data, about),
    ),
}

async function carryingLedger(data: ReportData): Promise<ReportData> {
  const idOf = new Map(data.rows.map(({ row, id }) => [row, id]))
  const reference = await readNames()
  const rows = await ledgerRowsOf(
    Array.from(data.report.failures).flatMap((row) => idOf.get(row) ?? []),
    reference,
  )
  return {
    ...data,
    ledger: {
      rows,
      codes: codeBook(reference.codeItems),
      company: companyFieldsOfTable(companyFieldsOf(reference.companyFields), 'failures'),
    },
  }
}

/** @param own a template of the company instead of the monthly summary that comes along */
export async function reportFile(
  file: ReportFile,
  question: ReportQuestion,
  about: ReportAbout,
  onStage: (stage: ReportStage) => void,
  own: { readonly id: string; readonly maker: Maker } | null,
): Promise<WrittenReport> {
  if (engine === null) throw new Error('the engine is not connected')
  onStage('figures')
  const template = own === null ? null : await ownTemplate(own.id)
  const data = await engine.report(question, template?.language ?? (file === 'template' ? 'zh' : about.language), true)
  const withLedger = file === 'workbook' && hasPart(question.kind, 'ledger') ? await carryingLedger(data) : data
  const pictures =
    file === 'workbook' ? await smallPictures(data.report.photos?.shown ?? []) : new Map<string, ShownPicture>()
  onStage('writing')
  if (template !== null && own !== null) {
    const { cells, lists } = monthlySummary(data, about)
    return {
      bytes: fillTemplate(template.bytes, template.binding, { cells: { ...cells, ...madeFields(own.maker) }, lists }),
      rows: data.report.failures.length,
    }
  }
  return { bytes: await WRITERS[file]({ ...withLedger, pictures }, about), rows: data.report.failures.length }
}
