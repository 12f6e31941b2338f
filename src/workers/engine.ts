/**
 * What the background thread holds and answers: the columns of all failures, the fleet they are measured against, and the
 * questions screens ask of both. The database stays the truth; this follows the log. What cannot be read or stored now is
 * tried again later, and meanwhile the engine answers from what it has and says how far behind it is.
 */
import { criticalityOf, alikeFailures } from '../metrics/alikeFailures'
import { COLUMN_MEANING, type ColumnField } from '../metrics/columnMeaning'
import type { ActionEffect, EffectQuestion } from '../metrics/effectivenessScope'
import { liveRows, rowOf, textAt, TEXT_FIELDS, type TextField } from '../metrics/failureColumns'
import { searchPreparations, sortRows } from '../metrics/failureFilter'
import { fleetOf, partyLabel } from '../metrics/fleet'
import {
  findNodes,
  findTrains,
  nodeNamed,
  trainNamed,
  nodeTitle,
  trainTitle,
  type NodeHit,
  type NodeTitle,
  type TrainHit,
  type TrainTitle,
} from '../metrics/fleetSearch'
import type { LastReading } from '../metrics/lastReading'
import type { NodeLifeQuestion } from '../metrics/lifeQuestion'
import { closedUntil } from '../metrics/longClosed'
import type { NodeAnalysis } from '../metrics/nodeAnalysis'
import type { NodeGrowth, NodeLife } from '../metrics/nodeLife'
import type { RecurrenceQuestion } from '../metrics/recurrence'
import type { ReportQuestion } from '../metrics/reports/report'
import type { Scope } from '../metrics/scope'
import { similarFailures, type BeingWritten } from '../metrics/similarFailures'
import type { Moment } from '../domain/moment'
import type { Person } from '../domain/person'
import type { OpenWork } from '../domain/workflow/openWork'
import type { Proposal } from '../store/recurrenceAfterAction'
import type { ReportData } from '../exchange/write/reports/reportContext'
import { database, type FracasDatabase } from '../store/database'
import { NO_REFERENCE, readNames, readReference, type Reference } from '../store/reference'
import {
  STARTING,
  type EngineState,
  type EngineTrouble,
  type FleetChoices,
  type Language,
  type Overview,
  type SimilarView,
  type TablePage,
  type TableQuery,
  type TableRow,
  type TreeView,
} from './engineAnswers'
import { labelsFrom, type EngineView } from './engineView'
import { failuresPerProblem, failuresPerTrain, latestDay } from './failureCounts'
import {
  allNames,
  fleetChoices,
  lastOdometer,
  overview,
  treeView,
  unassignedRows,
  unassignedWords,
} from './fleetAnswers'
import { FailureColumnCache } from './failureColumnCache'
import { loadedOnce } from './loadedOnce'
import { pinyinInitials } from './pinyin'
import { Retrying, type Later } from './retrying'
import { describedRows, TableAnswers } from './tableAnswers'

/** The fits come with the first question about them: most visits never ask one. */
const analyses = loadedOnce(() => import('../metrics/nodeAnalysis'))
const effects = loadedOnce(() => import('./effectAnswer'))
const ages = loadedOnce(() => import('../metrics/nodeLife'))
const work = loadedOnce(() => import('./workAnswers'))
const reports = loadedOnce(() => import('./reportAnswer'))

export class Engine {
  private readonly kept: FailureColumnCache
  private readonly table = new TableAnswers()
  private reference: Reference = NO_REFERENCE
  private view: EngineView
  private state: EngineState = STARTING
  private loading: Promise<void> | null = null
  private isLoaded = false
  /** What was taken in but not published yet, because something after it failed. */
  private hasNews = false
  private isReferenceOld = true
  /** Readings are read when a figure first needs them: a table needs none, and they are most of the reference. */
  private readings: Promise<void> | null = null
  private readonly following: Retrying
  private readonly saving: Retrying

  constructor(
    private readonly tell: (state: EngineState) => void,
    private readonly db: FracasDatabase = database,
    private readonly later: Later = (work, delayMs) => void setTimeout(work, delayMs),
  ) {
    this.kept = new FailureColumnCache(db)
    this.view = this.viewOf(0, new Uint32Array())
    this.following = new Retrying(
      () => this.catchUp(),
      (error) => this.sayNotRead(error),
      later,
    )
    this.saving = new Retrying(
      () => this.save(),
      (error) => this.sayNotStored(error),
      later,
    )
  }

  /**
   * Loads the snapshot, or builds it, and reads what the log has gained since.
   * @throws what the browser says when the database cannot be read; the next question tries again
   */
  open(): Promise<void> {
    if (this.loading === null) {
      const loading = this.load()
      this.loading = loading
      loading.catch(() => {
        if (this.loading === loading) this.loading = null
      })
    }
    return this.loading
  }

  /** Brings the columns up to the end of the log; resolves after the attempt, whether or not it succeeded. */
  async follow(): Promise<void> {
    await this.following.run()
    if (this.kept.isWorthSaving) await this.saving.run()
  }

  private async load(): Promise<void> {
    await this.kept.load((done, total) => this.say({ ready: false, done, total }))
    await this.takeNews()
    this.isLoaded = true
    this.publish()
    this.prepareQuestions()
  }

  private async catchUp(): Promise<void> {
    await this.open()
    if ((await this.kept.behind()) < 0) {
      // Not the log the columns were read from: everything was deleted, or another state was restored.
      this.isLoaded = false
      this.isReferenceOld = true
      this.loading = null
      await this.open()
    }
    await this.takeNews()
    if (this.hasNews) this.publish()
  }

  private async takeNews(): Promise<void> {
    for (;;) {
      const page = await this.kept.catchUp()
      if (!page.hasGrown) break
      this.hasNews = true
      this.isReferenceOld ||= page.touchesReference
    }
    if (!this.isReferenceOld) return
    const names = await readNames(this.db)
    this.isReferenceOld = false
    this.readings = null
    this.hasNews = true
    this.takeReference(names)
  }

  private async save(): Promise<void> {
    await this.open()
    if (this.kept.isWorthSaving) await this.kept.save()
  }

  private takeReference(reference: Reference): void {
    this.reference = reference
    this.table.forgetLabels()
    this.view = this.viewOf(this.state.version, this.view.live)
  }

  private viewOf(version: number, live: Uint32Array): EngineView {
    const { columns } = this.kept
    const fleet = fleetOf(this.reference)
    return { version, columns, live, fleet, reference: this.reference, labelOf: labelsFrom(this.reference, fleet) }
  }

  private publish(): void {
    this.hasNews = false
    this.table.forgetRows()
    const undone = new Set(this.reference.batches.filter((batch) => batch.state === 'undone').map((batch) => batch.id))
    const { columns } = this.kept
    const live = liveRows(columns, undone)
    const version = this.state.version + 1
    this.view = { ...this.view, columns, live, version }
    this.say({ version, ready: true, done: live.length, total: live.length })
  }

  private say(change: Partial<EngineState>): void {
    this.state = { ...this.state, ...change }
    this.tell(this.state)
  }

  private sayTrouble(kind: EngineTrouble['kind'], error: unknown, changes: number | null): void {
    const { trouble } = this.state
    // Figures that are behind matter more than a snapshot that is.
    if (error === null ? trouble?.kind === kind : trouble?.kind !== 'not-read' || kind === 'not-read')
      this.say({
        trouble:
          error === null ? null : { kind, changes, reason: error instanceof Error ? error.message : String(error) },
      })
  }

  private async sayNotRead(error: unknown): Promise<void> {
    const changes = error === null || !this.isLoaded ? null : await this.kept.behind().catch(() => null)
    this.sayTrouble('not-read', error, changes)
    if (error === null && this.kept.isWorthSaving) void this.saving.run()
  }

  private sayNotStored(error: unknown): void {
    this.sayTrouble('not-stored', error, this.kept.unsavedRows)
  }

  /** What the first search and the first sort by a column would have to wait for, done step by step once the first screen is there. */
  private prepareQuestions(): void {
    const written = TEXT_FIELDS.filter((field) => COLUMN_MEANING[field].kind === 'text')
    const steps = [
      ...searchPreparations(this.kept.columns),
      () => void pinyinInitials().catch(() => undefined),
      ...written.map((field) => () => void this.table.ranksOf(this.view, field, 'zh')),
    ]
    for (const [at, step] of steps.entries()) this.later(step, 1500 + 150 * at)
  }

  private async now(): Promise<EngineView> {
    await this.open()
    return this.view
  }

  /** With the readings that distances are worked out from. */
  private async withReadings(): Promise<EngineView> {
    await this.open()
    if (this.readings === null) {
      const reading: Promise<void> = readReference(this.db).then((reference) => {
        // Readings asked for before the reference changed are not taken; the next question reads them anew.
        if (this.readings === reading) this.takeReference(reference)
      })
      this.readings = reading
      reading.catch(() => {
        if (this.readings === reading) this.readings = null
      })
    }
    await this.readings
    return this.view
  }

  async page(query: TableQuery, from: number, to: number, fields: readonly ColumnField[]): Promise<TablePage> {
    return this.table.page(await this.now(), query, from, to, fields)
  }

  /** The same rows, latest failure first. */
  async newestFirst(rows: Uint32Array): Promise<Uint32Array> {
    const { columns } = await this.now()
    return sortRows(columns, rows, { field: 'occurredAt', descending: true }, (_field, word) => word)
  }

  /** The given rows of the columns, described; for the drawer behind a mark. */
  async describeRows(
    rows: Uint32Array,
    fields: readonly ColumnField[],
    language: Language,
  ): Promise<readonly TableRow[]> {
    return describedRows(await this.now(), rows, fields, language)
  }

  /** Ids of all rows of a query, in its order; for exports and for stepping to the next failure. */
  async idsOf(query: TableQuery): Promise<readonly string[]> {
    const view = await this.now()
    return this.idsOfRows(await this.table.rowsOf(view, query))
  }

  async idsOfRows(rows: Uint32Array): Promise<readonly string[]> {
    const { columns } = await this.now()
    return Array.from(rows, (row) => columns.ids[row] ?? '')
  }

  async options(query: TableQuery, field: TextField) {
    return this.table.options(await this.now(), query, field)
  }

  async totals(query: TableQuery) {
    return this.table.totals(await this.now(), query)
  }

  async findNodes(typed: string, limit: number): Promise<readonly NodeHit[]> {
    const initialsOf = await pinyinInitials()
    return findNodes((await this.now()).fleet, typed, limit, initialsOf)
  }

  async findTrains(typed: string, limit: number): Promise<readonly TrainHit[]> {
    const initialsOf = await pinyinInitials()
    return findTrains((await this.now()).fleet, typed, limit, initialsOf)
  }

  async trainNamed(words: string): Promise<TrainHit | null> {
    return trainNamed((await this.now()).fleet, words)
  }

  async nodeNamed(words: string): Promise<NodeHit | null> {
    return nodeNamed((await this.now()).fleet, words)
  }

  /** @param besides the failure whose own reading is in question */
  async lastOdometer(trainId: string, until: string, besides?: string): Promise<LastReading | null> {
    return lastOdometer(await this.withReadings(), trainId, until, besides)
  }

  async nodeOf(id: string): Promise<NodeTitle | null> {
    return nodeTitle((await this.now()).fleet, id)
  }

  async trainOf(id: string): Promise<TrainTitle | null> {
    return trainTitle((await this.now()).fleet, id)
  }

  async unassignedWords() {
    return unassignedWords(await this.now())
  }

  async idsOfUnassigned(words: string): Promise<readonly string[]> {
    const view = await this.now()
    return this.idsOfRows(unassignedRows(view).filter((row) => textAt(view.columns, 'nodeText', row) === words))
  }

  async allNames(): Promise<Readonly<Record<string, string>>> {
    return allNames(await this.now())
  }

  /** Names of organisations and places, by id. */
  async partyNames(ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const { fleet } = await this.now()
    return Object.fromEntries(ids.map((id) => [id, partyLabel(fleet, id)]))
  }

  async tree(scope: Scope): Promise<TreeView> {
    return treeView(await this.withReadings(), scope)
  }

  async node(scope: Scope, question: RecurrenceQuestion, language: Language): Promise<NodeAnalysis> {
    const { nodeAnalysis } = await analyses()
    const { columns, live, fleet, labelOf } = await this.withReadings()
    return nodeAnalysis(columns, live, fleet, scope, question, labelOf(language))
  }

  async actionEffect(question: EffectQuestion): Promise<ActionEffect> {
    const { answerEffect } = await effects()
    const { columns, live, fleet } = await this.withReadings()
    return answerEffect(columns, live, fleet, question, this.db)
  }

  /** What is known about a failure while it is being written, as few facts with their rows. */
  async similar(question: BeingWritten, language: Language): Promise<SimilarView> {
    const view = await this.withReadings()
    const { lately, cameBack, lastFix } = similarFailures(view.columns, view.live, view.fleet, question)
    const fields = ['no', 'occurredAt', 'trainId', 'description', 'measure', 'causeText'] as const
    return {
      lately: Uint32Array.from(lately),
      cameBack: Uint32Array.from(cameBack),
      lastFix: lastFix === null ? null : (describedRows(view, Uint32Array.of(lastFix), fields, language)[0] ?? null),
    }
  }

  /** Failures that have been closed since that day or longer. */
  async closedUntil(day: number): Promise<readonly string[]> {
    const { columns, live } = await this.now()
    return this.idsOfRows(closedUntil(columns, live, day))
  }

  /** @param now local civil time, to the minute */
  async openWork(person: Person, now: Moment): Promise<OpenWork> {
    const { openWorkOf } = await work()
    return openWorkOf(await this.now(), person, now, this.db)
  }

  /** @param only one closed failure; all when null */
  async recurrenceAfterAction(only: string | null): Promise<readonly Proposal[]> {
    const { recurrenceAfterAction } = await work()
    return recurrenceAfterAction(await this.now(), only, this.db)
  }

  async failuresPerProblem() {
    return failuresPerProblem(await this.now())
  }

  async failuresPerTrain(): Promise<Readonly<Record<string, number>>> {
    return failuresPerTrain(await this.now())
  }

  /** What the records around a failure say about how thoroughly it must be worked. */
  async escalationContextOf(id: string): Promise<{ readonly criticality: string; readonly alikeIn90Days: number }> {
    const { columns, live, fleet } = await this.now()
    const row = rowOf(columns, id)
    return {
      criticality: row === undefined ? '' : criticalityOf(fleet, textAt(columns, 'failedNodeId', row)),
      alikeIn90Days: alikeFailures(columns, live, id).length,
    }
  }

  /** Asked only when somebody looks: the page of a node opens without any fit. */
  async growth(scope: Scope): Promise<NodeGrowth> {
    const { nodeGrowth } = await ages()
    const { columns, live, fleet } = await this.withReadings()
    return nodeGrowth(columns, live, fleet, scope)
  }

  async life(scope: Scope, question: NodeLifeQuestion): Promise<NodeLife> {
    const { nodeLife } = await ages()
    const { columns, live, fleet } = await this.withReadings()
    return nodeLife(columns, live, fleet, scope, question)
  }

  async report(question: ReportQuestion, language: Language, withRows: boolean): Promise<ReportData> {
    const { answerReport } = await reports()
    const { columns, live, fleet, labelOf } = await this.withReadings()
    return answerReport(columns, live, fleet, question, labelOf(language), language, withRows)
  }

  async latestDay(): Promise<number | null> {
    return latestDay(await this.now())
  }

  async fleetChoices(language: Language): Promise<FleetChoices> {
    return fleetChoices(await this.now(), language)
  }

  async overview(): Promise<Overview> {
    return overview(await this.withReadings())
  }
}
