/**
 * The import as the background thread runs it: open files, read them, take a person's corrections, work out what would
 * be stored, store it. Opened workbooks stay here; the screen gets summaries and the rows it shows.
 */
import type { ImportBatch } from '../domain/importBatch'
import type { KnownRecords } from '../exchange/knownRecords'
import { parseSheets } from '../exchange/parseWorkbook'
import type { FormLabelRead, IssueCode, ParsedColumn, ParsedSheet, SheetKind, SheetOverride, SkipReason } from '../exchange/parsedSheet'
import { planImport, type ParsedFile, type PlannedImport } from '../exchange/planImport'
import { planSampleFleet } from '../exchange/planSampleFleet'
import type { FileProblem, RawWorkbook } from '../exchange/rawWorkbook'
import { readWorkbook } from '../exchange/readWorkbook'
import { sourceRows } from '../exchange/sourceRows'
import type { SampleFleetFile } from '../../fixtures/demo/sampleFleetFile'
import { knownFailures } from '../store/knownFailures'
import { knownFollowUps } from '../store/knownFollowUps'
import { commitImport } from '../store/imports'
import { newId } from '../store/newId'
import { readReference } from '../store/reference'

export interface SheetSummary {
  readonly name: string
  readonly hidden: boolean
  readonly kind: SheetKind
  readonly heldBack: SheetKind | null
  readonly headerRows: readonly number[]
  readonly columns: readonly ParsedColumn[]
  /** labels of its forms with what they were read as; none in tables */
  readonly labels: readonly FormLabelRead[]
  readonly records: number
  readonly rowCount: number
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly issues: Readonly<Partial<Record<IssueCode, number>>>
}

export type FileSummary =
  | { readonly ok: true; readonly name: string; readonly size: number; readonly sheets: readonly SheetSummary[] }
  | { readonly ok: false; readonly name: string; readonly size: number; readonly problem: FileProblem }

/** One doubtful cell: where it is, what it says, what was made of it. */
export interface CellIssue {
  readonly file: number
  readonly sheet: string
  readonly row: number
  readonly column: string | null
  readonly code: IssueCode
  readonly field: string | null
  readonly raw: string
  readonly value: string
  readonly parameters: Readonly<Record<string, string | number>>
}

export interface PlanSummary {
  /** Records that would be stored, per table. */
  readonly counts: Readonly<Record<string, number>>
  readonly skipped: Readonly<Record<string, number>>
  readonly duplicates: PlannedImport['failures']['duplicates']
  readonly unassigned: PlannedImport['failures']['unassigned']
  readonly assignedBy: PlannedImport['failures']['assignedBy']
  readonly stubTrains: readonly string[]
  readonly unlinked: PlannedImport['unlinked']
}

export interface Preview {
  readonly files: readonly FileSummary[]
  readonly plan: PlanSummary
}

export type ImportStage = 'opening' | 'reading' | 'planning' | 'storing'
export type OnStage = (stage: ImportStage, fraction: number, fileName: string) => void

interface OpenFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly workbook: RawWorkbook
  overrides: Record<string, SheetOverride>
  sheets: readonly ParsedSheet[]
}

/** A sheet of a hundred forms need not send them all to be looked at. */
const MOST_LABELS = 300

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

const countBy = <K extends string>(keys: Iterable<K>): Partial<Record<K, number>> => {
  const counts: Partial<Record<K, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const summaryOf = (sheet: ParsedSheet): SheetSummary => ({
  name: sheet.name,
  hidden: sheet.hidden,
  kind: sheet.kind,
  heldBack: sheet.heldBack ?? null,
  headerRows: sheet.headerRows,
  columns: sheet.columns,
  labels: (sheet.labels ?? []).slice(0, MOST_LABELS),
  records: sheet.records.length,
  rowCount: sheet.rowCount,
  skipped: countBy(sheet.skipped.map((row) => row.reason)),
  issues: countBy([...sheet.records.flatMap((record) => record.issues), ...sheet.issues].map((issue) => issue.code)),
})

export class Importer {
  private open: (OpenFile | { readonly name: string; readonly size: number; readonly problem: FileProblem })[] = []
  private planned: PlannedImport | null = null
  private cancelled = false

  constructor(private readonly today: () => string) {}

  cancel(): void {
    this.cancelled = true
  }

  /** Opens and reads the files; earlier ones are forgotten. */
  async read(files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[], onStage: OnStage): Promise<Preview> {
    this.cancelled = false
    this.open = []
    for (const [at, { name, bytes }] of files.entries()) {
      onStage('opening', at / files.length, name)
      const read = readWorkbook(new Uint8Array(bytes), name)
      if (!read.ok) {
        this.open.push({ name, size: bytes.byteLength, problem: read.problem })
        continue
      }
      onStage('reading', (at + 0.65) / files.length, name)
      const parsed = parseSheets(read.workbook, name, { today: this.today() })
      if (parsed.ok) this.open.push({ name, size: bytes.byteLength, sha256: hex(await crypto.subtle.digest('SHA-256', bytes)), workbook: read.workbook, overrides: {}, sheets: parsed.sheets })
      else this.open.push({ name, size: bytes.byteLength, problem: parsed.problem })
    }
    return this.preview(onStage)
  }

  /** Reads one sheet again with what a person decided about it. */
  async override(file: number, sheet: string, decision: SheetOverride, onStage: OnStage): Promise<Preview> {
    const opened = this.open[file]
    if (opened === undefined || 'problem' in opened) throw new RangeError(`file ${file} is not open`)
    const before = opened.overrides[sheet] ?? {}
    opened.overrides = { ...opened.overrides, [sheet]: { ...before, ...decision, columns: { ...before.columns, ...decision.columns } } }
    onStage('reading', 0.5, opened.name)
    const parsed = parseSheets(opened.workbook, opened.name, { overrides: opened.overrides, today: this.today() })
    if (parsed.ok) opened.sheets = parsed.sheets
    return this.preview(onStage)
  }

  private async preview(onStage: OnStage): Promise<Preview> {
    onStage('planning', 0.9, '')
    const known = await this.knownRecords()
    const files = this.open.flatMap((file): ParsedFile[] =>
      'problem' in file ? [] : [{ name: file.name, size: file.size, sha256: file.sha256, sheets: file.sheets, rows: file.workbook.sheets.map(sourceRows) }])
    const planned = planImport(files, newId, known)
    this.planned = planned
    return {
      files: this.open.map((file): FileSummary =>
        'problem' in file ? { ok: false, ...file } : { ok: true, name: file.name, size: file.size, sheets: file.sheets.map(summaryOf) }),
      plan: {
        counts: Object.fromEntries(Object.entries(planned.plan.records).map(([table, records]) => [table, records.length])),
        skipped: planned.plan.skipped,
        ...planned.failures,
        stubTrains: planned.stubTrains,
        unlinked: planned.unlinked,
      },
    }
  }

  private async knownRecords(): Promise<KnownRecords> {
    const reference = await readReference()
    const undone = new Set(reference.batches.filter((batch) => batch.state === 'undone').map((batch) => batch.id))
    return { ...reference, failures: await knownFailures(undone), followUps: await knownFollowUps(undone) }
  }

  /** Doubtful cells of all files, some at a time, optionally of one kind. */
  issues(code: IssueCode | null, from: number, to: number): { readonly total: number; readonly rows: readonly CellIssue[] } {
    const all: CellIssue[] = []
    for (const [file, opened] of this.open.entries()) {
      if ('problem' in opened) continue
      for (const sheet of opened.sheets) {
        for (const record of sheet.records)
          for (const issue of record.issues) {
            if (code !== null && issue.code !== code) continue
            const field = issue.field ?? null
            const value = field === null ? undefined : record.fields[field]
            all.push({
              file, sheet: sheet.name, row: record.row, column: issue.column, code: issue.code, field,
              raw: field === null ? '' : (record.raw[field] ?? String(value ?? '')), value: String(value ?? ''), parameters: issue.parameters ?? {},
            })
          }
        for (const issue of sheet.issues)
          if (code === null || issue.code === code)
            all.push({ file, sheet: sheet.name, row: issue.row, column: issue.column, code: issue.code, field: issue.field ?? null, raw: '', value: '', parameters: issue.parameters ?? {} })
      }
    }
    return { total: all.length, rows: all.slice(from, to) }
  }

  /**
   * Stores what the preview showed, all of it or nothing.
   * @throws ImportCancelled after `cancel`
   */
  async commit(actor: string, onStage: OnStage): Promise<ImportBatch> {
    if (this.planned === null) throw new RangeError('there is nothing to store')
    this.cancelled = false
    const batch = await commitImport(this.planned.plan, {
      actor,
      onProgress: (done, total) => onStage('storing', total === 0 ? 1 : done / total, ''),
      isCancelled: () => this.cancelled,
    })
    this.open = []
    this.planned = null
    return batch
  }

  /** Stores the demonstration fleet. */
  async loadSample(sample: SampleFleetFile, actor: string, onStage: OnStage): Promise<ImportBatch> {
    return commitImport(planSampleFleet(sample, newId), { actor, isSample: true, onProgress: (done, total) => onStage('storing', done / total, '') })
  }
}
