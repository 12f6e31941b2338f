/**
 * The import as the background thread runs it: open files, read them, take a person's corrections, work out what would
 * be stored, store it. Opened workbooks stay here; the screen gets summaries and the rows it shows.
 */
import type { Person } from '../domain/person'
import type { ImportBatch } from '../domain/importBatch'
import type { PlannedUpdate } from '../domain/importPlan'
import { plainText } from '../domain/plainText'
import type { Failure } from '../domain/records/failure'
import { columnLetter } from '../exchange/open/columnLetter'
import type { KnownRecords } from '../exchange/plan/knownRecords'
import { parseSheets } from '../exchange/tables/parseWorkbook'
import type { IssueCode } from '../exchange/cells/parsedRecord'
import type { ParsedSheet, SheetOverride } from '../exchange/tables/parsedSheet'
import { planImport, type ParsedFile, type PlannedImport } from '../exchange/plan/planImport'
import { planPictures, type HashedPicture, type PicturedSheet } from '../exchange/plan/planPictures'
import { sheetPictures, type SheetPicture } from '../exchange/open/sheetPictures'
import { planSampleFleet } from '../exchange/plan/planSampleFleet'
import type { FileProblem, RawSheet, RawWorkbook } from '../exchange/open/rawWorkbook'
import { readWorkbook } from '../exchange/open/readWorkbook'
import { correctedSheet } from '../exchange/tables/correctedSheet'
import { failureDifferences } from '../exchange/plan/review/failureDifferences'
import {
  headerFingerprint,
  mappingToRemember,
  overrideFrom,
  type RememberedMapping,
} from '../exchange/plan/review/headerFingerprint'
import { likeness } from '../exchange/plan/review/nearestWord'
import { bothSides, writtenFields } from '../exchange/plan/review/bothSides'
import {
  cellsAlike,
  reviewColumns,
  reviewedRecords,
  reviewRow,
  seriousRows,
  type ReviewColumn,
  type ReviewFilter,
  type ReviewRow,
} from '../exchange/plan/review/reviewRows'
import type { Choice } from '../exchange/plan/review/unknownWords'
import type { DecidedField, NamedWord, WordDecisions } from '../exchange/tables/wordDecisions'
import { writeErrorWorkbook, type ErrorWorkbookOptions } from '../exchange/write/writeErrorWorkbook'
import { sourceRows } from '../exchange/tables/sourceRows'
import { withTablesApart } from '../exchange/tables/tablesApart'
import type { SampleFleetFile } from '../../fixtures/demo/sampleFleetFile'
import { attachedContents } from '../store/attachments'
import { knownFailures, storedFailures } from '../store/knownFailures'
import { knownChildRecords } from '../store/knownChildRecords'
import { commitImport } from '../store/imports'
import { newId } from '../store/newId'
import { readReference } from '../store/reference'
import type { BothRows, CellIssue, ChangedFailure, FileSummary, OnStage, Preview } from './importAnswers'
import { summaryOf } from './sheetSummary'
import { recallImport, rememberMappings, rememberWords } from './importMemory'

interface OpenFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly workbook: RawWorkbook
  overrides: Record<string, SheetOverride>
  readonly remembered: ReadonlySet<string>
  readonly pictures: readonly HashedPicture[]
  sheets: readonly ParsedSheet[]
}

const MOST_CHOICES = 30

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

const hashed = (pictures: readonly SheetPicture[]): Promise<readonly HashedPicture[]> =>
  Promise.all(
    pictures.map(async (picture) => ({
      ...picture,
      sha256: hex(await crypto.subtle.digest('SHA-256', picture.bytes.slice())),
    })),
  )

/** A block copied without its header is read as a ledger whose columns a person names. */
const BARE_BLOCK: SheetOverride = { kind: 'failure-ledger', headerRows: [1] }

const withLetters = (workbook: RawWorkbook): RawWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => {
    const width = sheet.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
    return {
      ...sheet,
      rows: [
        Array.from({ length: width }, (_, column) => ({ t: 's' as const, v: columnLetter(column) })),
        ...sheet.rows,
      ],
    }
  }),
})

/** How sheets with a known header were told to be read before. */
function rememberedOverrides(
  sheets: readonly ParsedSheet[],
  mappings: Readonly<Record<string, RememberedMapping>>,
): Record<string, SheetOverride> {
  return Object.fromEntries(
    sheets.flatMap((sheet) => {
      const fingerprint = headerFingerprint(sheet)
      const mapping = fingerprint === null ? undefined : mappings[fingerprint]
      const override = mapping === undefined ? null : overrideFrom(sheet, mapping)
      return override === null ? [] : [[sheet.name, override] as const]
    }),
  )
}

/** A later decision beside the earlier ones; a form stays a form as long as nobody gives it columns. */
function joined(before: SheetOverride, decision: SheetOverride): SheetOverride {
  return {
    ...before,
    ...decision,
    ...(before.columns === undefined && decision.columns === undefined
      ? {}
      : { columns: { ...before.columns, ...decision.columns } }),
    ...(decision.apart === undefined ? {} : { apart: [...(before.apart ?? []), ...decision.apart] }),
    ...(before.cells === undefined && decision.cells === undefined
      ? {}
      : { cells: { ...before.cells, ...decision.cells } }),
  }
}

/** Where a review stands: what was decided before the step that can be taken back. */
type Decisions = readonly (Readonly<Record<string, SheetOverride>> | null)[]

export class Importer {
  private open: (OpenFile | { readonly name: string; readonly size: number; readonly problem: FileProblem })[] = []
  private planned: PlannedImport | null = null
  private cancelled = false
  private words: WordDecisions = {}
  /** Decided in this import, to be remembered when it is stored. */
  private decided: (readonly [DecidedField, string, string | null])[] = []
  private stored: ReadonlyMap<string, Failure> = new Map()
  private taken = new Map<string, Set<string>>()
  private readonly before: Decisions[] = []

  constructor(private readonly today: () => string) {}

  cancel(): void {
    this.cancelled = true
  }

  /** Opens and reads the files; earlier ones are forgotten. */
  async read(
    files: readonly { readonly name: string; readonly bytes: ArrayBuffer; readonly isBlock?: boolean }[],
    onStage: OnStage,
  ): Promise<Preview> {
    this.cancelled = false
    this.open = []
    this.decided = []
    this.taken = new Map()
    this.before.length = 0
    const { mappings, words } = await recallImport()
    this.words = words
    for (const [at, { name, bytes, isBlock = false }] of files.entries()) {
      onStage('opening', at / files.length, name)
      const read = readWorkbook(new Uint8Array(bytes), name)
      if (!read.ok) {
        this.open.push({ name, size: bytes.byteLength, problem: read.problem })
        continue
      }
      onStage('reading', (at + 0.65) / files.length, name)
      const workbook = withTablesApart(read.workbook)
      const parsed = parseSheets(workbook, name, { today: this.today(), words })
      if (!parsed.ok) {
        this.open.push({ name, size: bytes.byteLength, problem: parsed.problem })
        continue
      }
      const isBare = isBlock && parsed.sheets.every(({ records }) => records.length === 0)
      const overrides = isBare
        ? Object.fromEntries(parsed.sheets.map((sheet) => [sheet.name, BARE_BLOCK]))
        : rememberedOverrides(parsed.sheets, mappings)
      const opened: OpenFile = {
        name,
        size: bytes.byteLength,
        sha256: hex(await crypto.subtle.digest('SHA-256', bytes)),
        workbook: isBare ? withLetters(workbook) : workbook,
        overrides,
        remembered: new Set(isBare ? [] : Object.keys(overrides)),
        pictures: await hashed(sheetPictures(new Uint8Array(bytes))),
        sheets: parsed.sheets,
      }
      if (Object.keys(overrides).length > 0) this.readAgain(opened)
      this.open.push(opened)
    }
    return this.preview(onStage)
  }

  /** Reads one sheet again with what a person decided about it. */
  async override(file: number, sheet: string, decision: SheetOverride, onStage: OnStage): Promise<Preview> {
    const opened = this.openFile(file)
    this.noteStep()
    const before = opened.overrides[sheet] ?? {}
    opened.overrides = { ...opened.overrides, [sheet]: joined(before, decision) }
    onStage('reading', 0.5, opened.name)
    this.readAgain(opened)
    return this.preview(onStage)
  }

  /** Leaves out every row that would lose a value, in all files. */
  async leaveOutSerious(onStage: OnStage): Promise<Preview> {
    this.noteStep()
    for (const opened of this.opened())
      for (const sheet of opened.sheets) {
        const rows = seriousRows(sheet)
        if (rows.length === 0) continue
        const before = opened.overrides[sheet.name] ?? {}
        opened.overrides = {
          ...opened.overrides,
          [sheet.name]: { ...before, leftOut: [...(before.leftOut ?? []), ...rows] },
        }
      }
    for (const opened of this.opened()) this.readAgain(opened)
    return this.preview(onStage)
  }

  /** Takes back the last step of the review; words and take-overs are decided anew instead. */
  async undoStep(onStage: OnStage): Promise<Preview> {
    const step = this.before.pop()
    if (step === undefined) return this.preview(onStage)
    for (const [at, overrides] of step.entries()) {
      const opened = this.open[at]
      if (opened === undefined || 'problem' in opened || overrides === null || overrides === opened.overrides) continue
      opened.overrides = { ...overrides }
      this.readAgain(opened)
    }
    return this.preview(onStage)
  }

  /** What a word means, for every row of every file that uses it. @param meaning empty leaves the word as it is; null forgets a decision */
  async decideWord(field: DecidedField, word: string, meaning: string | null, onStage: OnStage): Promise<Preview> {
    return this.decideWords([{ field, word, meaning }], onStage)
  }

  async decideWords(
    all: readonly { readonly field: DecidedField; readonly word: string; readonly meaning: string | null }[],
    onStage: OnStage,
  ): Promise<Preview> {
    const words: Record<string, Record<string, string>> = Object.fromEntries(
      Object.entries(this.words).map(([field, known]) => [field, { ...known }]),
    )
    for (const { field, word, meaning } of all) {
      const known = (words[field] ??= {})
      if (meaning === null) delete known[plainText(word)]
      else known[plainText(word)] = meaning
      this.decided.push([field, plainText(word), meaning])
    }
    this.words = words
    for (const opened of this.opened()) this.readAgain(opened)
    return this.preview(onStage)
  }

  /** Names that an unknown word may be, the most alike first. */
  choices(field: NamedWord, query: string): readonly Choice[] {
    const all = this.planned?.choices[field] ?? []
    const sought = plainText(query)
    const found = sought === '' ? all : all.filter(({ label }) => plainText(label).includes(sought))
    return [...found].sort((a, b) => likeness(b.label, query) - likeness(a.label, query)).slice(0, MOST_CHOICES)
  }

  /** Takes the new values of stored failures over, or not. @param field null for all fields of the failure @param id null for all failures */
  async takeOver(id: string | null, field: string | null, isTaken: boolean, onStage: OnStage): Promise<Preview> {
    for (const { id: each, differences } of this.changedFailures()) {
      if (id !== null && each !== id) continue
      const fields = this.taken.get(each) ?? new Set<string>()
      for (const difference of differences) {
        if (field !== null && difference.field !== field) continue
        if (isTaken) fields.add(difference.field)
        else fields.delete(difference.field)
      }
      this.taken.set(each, fields)
    }
    return this.preview(onStage)
  }

  /** The columns of a sheet under review and some of its rows. */
  rows(
    file: number,
    sheet: string,
    filter: ReviewFilter,
    from: number,
    to: number,
  ): { readonly columns: readonly ReviewColumn[]; readonly total: number; readonly rows: readonly ReviewRow[] } {
    const { opened, parsed, raw } = this.sheetOf(file, sheet)
    const columns = reviewColumns(parsed)
    const records = reviewedRecords(parsed, raw, filter)
    return {
      columns,
      total: records.length,
      rows: records.slice(from, to).map((record) => reviewRow(record, columns, parsed, raw, opened.overrides[sheet])),
    }
  }

  /** A row that repeats another, beside that other; null when it repeats none of these files. */
  bothRows(file: number, sheet: string, row: number): BothRows | null {
    const found = this.planned?.failures.duplicates.find(
      (one) => one.row === row && this.placeOf(one.sheet).file === file && this.placeOf(one.sheet).sheet === sheet,
    )?.first
    if (found === undefined || found === null) return null
    const first = { ...this.placeOf(found.sheet), row: found.row }
    return {
      first,
      lines: bothSides(this.writtenOf(file, sheet, row), this.writtenOf(first.file, first.sheet, first.row)),
    }
  }

  private writtenOf(file: number, sheet: string, row: number): ReturnType<typeof writtenFields> {
    const { opened, parsed, raw } = this.sheetOf(file, sheet)
    return writtenFields(parsed, raw, opened.overrides[sheet], row)
  }

  /** Rows of a sheet that are not to be stored. */
  leftOutRows(file: number, sheet: string): readonly number[] {
    return this.openFile(file).overrides[sheet]?.leftOut ?? []
  }

  /** Cells of a column that say the same. */
  alike(file: number, sheet: string, column: string, written: string): readonly string[] {
    const { parsed, raw } = this.sheetOf(file, sheet)
    return cellsAlike(parsed, raw, column, written)
  }

  /** The rows left out, or else those that would lose a value, as a workbook to mend and drop again; null when there are none. */
  errorWorkbook(options: ErrorWorkbookOptions): Uint8Array | null {
    const anyLeftOut = this.opened().some(({ sheets }) => sheets.some(({ leftOut }) => (leftOut?.length ?? 0) > 0))
    return writeErrorWorkbook(
      this.opened().flatMap(({ sheets, workbook, overrides }) =>
        sheets.flatMap((parsed, at) => {
          const raw = workbook.sheets[at]
          if (raw === undefined) return []
          const rows = new Set(anyLeftOut ? (parsed.leftOut ?? []).map(({ row }) => row) : seriousRows(parsed))
          return [{ raw, parsed, corrected: correctedSheet(raw, overrides[parsed.name]?.cells ?? {}), rows }]
        }),
      ),
      options,
    )
  }

  private opened(): readonly OpenFile[] {
    return this.open.filter((file) => !('problem' in file)) as OpenFile[]
  }

  private openFile(file: number): OpenFile {
    const opened = this.open[file]
    if (opened === undefined || 'problem' in opened) throw new RangeError(`file ${file} is not open`)
    return opened
  }

  private sheetOf(
    file: number,
    sheet: string,
  ): { readonly opened: OpenFile; readonly parsed: ParsedSheet; readonly raw: RawSheet } {
    const opened = this.openFile(file)
    const at = opened.sheets.findIndex(({ name }) => name === sheet)
    const [parsed, raw] = [opened.sheets[at], opened.workbook.sheets[at]]
    if (parsed === undefined || raw === undefined) throw new RangeError(`there is no sheet “${sheet}”`)
    return { opened, parsed, raw }
  }

  private noteStep(): void {
    this.before.push(this.open.map((file) => ('problem' in file ? null : file.overrides)))
  }

  private readAgain(opened: OpenFile): void {
    const parsed = parseSheets(opened.workbook, opened.name, {
      overrides: opened.overrides,
      today: this.today(),
      words: this.words,
    })
    if (parsed.ok) opened.sheets = parsed.sheets
  }

  private changedFailures(): readonly Omit<ChangedFailure, 'taken'>[] {
    const { planned } = this
    if (planned === null) return []
    const seen = new Set<string>()
    const { parties = [], trains = [], bomNodes = [] } = planned.plan.records
    const names = new Map([
      ...parties.map(({ id, name }) => [id, name] as const),
      ...trains.map(({ id, trainNo }) => [id, trainNo] as const),
      ...bomNodes.map(({ id, name }) => [id, name] as const),
    ])
    return planned.failures.again.flatMap(({ id, now, sheet, row }) => {
      const stored = this.stored.get(id)
      if (stored === undefined || seen.has(id)) return []
      const differences = failureDifferences(stored, now).map((one) => ({
        ...one,
        newName: typeof one.now === 'string' ? (names.get(one.now) ?? null) : null,
      }))
      if (differences.length === 0) return []
      seen.add(id)
      return [{ id, no: stored.no ?? '', ...this.placeOf(sheet), row, differences }]
    })
  }

  private async preview(onStage: OnStage): Promise<Preview> {
    onStage('planning', 0.9, '')
    const known = await this.knownRecords()
    const files = this.opened().map((file): ParsedFile => ({
      name: file.name,
      size: file.size,
      sha256: file.sha256,
      sheets: file.sheets,
      rows: file.workbook.sheets.map(sourceRows),
    }))
    const planned = await this.withPictures(planImport(files, newId, known, this.words))
    this.planned = planned
    this.stored = await storedFailures(planned.failures.again.map(({ id }) => id))
    const changed = this.changedFailures()
    const { again: _again, failureOfRow: _rows, duplicates, ...failures } = planned.failures
    return {
      files: this.open.map((file): FileSummary =>
        'problem' in file
          ? { ok: false, ...file }
          : {
              ok: true,
              name: file.name,
              size: file.size,
              sheets: file.sheets.map((sheet) =>
                summaryOf(sheet, file.overrides[sheet.name], file.remembered.has(sheet.name)),
              ),
            },
      ),
      steps: this.before.length,
      plan: {
        counts: Object.fromEntries(
          Object.entries(planned.plan.records).map(([table, records]) => [table, records.length]),
        ),
        skipped: planned.plan.skipped,
        ...failures,
        duplicates: duplicates.map(({ sheet, row, kind, of }) => ({ ...this.placeOf(sheet), row, kind, of })),
        stubTrains: planned.stubTrains,
        unlinked: planned.unlinked,
        unknown: planned.unknown,
        same: new Set(planned.failures.again.map(({ id }) => id)).size - changed.length,
        changed: changed.map((one) => ({ ...one, taken: [...(this.taken.get(one.id) ?? [])] })),
        taken: this.updates().reduce((sum, { fields }) => sum + Object.keys(fields).length, 0),
      },
    }
  }

  /** Where the sheet of a plan is found among the open files. */
  private placeOf(number: number): { readonly file: number; readonly sheet: string } {
    const at = this.planned?.plan.sheets[number]
    return { file: this.open.findIndex(({ name }) => name === at?.file), sheet: at?.sheet ?? '' }
  }

  /** The plan with the pictures of its sheets, as far as they lie on a failure. */
  private async withPictures(planned: PlannedImport): Promise<PlannedImport> {
    const sheets = planned.plan.sheets.flatMap(({ file, sheet: name }, number): PicturedSheet[] => {
      const opened = this.opened().find((one) => one.name === file)
      const sheet = opened?.sheets.find((one) => one.name === name)
      const pictures = (opened?.pictures ?? []).filter((picture) => picture.sheet === name)
      return sheet === undefined || pictures.length === 0 ? [] : [{ number, sheet, pictures }]
    })
    if (sheets.length === 0) return planned
    const known = await attachedContents([...new Set(planned.failures.again.map(({ id }) => id))])
    const { attachments, homeless } = planPictures(
      sheets,
      planned.failures.failureOfRow,
      (id, sha256) => known.has(`${id}|${sha256}`),
      newId,
    )
    const contents = new Map(
      sheets.flatMap(({ pictures }) => pictures.map(({ sha256, bytes }) => [sha256, bytes.slice().buffer] as const)),
    )
    const blobs = [...new Set(attachments.flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256])))].flatMap(
      (sha256) => {
        const bytes = contents.get(sha256)
        return bytes === undefined ? [] : [{ sha256, bytes }]
      },
    )
    const skipped =
      homeless === 0 ? planned.plan.skipped : { ...planned.plan.skipped, 'picture-on-no-failure': homeless }
    return { ...planned, plan: { ...planned.plan, skipped, records: { ...planned.plan.records, attachments }, blobs } }
  }

  private updates(): readonly PlannedUpdate[] {
    return this.changedFailures().flatMap(({ id, differences }) => {
      const fields = Object.fromEntries(
        differences
          .filter(({ field }) => this.taken.get(id)?.has(field) === true)
          .map(({ field, now }) => [field, now]),
      )
      return Object.keys(fields).length === 0 ? [] : [{ table: 'failures', id, fields }]
    })
  }

  private async knownRecords(): Promise<KnownRecords> {
    const reference = await readReference()
    const undone = new Set(reference.batches.filter((batch) => batch.state === 'undone').map((batch) => batch.id))
    return { ...reference, failures: await knownFailures(undone), childRecords: await knownChildRecords(undone) }
  }

  /** Doubtful cells of all files, some at a time, optionally of one kind. */
  issues(
    code: IssueCode | null,
    from: number,
    to: number,
  ): { readonly total: number; readonly rows: readonly CellIssue[] } {
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
              file,
              sheet: sheet.name,
              row: record.row,
              column: issue.column,
              code: issue.code,
              field,
              raw: field === null ? '' : (record.raw[field] ?? String(value ?? '')),
              value: String(value ?? ''),
              parameters: issue.parameters ?? {},
            })
          }
        for (const issue of sheet.issues)
          if (code === null || issue.code === code)
            all.push({
              file,
              sheet: sheet.name,
              row: issue.row,
              column: issue.column,
              code: issue.code,
              field: issue.field ?? null,
              raw: '',
              value: '',
              parameters: issue.parameters ?? {},
            })
      }
    }
    return { total: all.length, rows: all.slice(from, to) }
  }

  /**
   * Stores what the preview showed, all of it or nothing.
   * @throws ImportCancelled after `cancel`
   */
  async commit(person: Person, onStage: OnStage): Promise<ImportBatch> {
    if (this.planned === null) throw new RangeError('there is nothing to store')
    this.cancelled = false
    const batch = await commitImport(
      { ...this.planned.plan, updates: [...(this.planned.plan.updates ?? []), ...this.updates()] },
      {
        person,
        onProgress: (done, total) => onStage('storing', total === 0 ? 1 : done / total, ''),
        isCancelled: () => this.cancelled,
      },
    )
    await rememberMappings(
      this.opened().flatMap(({ sheets, overrides }) =>
        sheets.flatMap((sheet) => {
          const [fingerprint, mapping] = [headerFingerprint(sheet), mappingToRemember(sheet, overrides[sheet.name])]
          return fingerprint === null || mapping === null ? [] : [[fingerprint, mapping] as const]
        }),
      ),
      person,
    )
    await rememberWords(this.decided, person)
    this.open = []
    this.planned = null
    return batch
  }

  /** Stores the demonstration fleet. */
  async loadSample(sample: SampleFleetFile, person: Person, onStage: OnStage): Promise<ImportBatch> {
    return commitImport(planSampleFleet(sample, newId), {
      person,
      isSample: true,
      onProgress: (done, total) => onStage('storing', done / total, ''),
    })
  }
}
