/**
 * One import as the background thread runs it: open files, read them, take a person's corrections, work out what would
 * be stored, store it. Opened workbooks stay here; the screen gets summaries and the rows it shows.
 */
import type { Person } from '../domain/person'
import type { ImportBatch } from '../domain/importBatch'
import { plainText } from '../domain/plainText'
import type { IssueCode } from '../exchange/cells/parsedRecord'
import { planSampleFleet } from '../exchange/plan/planSampleFleet'
import { bothSides, writtenFields } from '../exchange/plan/review/bothSides'
import { headerFingerprint, mappingToRemember } from '../exchange/plan/review/headerFingerprint'
import { likeness } from '../exchange/plan/review/nearestWord'
import {
  cellsAlike,
  reviewColumns,
  reviewedRecords,
  reviewRow,
  rowsTogether,
  seriousRows,
  type LeftOutTogether,
  type ReviewColumn,
  type ReviewFilter,
  type ReviewRow,
} from '../exchange/plan/review/reviewRows'
import type { Choice } from '../exchange/plan/review/unknownWords'
import { correctedSheet } from '../exchange/tables/correctedSheet'
import { NO_NAMES, type KnownNames } from '../exchange/tables/meaning/knownNames'
import type { ParsedSheet, SheetOverride } from '../exchange/tables/parsedSheet'
import { withCompanyWords } from '../exchange/tables/companyWords'
import type { DecidedField, NamedWord, WordDecisions } from '../exchange/tables/wordDecisions'
import { allCodeItems } from '../store/codeItems'
import { writeErrorWorkbook, type ErrorWorkbookOptions } from '../exchange/write/writeErrorWorkbook'
import type { SampleFleetFile } from '../../fixtures/demo/sampleFleetFile'
import { database, type FracasDatabase } from '../store/database'
import type { TableName } from '../domain/records/tables'
import { commitImport, PlanOutdated } from '../store/imports'
import { newId } from '../store/newId'
import { cellIssues } from './cellIssues'
import {
  placeOfValue,
  type BothRows,
  type CellIssue,
  type CommitAnswer,
  type OnStage,
  type Preview,
} from './importAnswers'
import { storedNames, withNamesOf } from './importNames'
import { recallImport, rememberMappings, rememberWords } from './importMemory'
import { fileSummaries, isSamePlan, planChanges } from './importPreview'
import {
  isOpened,
  openFile,
  readAgain,
  sheetOf,
  withDecision,
  type FileOfImport,
  type FileToOpen,
  type OpenedFile,
} from './openedFile'
import { TakenValues } from './takenValues'
import { placesIn, workImport, type WorkedImport } from './workImport'

const MOST_CHOICES = 30
/** Share of the time a file takes that goes by before its cells are there. */
const OPENED = 0.65
/** A plan that nothing touches is worked out again this often while others keep writing. */
const MOST_ATTEMPTS = 5

export class Importer {
  private files: FileOfImport[] = []
  private worked: WorkedImport | null = null
  private cancelled = false
  private words: WordDecisions = {}
  private known: KnownNames = NO_NAMES
  /** Decided in this import, to be remembered when it is stored. */
  private decided: (readonly [DecidedField, string, string | null])[] = []
  private readonly taken = new TakenValues()
  /** Place of a report → the failure a person attached it to. */
  private readonly attached = new Map<string, string>()
  /** What was decided about each file before the steps that can be taken back. */
  private readonly before: (readonly (OpenedFile['overrides'] | null)[])[] = []

  constructor(
    private readonly today: () => string,
    private readonly db: FracasDatabase = database,
  ) {}

  cancel(): void {
    this.cancelled = true
  }

  /** Opens and reads the files; earlier ones are forgotten. */
  async read(files: readonly FileToOpen[], onStage: OnStage): Promise<Preview> {
    this.cancelled = false
    this.files = []
    this.decided = []
    this.taken.clear()
    this.attached.clear()
    this.before.length = 0
    const { mappings, words } = await recallImport(this.db)
    this.words = withCompanyWords(words, await allCodeItems(this.db))
    this.known = await storedNames(this.db)
    for (const [at, file] of files.entries()) {
      onStage('opening', at / files.length, file.name)
      const opened = await openFile(file, { today: this.today(), words: this.words, mappings, known: this.known }, () =>
        onStage('reading', (at + OPENED) / files.length, file.name),
      )
      const twin = this.files.find((other) => isOpened(other) && other.sha256 === opened.sha256)
      const { name, size, sha256 } = opened
      this.files.push(
        twin === undefined
          ? opened
          : { name, size, sha256, problem: { code: 'file-repeated', parameters: { name: twin.name } } },
      )
    }
    this.readWithNamesOfDrop()
    return this.preview(onStage)
  }

  /** A fleet list or a structure among the files says what columns of the others hold. */
  private readWithNamesOfDrop(): void {
    const sheets = this.files.filter(isOpened).flatMap((file) => file.sheets)
    if (!sheets.some(({ kind, records }) => (kind === 'fleet' || kind === 'bom') && records.length > 0)) return
    this.known = withNamesOf(this.known, sheets)
    this.eachOpened((file) => (file.sheets.some(isOpenToDoubt) ? this.again(file, file.overrides) : file))
  }

  /** Reads one sheet again with what a person decided about it. */
  async override(file: number, sheet: string, decision: SheetOverride, onStage: OnStage): Promise<Preview> {
    const opened = this.openFile(file)
    this.noteStep()
    onStage('reading', 0.5, opened.name)
    this.files[file] = this.again(opened, withDecision(opened, sheet, decision))
    return this.preview(onStage)
  }

  /** Leaves out every row that would lose a value, is hidden or struck through, in all files. */
  async leaveOut(which: LeftOutTogether, onStage: OnStage): Promise<Preview> {
    this.noteStep()
    this.eachOpened((file) => {
      const overrides = { ...file.overrides }
      for (const sheet of file.sheets) {
        const rows = rowsTogether(sheet, which)
        const before = overrides[sheet.name] ?? {}
        if (rows.length > 0) overrides[sheet.name] = { ...before, leftOut: [...(before.leftOut ?? []), ...rows] }
      }
      return this.again(file, overrides)
    })
    return this.preview(onStage)
  }

  /** Takes back the last step of the review; words and take-overs are decided anew instead. */
  async undoStep(onStage: OnStage): Promise<Preview> {
    const step = this.before.pop()
    this.eachOpened((file, at) => {
      const overrides = step?.[at] ?? file.overrides
      return overrides === file.overrides ? file : this.again(file, overrides)
    })
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
    this.eachOpened((file) => this.again(file, file.overrides))
    return this.preview(onStage)
  }

  /** Says which failure a report belongs to. @param key of the candidate; empty when nobody can say */
  async attach(place: string, key: string, onStage: OnStage): Promise<Preview> {
    if (key === '') this.attached.delete(place)
    else this.attached.set(place, key)
    return this.preview(onStage)
  }

  /** Names that an unknown word may be, the most alike first. */
  choices(field: NamedWord, query: string): readonly Choice[] {
    const all = this.worked?.planned.choices[field] ?? []
    const sought = plainText(query)
    const found = sought === '' ? all : all.filter(({ label }) => plainText(label).includes(sought))
    return [...found].sort((a, b) => likeness(b.label, query) - likeness(a.label, query)).slice(0, MOST_CHOICES)
  }

  /**
   * Takes new values of stored failures and of what hangs on them over, or not.
   * @param id of the failure; null for all
   * @param value its place (`placeOfValue`); null for all values of the failure
   */
  async takeOver(id: string | null, value: string | null, isTaken: boolean, onStage: OnStage): Promise<Preview> {
    const all = (this.worked?.differences.failures ?? []).map((one) => ({
      key: one.id,
      fields: one.differences.map(placeOfValue),
    }))
    this.taken.take(all, id, value, isTaken)
    return this.preview(onStage)
  }

  /** Takes one field of all failures, or of all that hangs on them. */
  async takeColumn(table: TableName, field: string, isTaken: boolean, onStage: OnStage): Promise<Preview> {
    const all = (this.worked?.differences.failures ?? []).map((one) => ({
      key: one.id,
      fields: one.differences.filter((said) => said.table === table && said.field === field).map(placeOfValue),
    }))
    this.taken.take(all, null, null, isTaken)
    return this.preview(onStage)
  }

  /** The same for what lists say otherwise of masters. @param key null for all masters */
  async takeMaster(key: string | null, field: string | null, isTaken: boolean, onStage: OnStage): Promise<Preview> {
    const all = (this.worked?.differences.masters ?? []).map((one) => ({
      key: one.key,
      fields: one.differences.map((difference) => difference.field),
    }))
    this.taken.take(all, key, field, isTaken)
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
    const { override, parsed, raw } = sheetOf(this.openFile(file), sheet)
    const columns = reviewColumns(parsed)
    const records = reviewedRecords(parsed, raw, filter)
    return {
      columns,
      total: records.length,
      rows: records.slice(from, to).map((record) => reviewRow(record, columns, parsed, raw, override)),
    }
  }

  /** A row that repeats another, beside that other; null when it repeats none of these files. */
  bothRows(file: number, sheet: string, row: number): BothRows | null {
    const found = this.worked?.planned.failures.duplicates.find((one) => {
      const place = this.placeOf(one.sheet)
      return one.row === row && place.file === file && place.sheet === sheet
    })?.first
    if (found === undefined || found === null) return null
    const first = { ...this.placeOf(found.sheet), row: found.row }
    const lines = bothSides(this.writtenOf(file, sheet, row), this.writtenOf(first.file, first.sheet, first.row))
    return { first, lines }
  }

  /** Rows of a sheet that are not to be stored. */
  leftOutRows(file: number, sheet: string): readonly number[] {
    return this.openFile(file).overrides[sheet]?.leftOut ?? []
  }

  /** Cells of a column that say the same. */
  alike(file: number, sheet: string, column: string, written: string): readonly string[] {
    const { parsed, raw } = sheetOf(this.openFile(file), sheet)
    return cellsAlike(parsed, raw, column, written)
  }

  /** The rows left out, or else those that would lose a value, as a workbook to mend and drop again; null when there are none. */
  errorWorkbook(options: ErrorWorkbookOptions): Uint8Array | null {
    const opened = this.files.filter(isOpened)
    const anyLeftOut = opened.some(({ sheets }) => sheets.some(({ leftOut }) => (leftOut?.length ?? 0) > 0))
    return writeErrorWorkbook(
      opened.flatMap((file) =>
        file.sheets.map(({ name }) => {
          const { parsed, raw, override } = sheetOf(file, name)
          const rows = new Set(anyLeftOut ? (parsed.leftOut ?? []).map(({ row }) => row) : seriousRows(parsed))
          return { raw, parsed, corrected: correctedSheet(raw, override?.cells ?? {}), rows }
        }),
      ),
      options,
    )
  }

  /** Doubtful cells of all files, some at a time, optionally of one kind. */
  issues(
    code: IssueCode | null,
    from: number,
    to: number,
  ): { readonly total: number; readonly rows: readonly CellIssue[] } {
    const all = cellIssues(this.files, code)
    return { total: all.length, rows: all.slice(from, to) }
  }

  /**
   * Stores what the preview showed, all of it or nothing. Where something was stored or changed since, it is worked out
   * anew: what comes out the same is stored, anything else is answered for the person to look at.
   * @throws ImportCancelled after `cancel`
   */
  async commit(person: Person, onStage: OnStage): Promise<CommitAnswer> {
    this.cancelled = false
    for (let attempt = 1; ; attempt++) {
      if (this.worked === null) throw new RangeError('there is nothing to store')
      const { planned, differences, summary } = this.worked
      try {
        const batch = await commitImport(
          { ...planned.plan, updates: differences.updates(this.taken) },
          {
            person,
            onProgress: (done, total) => onStage('storing', total === 0 ? 1 : done / total, ''),
            isCancelled: () => this.cancelled,
          },
          this.db,
        )
        return { kind: 'stored', batch, isRemembered: await this.rememberAndForget(person) }
      } catch (error) {
        if (!(error instanceof PlanOutdated) || attempt === MOST_ATTEMPTS) throw error
        const preview = await this.preview(onStage)
        if (!isSamePlan(summary, preview.plan))
          return { kind: 'outdated', preview, counts: planChanges(summary, preview.plan) }
      }
    }
  }

  /** Stores the demonstration fleet. */
  async loadSample(sample: SampleFleetFile, person: Person, onStage: OnStage): Promise<ImportBatch> {
    return commitImport(
      planSampleFleet(sample, newId),
      { person, isSample: true, onProgress: (done, total) => onStage('storing', done / total, '') },
      this.db,
    )
  }

  /** Keeps what was decided for the next file. The import is stored by now, so a failure here must not look like one of it. */
  private async rememberAndForget(person: Person): Promise<boolean> {
    const mappings = this.files.filter(isOpened).flatMap(({ sheets, overrides }) =>
      sheets.flatMap((sheet) => {
        const [fingerprint, mapping] = [headerFingerprint(sheet), mappingToRemember(sheet, overrides[sheet.name])]
        return fingerprint === null || mapping === null ? [] : [[fingerprint, mapping] as const]
      }),
    )
    const { decided } = this
    this.files = []
    this.worked = null
    this.decided = []
    try {
      await rememberMappings(mappings, person, this.db)
      await rememberWords(decided, person, this.db)
      return true
    } catch {
      return false
    }
  }

  private async preview(onStage: OnStage): Promise<Preview> {
    onStage('planning', 0.9, '')
    const { worked, batches } = await workImport(
      this.files,
      { words: this.words, attached: this.attached, taken: this.taken },
      this.db,
    )
    this.worked = worked
    return { files: fileSummaries(this.files, batches), steps: this.before.length, plan: worked.summary }
  }

  private placeOf(sheet: number): { readonly file: number; readonly sheet: string } {
    return this.worked === null ? { file: -1, sheet: '' } : placesIn(this.worked.planned, this.files)(sheet)
  }

  private writtenOf(file: number, sheet: string, row: number): ReturnType<typeof writtenFields> {
    const { override, parsed, raw } = sheetOf(this.openFile(file), sheet)
    return writtenFields(parsed, raw, override, row)
  }

  private openFile(file: number): OpenedFile {
    const opened = this.files[file]
    if (opened === undefined || !isOpened(opened)) throw new RangeError(`file ${file} is not open`)
    return opened
  }

  private eachOpened(change: (file: OpenedFile, at: number) => OpenedFile): void {
    this.files = this.files.map((file, at) => (isOpened(file) ? change(file, at) : file))
  }

  private again(file: OpenedFile, overrides: OpenedFile['overrides']): OpenedFile {
    return readAgain(file, overrides, { today: this.today(), words: this.words, known: this.known })
  }

  private noteStep(): void {
    this.before.push(this.files.map((file) => (isOpened(file) ? file.overrides : null)))
  }
}

/** Did content have to say what a column holds, or could nothing say what the sheet is? */
const isOpenToDoubt = ({ kind, columns }: ParsedSheet): boolean =>
  kind === 'other' || columns.some(({ guesses }) => guesses !== undefined)
