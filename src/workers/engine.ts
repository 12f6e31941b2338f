/**
 * What the background thread holds and answers: the columnar snapshot of all failures, the fleet they are measured
 * against, and the questions screens ask of both. The database stays the truth; this follows the log.
 */
import type { ActionEffect, EffectQuestion } from '../metrics/effectGround'
import { alikeFailures, criticalityOf } from '../metrics/alikeFailures'
import { isOpen } from '../domain/workflow/transitions'
import { codeBook, codeLabel, type CodeBook } from '../domain/codeBook'
import { COLUMN_MEANING, type ColumnField } from '../metrics/columnMeaning'
import { closedUntil } from '../metrics/longClosed'
import {
  keepRows,
  liveRows,
  rowOf,
  textAt,
  TEXT_FIELDS,
  type FailureColumns,
  type TextField,
} from '../metrics/failureColumns'
import {
  distinctWords,
  filterRows,
  searchPreparations,
  searchRows,
  sortRows,
  wordRanks,
  type LabelOf,
} from '../metrics/failureFilter'
import { fleetOf, nodeLabel, partyLabel, trainLabel, type Fleet } from '../metrics/fleet'
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
import { lastReading, type LastReading } from '../metrics/lastReading'
import type { NodeAnalysis } from '../metrics/nodeAnalysis'
import { nodeFigures } from '../metrics/nodeFigures'
import type { NodeLifeQuestion } from '../metrics/lifeQuestion'
import type { NodeGrowth, NodeLife } from '../metrics/nodeLife'
import type { RecurrenceQuestion } from '../metrics/recurrence'
import { recordedPeriod } from '../metrics/recordedPeriod'
import type { ReportQuestion } from '../metrics/reports/report'
import type { ReportData } from '../exchange/write/reports/reportContext'
import { fleetExposure, rowsInScope, trainsInScope, type Scope } from '../metrics/scope'
import { readNames, readReference, type Reference } from '../store/reference'
import { similarFailures, type BeingWritten } from '../metrics/similarFailures'
import type { InitialsOf } from '../metrics/fuzzyWords'
import type {
  EngineState,
  Language,
  Overview,
  SimilarView,
  TablePage,
  TableQuery,
  TableRow,
  TreeView,
} from './engineAnswers'
import { KeptColumns } from './keptColumns'
import { pinyinInitials } from './pinyin'

/** The fits come with the first question about them: most visits never ask one. */
const analyses = () => import('../metrics/nodeAnalysis')
const effects = () => import('./effectAnswer')
const ages = () => import('../metrics/nodeLife')
const reports = () => import('./reportAnswer')

export class Engine {
  private readonly kept = new KeptColumns()
  private reference: Reference | null = null
  private fleetNow: Fleet | null = null
  private book: CodeBook = codeBook([])
  private live: Uint32Array = new Uint32Array()
  private version = 0
  private ready: Promise<void> | null = null
  private following: Promise<void> = Promise.resolve()
  private readonly permutations = new Map<string, Uint32Array>()
  private readonly ranks = new Map<string, Uint32Array>()
  /** Readings are read when a figure first needs them: a table needs none, and they are most of the reference. */
  private readings: Promise<void> | null = null

  constructor(private readonly tell: (state: EngineState) => void) {}

  /** Loads the snapshot, or builds it, and reads what the log has gained since. */
  open(): Promise<void> {
    this.ready ??= this.load()
    return this.ready
  }

  private async load(): Promise<void> {
    const loading = this.kept.load((done, total) => this.tell({ version: this.version, ready: false, done, total }))
    this.takeReference(await readNames())
    await loading
    await this.catchUp()
    this.publish(true)
    this.prepareQuestions()
  }

  private get columns(): FailureColumns {
    return this.kept.columns
  }

  /** What the first search and the first sort by a column would have to wait for, done step by step once the first screen is there. */
  private prepareQuestions(): void {
    const written = TEXT_FIELDS.filter((field) => COLUMN_MEANING[field].kind === 'text')
    const steps = [
      ...searchPreparations(this.columns),
      () => void pinyinInitials(),
      ...written.map((field) => () => void this.ranksOf(field, 'zh')),
    ]
    for (const [at, step] of steps.entries()) setTimeout(step, 1500 + 150 * at)
  }

  /** Brings the columns up to the end of the log. Calls queue up behind each other. */
  follow(): Promise<void> {
    this.following = this.following.then(async () => {
      await this.open()
      if (await this.catchUp()) this.publish(true)
      await this.kept.saveIfGrown()
    })
    return this.following
  }

  private async catchUp(): Promise<boolean> {
    const { hasGrown, touchesReference } = await this.kept.catchUp()
    if (touchesReference) {
      const names = await readNames()
      this.readings = null
      this.takeReference(names)
    }
    return hasGrown
  }

  private takeReference(reference: Reference): void {
    this.reference = reference
    this.fleetNow = null
    this.ranks.clear()
    this.book = codeBook(reference.codeItems)
  }

  private publish(ready: boolean): void {
    this.version += 1
    this.permutations.clear()
    const undone = new Set(
      (this.reference?.batches ?? []).filter((batch) => batch.state === 'undone').map((batch) => batch.id),
    )
    this.live = liveRows(this.columns, undone)
    this.tell({ version: this.version, ready, done: this.live.length, total: this.live.length })
  }

  /** Open, and with the readings that distances are worked out from. */
  private async openWithReadings(): Promise<void> {
    await this.open()
    if (this.readings === null) {
      const reading: Promise<void> = readReference().then((reference) => {
        // Readings asked for before the reference changed are not taken; the next question reads them anew.
        if (this.readings === reading) this.takeReference(reference)
      })
      this.readings = reading
    }
    await this.readings
  }

  private get fleet(): Fleet {
    this.fleetNow ??= fleetOf(
      this.reference ?? { products: [], bomNodes: [], parties: [], trains: [], usageReadings: [] },
    )
    return this.fleetNow
  }

  private labelOf(language: Language): LabelOf {
    return (field, word) => {
      const meaning = COLUMN_MEANING[field]
      if (word === '') return ''
      if (meaning.kind === 'code' && meaning.list !== undefined)
        return codeLabel(this.book, meaning.list, word, language)
      if (meaning.kind === 'yesNo')
        return language === 'zh' ? (word === 'yes' ? '是' : '否') : word === 'yes' ? 'Yes' : 'No'
      if (meaning.kind === 'moment') return word.slice(0, 16).replace('T', ' ')
      if (meaning.kind !== 'ref') return word
      if (meaning.to === 'trains') return trainLabel(this.fleet, word)
      if (meaning.to === 'bomNodes') return nodeLabel(this.fleet, word)
      if (meaning.to === 'parties') return partyLabel(this.fleet, word)
      if (meaning.to === 'importBatches')
        return (
          this.reference?.batches
            .find((batch) => batch.id === word)
            ?.files.map((file) => file.name)
            .join('、') ?? word
        )
      return word
    }
  }

  /** Places of the words of a column in the order of their labels, kept until it gains a word or a label changes. */
  private ranksOf(field: TextField, language: Language): Uint32Array {
    // What people wrote is its own label in every language.
    const key = COLUMN_MEANING[field].kind === 'text' ? field : `${language}|${field}`
    const known = this.ranks.get(key)
    if (known !== undefined && known.length === this.columns.text[field].words.length) return known
    const ranks = wordRanks(this.columns, field, this.labelOf(language))
    this.ranks.set(key, ranks)
    return ranks
  }

  private async rowsOf(query: TableQuery): Promise<Uint32Array> {
    await this.open()
    const key = JSON.stringify(query)
    const known = this.permutations.get(key)
    if (known !== undefined) return known
    const labelOf = this.labelOf(query.language)
    const base =
      query.scope === undefined ? this.live : rowsInScope(this.columns, this.live, this.fleet, query.scope).counted
    const isTyped = query.search.trim() !== '' || query.filters.some((filter) => filter.op === 'like')
    const initialsOf: InitialsOf | null = isTyped ? await pinyinInitials() : null
    const searched =
      query.search.trim() === '' ? base : searchRows(this.columns, base, query.search, labelOf, initialsOf)
    const filtered = filterRows(this.columns, searched, query.filters, labelOf, initialsOf)
    const sorted = sortRows(this.columns, filtered, query.sorting, labelOf, (field) =>
      this.ranksOf(field, query.language),
    )
    if (this.permutations.size >= 6) this.permutations.delete([...this.permutations.keys()][0] ?? '')
    this.permutations.set(key, sorted)
    return sorted
  }

  private describe(row: number, fields: readonly ColumnField[], labelOf: LabelOf): TableRow {
    const words: Record<string, string> = {}
    const labels: Record<string, string> = {}
    for (const field of fields) {
      if (COLUMN_MEANING[field].kind === 'number' || field === 'occurredDay') {
        const value = this.columns.number[field as 'odometerKm'][row] ?? Number.NaN
        words[field] = Number.isNaN(value) ? '' : String(value)
        labels[field] = words[field]
      } else {
        const word = textAt(this.columns, field as TextField, row)
        words[field] = word
        labels[field] = word === '' ? '' : labelOf(field as TextField, word)
      }
    }
    return { id: this.columns.ids[row] ?? '', words, labels }
  }

  async page(query: TableQuery, from: number, to: number, fields: readonly ColumnField[]): Promise<TablePage> {
    const rows = await this.rowsOf(query)
    const labelOf = this.labelOf(query.language)
    return {
      version: this.version,
      total: rows.length,
      from,
      rows: Array.from(rows.subarray(from, to), (row) => this.describe(row, fields, labelOf)),
    }
  }

  /** The same rows, latest failure first. */
  async newestFirst(rows: Uint32Array): Promise<Uint32Array> {
    await this.open()
    return sortRows(this.columns, rows, { field: 'occurredAt', descending: true }, (_field, word) => word)
  }

  /** The given rows of the columns, described; for the drawer behind a mark. */
  async describeRows(
    rows: Uint32Array,
    fields: readonly ColumnField[],
    language: Language,
  ): Promise<readonly TableRow[]> {
    await this.open()
    const labelOf = this.labelOf(language)
    return Array.from(rows, (row) => this.describe(row, fields, labelOf))
  }

  /** Ids of all rows of a query, in its order; for exports and for stepping to the next failure. */
  async idsOf(query: TableQuery): Promise<readonly string[]> {
    return Array.from(await this.rowsOf(query), (row) => this.columns.ids[row] ?? '')
  }

  async idsOfRows(rows: Uint32Array): Promise<readonly string[]> {
    await this.open()
    return Array.from(rows, (row) => this.columns.ids[row] ?? '')
  }

  /** Distinct values of one column under all other conditions of the query, most frequent first. */
  async options(
    query: TableQuery,
    field: TextField,
  ): Promise<readonly { readonly word: string; readonly label: string; readonly count: number }[]> {
    const others = { ...query, filters: query.filters.filter((filter) => filter.field !== field) }
    const labelOf = this.labelOf(query.language)
    return distinctWords(this.columns, await this.rowsOf(others), field)
      .slice(0, 500)
      .map(({ word, count }) => ({ word, count, label: labelOf(field, word) }))
  }

  /** Sums over the rows of a query, for the foot of the table. */
  async totals(
    query: TableQuery,
  ): Promise<{ readonly rows: number; readonly delayMin: number; readonly trains: number; readonly nodes: number }> {
    const rows = await this.rowsOf(query)
    let delayMin = 0
    const trains = new Set<number>()
    const nodes = new Set<number>()
    for (const row of rows) {
      delayMin += this.columns.number.delayMin[row] || 0
      trains.add(this.columns.text.trainId.index[row] ?? 0)
      nodes.add(this.columns.text.failedNodeId.index[row] ?? 0)
    }
    trains.delete(0)
    nodes.delete(0)
    return { rows: rows.length, delayMin, trains: trains.size, nodes: nodes.size }
  }

  async findNodes(typed: string, limit: number): Promise<readonly NodeHit[]> {
    await this.open()
    return findNodes(this.fleet, typed, limit, await pinyinInitials())
  }

  async findTrains(typed: string, limit: number): Promise<readonly TrainHit[]> {
    await this.open()
    return findTrains(this.fleet, typed, limit, await pinyinInitials())
  }

  async trainNamed(words: string): Promise<TrainHit | null> {
    await this.open()
    return trainNamed(this.fleet, words)
  }

  async nodeNamed(words: string): Promise<NodeHit | null> {
    await this.open()
    return nodeNamed(this.fleet, words)
  }

  /**
   * The last odometer reading of a train up to a moment, from the readings on record and from its failures.
   * @param besides the failure whose own reading is in question
   */
  async lastOdometer(trainId: string, until: string, besides?: string): Promise<LastReading | null> {
    await this.openWithReadings()
    const read = (this.reference?.usageReadings ?? []).flatMap(({ subjectId, metric, basis, value, at }) =>
      subjectId === trainId && metric === 'km' && basis !== 'distance' && value !== undefined && at !== undefined
        ? [{ km: value, at }]
        : [],
    )
    const reported: LastReading[] = []
    for (const row of this.live) {
      const km = this.columns.number.odometerKm[row] ?? Number.NaN
      if (Number.isFinite(km) && textAt(this.columns, 'trainId', row) === trainId && this.columns.ids[row] !== besides)
        reported.push({ km, at: textAt(this.columns, 'occurredAt', row) })
    }
    return lastReading([...read, ...reported], until)
  }

  async nodeOf(id: string): Promise<NodeTitle | null> {
    await this.open()
    return nodeTitle(this.fleet, id)
  }

  async trainOf(id: string): Promise<TrainTitle | null> {
    await this.open()
    return trainTitle(this.fleet, id)
  }

  private unassignedRows(): number[] {
    const { index, words } = this.columns.text.bomNodeId
    return Array.from(this.live).filter((row) => !this.fleet.tree.nodes.has(words[index[row] ?? 0] ?? ''))
  }

  /** Wordings of parts that fit no node, most frequent first. */
  async unassignedWords(): Promise<readonly { readonly words: string; readonly count: number }[]> {
    await this.open()
    const counts = new Map<string, number>()
    for (const row of this.unassignedRows()) {
      const words = textAt(this.columns, 'nodeText', row)
      counts.set(words, (counts.get(words) ?? 0) + 1)
    }
    return [...counts].map(([words, count]) => ({ words, count })).sort((a, b) => b.count - a.count)
  }

  async idsOfUnassigned(words: string): Promise<readonly string[]> {
    await this.open()
    return this.unassignedRows()
      .filter((row) => textAt(this.columns, 'nodeText', row) === words)
      .map((row) => this.columns.ids[row] ?? '')
  }

  /** Names of everything a failure can point to, by id. */
  async allNames(): Promise<Readonly<Record<string, string>>> {
    await this.open()
    const names: Record<string, string> = {}
    for (const id of this.fleet.tree.nodes.keys()) names[id] = nodeLabel(this.fleet, id)
    for (const id of this.fleet.trains.keys()) names[id] = trainLabel(this.fleet, id)
    for (const id of this.fleet.parties.keys()) names[id] = partyLabel(this.fleet, id)
    for (const batch of this.reference?.batches ?? []) names[batch.id] = batch.files.map((file) => file.name).join('、')
    return names
  }

  /** Names of organisations and places, by id. */
  async partyNames(ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
    await this.open()
    return Object.fromEntries(ids.map((id) => [id, partyLabel(this.fleet, id)]))
  }

  async tree(scope: Scope): Promise<TreeView> {
    await this.openWithReadings()
    const { from, to } = recordedPeriod(this.columns, this.live, this.fleet, scope)
    const whole: Scope = {
      population: scope.population,
      partBasis: scope.partBasis,
      vehicleTypes: scope.vehicleTypes,
      depotIds: scope.depotIds,
      from,
      to,
    }
    const exposure = fleetExposure(this.fleet, trainsInScope(this.fleet, scope), from, to)
    const { counted } = rowsInScope(this.columns, this.live, this.fleet, whole)
    const { nodes, unassigned } = nodeFigures(this.columns, counted, this.fleet, exposure, scope.partBasis)
    return {
      version: this.version,
      unassigned,
      counted: counted.length,
      exposure,
      nodes: nodes.map((figures) => {
        const node = this.fleet.tree.nodes.get(figures.nodeId)
        const path = this.fleet.tree.pathOf(figures.nodeId)
        return {
          id: figures.nodeId,
          parentId: path.at(-2)?.id ?? null,
          name: node?.name ?? '',
          partNo: node?.partNo ?? '',
          level: path.length,
          hasChildren: this.fleet.tree.childrenOf(figures.nodeId).length > 0,
          criticality: node?.criticality ?? '',
          figures,
        }
      }),
    }
  }

  async node(scope: Scope, question: RecurrenceQuestion, language: Language): Promise<NodeAnalysis> {
    await this.openWithReadings()
    const { nodeAnalysis } = await analyses()
    return nodeAnalysis(this.columns, this.live, this.fleet, scope, question, this.labelOf(language))
  }

  async actionEffect(question: EffectQuestion): Promise<ActionEffect> {
    await this.openWithReadings()
    const { answerEffect } = await effects()
    return answerEffect(this.columns, this.live, this.fleet, question)
  }

  /** What is known about a failure while it is being written, as few facts with their rows. */
  async similar(question: BeingWritten, language: Language): Promise<SimilarView> {
    await this.openWithReadings()
    const { lately, cameBack, lastFix } = similarFailures(this.columns, this.live, this.fleet, question)
    const labelOf = this.labelOf(language)
    return {
      lately: Uint32Array.from(lately),
      cameBack: Uint32Array.from(cameBack),
      lastFix:
        lastFix === null
          ? null
          : this.describe(lastFix, ['no', 'occurredAt', 'trainId', 'description', 'measure', 'causeText'], labelOf),
    }
  }

  /** Failures that have been closed since that day or longer. */
  async closedUntil(day: number): Promise<readonly string[]> {
    await this.open()
    return this.idsOfRows(closedUntil(this.columns, this.live, day))
  }

  /** Per problem, how many failures it has and how many of them are still open. */
  async failuresPerProblem(): Promise<Readonly<Record<string, { readonly failures: number; readonly open: number }>>> {
    await this.open()
    const open = new Map(
      distinctWords(
        this.columns,
        keepRows(this.live, (row) => isOpen(textAt(this.columns, 'state', row))),
        'problemId',
      ).map(({ word, count }) => [word, count]),
    )
    return Object.fromEntries(
      distinctWords(this.columns, this.live, 'problemId')
        .filter(({ word }) => word !== '')
        .map(({ word, count }) => [word, { failures: count, open: open.get(word) ?? 0 }]),
    )
  }

  async failuresPerTrain(): Promise<Readonly<Record<string, number>>> {
    await this.open()
    return Object.fromEntries(
      distinctWords(this.columns, this.live, 'trainId')
        .filter(({ word }) => word !== '')
        .map(({ word, count }) => [word, count]),
    )
  }

  /** What the records around a failure say about how thoroughly it must be worked. */
  async surroundingsOf(id: string): Promise<{ readonly criticality: string; readonly alikeIn90Days: number }> {
    await this.open()
    const row = rowOf(this.columns, id)
    return {
      criticality: row === undefined ? '' : criticalityOf(this.fleet, textAt(this.columns, 'failedNodeId', row)),
      alikeIn90Days: alikeFailures(this.columns, this.live, id).length,
    }
  }

  /** Asked only when somebody looks: the page of a node opens without any fit. */
  async growth(scope: Scope): Promise<NodeGrowth> {
    await this.openWithReadings()
    const { nodeGrowth } = await ages()
    return nodeGrowth(this.columns, this.live, this.fleet, scope)
  }

  async life(scope: Scope, question: NodeLifeQuestion): Promise<NodeLife> {
    await this.openWithReadings()
    const { nodeLife } = await ages()
    return nodeLife(this.columns, this.live, this.fleet, scope, question)
  }

  async report(question: ReportQuestion, language: Language, withRows: boolean): Promise<ReportData> {
    await this.openWithReadings()
    const { answerReport } = await reports()
    return answerReport(this.columns, this.live, this.fleet, question, this.labelOf(language), language, withRows)
  }

  /** The day of the last failure on record; null when none has a day. */
  async latestDay(): Promise<number | null> {
    await this.open()
    const days = this.columns.number.occurredDay
    const last = this.live.reduce(
      (latest, row) => ((days[row] ?? Number.NaN) > latest ? (days[row] ?? latest) : latest),
      Number.NEGATIVE_INFINITY,
    )
    return Number.isFinite(last) ? last : null
  }

  /** Vehicle types, depots and operators of the fleet, for the choice of population. */
  async fleetChoices(language: Language): Promise<{
    readonly vehicleTypes: readonly string[]
    readonly depots: readonly { readonly id: string; readonly label: string }[]
    readonly operators: readonly { readonly id: string; readonly label: string }[]
  }> {
    await this.open()
    const trains = [...this.fleet.trains.values()]
    const vehicleTypes = [...new Set(trains.map((train) => train.vehicleType ?? ''))]
      .filter((type) => type !== '')
      .sort()
    const partiesOf = (field: 'depotId' | 'operatorId') =>
      [...new Set(trains.map((train) => train[field] ?? ''))]
        .filter((id) => id !== '')
        .map((id) => ({ id, label: partyLabel(this.fleet, id) }))
        .sort((a, b) => a.label.localeCompare(b.label, language))
    return { vehicleTypes, depots: partiesOf('depotId'), operators: partiesOf('operatorId') }
  }

  async overview(): Promise<Overview> {
    await this.openWithReadings()
    const sample = this.reference?.batches.find((batch) => batch.isSample && batch.state === 'committed')
    return {
      version: this.version,
      failures: this.live.length,
      trains: this.fleet.trains.size,
      nodes: this.fleet.tree.nodes.size,
      readings: this.reference?.usageReadings.length ?? 0,
      unassigned: this.unassignedRows().length,
      hasSample: sample !== undefined,
      sampleBatchId: sample?.id ?? null,
    }
  }
}
