/**
 * The questions screens ask of all failures and the fleet, as far as the log was followed. Answers of one kind stand
 * in files of their own.
 */
import { criticalityOf, alikeFailures } from '../metrics/alikeFailures'
import type { ColumnField, TextKey } from '../metrics/columnMeaning'
import type { ActionEffect, EffectQuestion } from '../metrics/effectivenessScope'
import { idAt, rowOf, textAt } from '../metrics/failureColumns'
import { sortRows } from '../metrics/failureFilter'
import { partyLabel } from '../metrics/fleet'
import type { CompareQuestion } from '../metrics/compare/compareQuestion'
import type { CausesQuestion } from '../metrics/compare/causesQuestion'
import type { NoSeveralCauses, SeveralCauses } from '../metrics/compare/severalCauses'
import type { ComparisonAnswer } from '../metrics/compare/nodeComparison'
import type { NodeHit, NodeTitle, TrainHit, TrainTitle } from '../metrics/fleetSearch'
import { homeFigures, type HomeFigures } from '../metrics/homeFigures'
import type { LastReading } from '../metrics/lastReading'
import type { NodeLifeQuestion } from '../metrics/lifeQuestion'
import type { DoubledPair } from '../metrics/doubledFailures'
import type { SpellingsView } from './doublesAnswer'
import { closedUntil } from '../metrics/longClosed'
import type { NodeAnalysis } from '../metrics/nodeAnalysis'
import type { ParetoBar } from '../metrics/nodeParetos'
import type { CompanyKey } from '../domain/records/companyField'
import type { NodeGrowth, NodeLife } from '../metrics/nodeLife'
import type { RecurrenceQuestion } from '../metrics/recurrence'
import type { RepairHours } from '../metrics/repairHours'
import type { ReportQuestion } from '../metrics/reports/report'
import type { Scope } from '../metrics/scope'
import type { BeingWritten } from '../metrics/similarFailures'
import type { Moment } from '../domain/moment'
import type { AlertRuleFields } from '../domain/records/alertRule'
import type { AlertsView, RulePreview } from './alertAnswers'
import type { Person } from '../domain/person'
import type { OpenWork } from '../domain/workflow/openWork'
import type { Proposal } from '../store/recurrenceAfterAction'
import type { ReportData } from '../exchange/write/reports/reportContext'
import {
  type FleetChoices,
  type Language,
  type Overview,
  type SimilarView,
  type TablePage,
  type TableQuery,
  type TableRow,
  type TreeView,
} from './engineAnswers'
import {
  allNames,
  fleetChoices,
  lastOdometer,
  overview,
  treeView,
  unassignedRows,
  unassignedWords,
} from './fleetAnswers'
import { loadedOnce } from './loadedOnce'
import { pinyinInitials } from './pinyin'
import { describedRows } from './tableAnswers'
import { LogFollower } from './logFollower'
import type { FigureChange, MasterPage, MasterQuery } from './masterAnswers'
import type { UsageCount } from '../store/masterUsage'
import { redirected } from '../store/reference'
import type { MasterTable } from '../domain/masterData'

/** What most visits never ask comes with the first question about it. */
const analyses = loadedOnce(async () => ({
  ...(await import('../metrics/nodeAnalysis')),
  ...(await import('../metrics/nodeParetos')),
}))
const effects = loadedOnce(() => import('./effectAnswer'))
const ages = loadedOnce(() => import('../metrics/nodeLife'))
const lives = loadedOnce(() => import('./lifeAnswer'))
const comparisons = loadedOnce(() => import('./compareAnswer'))
const fleetSearch = loadedOnce(() => import('../metrics/fleetSearch'))
const similarity = loadedOnce(() => import('../metrics/similarFailures'))
const counts = loadedOnce(() => import('./failureCounts'))
const work = loadedOnce(() => import('./workAnswers'))
const repairs = loadedOnce(() => import('./repairAnswer'))
const reports = loadedOnce(() => import('./reportAnswer'))
const alerting = loadedOnce(() => import('./alertAnswers'))
const masters = loadedOnce(() => import('./masterAnswers'))
const doubles = loadedOnce(() => import('./doublesAnswer'))

export class Engine extends LogFollower {
  async page(query: TableQuery, from: number, to: number, fields: readonly ColumnField[]): Promise<TablePage> {
    return this.table.page(await this.now(), query, from, to, fields)
  }

  /** The same rows, latest failure first. */
  async newestFirst(rows: Uint32Array): Promise<Uint32Array> {
    const { columns } = await this.now()
    return sortRows(columns, rows, [{ field: 'occurredAt', descending: true }], (_field, word) => word)
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
    return Array.from(rows, (row) => idAt(columns, row))
  }

  async options(query: TableQuery, field: TextKey) {
    return this.table.options(await this.now(), query, field)
  }

  async totals(query: TableQuery) {
    return this.table.totals(await this.now(), query)
  }

  async outline(query: TableQuery) {
    return this.table.outline(await this.now(), query)
  }

  /** Chosen rows of a query, described, in its order. */
  async chosenRows(query: TableQuery, ids: readonly string[], fields: readonly ColumnField[]) {
    return this.table.chosen(await this.now(), query, ids, fields)
  }

  async findNodes(typed: string, limit: number): Promise<readonly NodeHit[]> {
    const initialsOf = await pinyinInitials()
    const { findNodes } = await fleetSearch()
    return findNodes((await this.now()).fleet, typed, limit, initialsOf)
  }

  async findTrains(typed: string, limit: number): Promise<readonly TrainHit[]> {
    const initialsOf = await pinyinInitials()
    const { findTrains } = await fleetSearch()
    return findTrains((await this.now()).fleet, typed, limit, initialsOf)
  }

  async trainNamed(words: string): Promise<TrainHit | null> {
    const { trainNamed } = await fleetSearch()
    return trainNamed((await this.now()).fleet, words)
  }

  async nodeNamed(words: string): Promise<NodeHit | null> {
    const { nodeNamed } = await fleetSearch()
    return nodeNamed((await this.now()).fleet, words)
  }

  /** @param besides the failure whose own reading is in question */
  async lastOdometer(trainId: string, until: string, besides?: string): Promise<LastReading | null> {
    return lastOdometer(await this.withReadings(), trainId, until, besides)
  }

  async nodeOf(id: string): Promise<NodeTitle | null> {
    const { nodeTitle } = await fleetSearch()
    const { fleet, reference } = await this.now()
    return nodeTitle(fleet, redirected(reference.redirects, id))
  }

  async trainOf(id: string): Promise<TrainTitle | null> {
    const { trainTitle } = await fleetSearch()
    const { fleet, reference } = await this.now()
    return trainTitle(fleet, redirected(reference.redirects, id))
  }

  async masterPage(query: MasterQuery): Promise<MasterPage> {
    const [initialsOf, { masterPage }] = await Promise.all([pinyinInitials(), masters()])
    return masterPage(await this.now(), query, initialsOf, this.db)
  }

  async masterUsage(table: MasterTable, id: string): Promise<readonly UsageCount[]> {
    const { masterUsage } = await masters()
    await this.now()
    return masterUsage(table, id, this.db)
  }

  async figureChanges(
    nodeId: string,
    fields: { readonly parentId?: string; readonly qty?: number },
  ): Promise<readonly FigureChange[]> {
    const { figureChanges } = await masters()
    return figureChanges(await this.withReadings(), nodeId, fields)
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
    const view = await this.withReadings()
    return nodeAnalysis(view, scope, question, view.labelOf(language))
  }

  /** The failures a node is judged by, grouped by what a company field says. */
  async companyPareto(scope: Scope, field: CompanyKey, language: Language): Promise<readonly ParetoBar[]> {
    const { companyPareto } = await analyses()
    const view = await this.withReadings()
    return companyPareto(view, scope, field, view.labelOf(language))
  }

  async actionEffect(question: EffectQuestion): Promise<ActionEffect> {
    const { answerEffect } = await effects()
    return answerEffect(await this.withReadings(), question, this.db)
  }

  /** What is known about a failure while it is being written, as few facts with their rows. */
  async similar(question: BeingWritten, language: Language): Promise<SimilarView> {
    const { similarFailures } = await similarity()
    const view = await this.withReadings()
    const { lately, cameBack, lastFix } = similarFailures(view, question)
    const fields = ['no', 'occurredAt', 'trainId', 'description', 'measure', 'causeText'] as const
    return {
      lately: Uint32Array.from(lately),
      cameBack: Uint32Array.from(cameBack),
      lastFix: lastFix === null ? null : (describedRows(view, Uint32Array.of(lastFix), fields, language)[0] ?? null),
    }
  }

  /** Failures that two stores seem to have recorded for one occurrence. */
  async doubledFailures(): Promise<readonly DoubledPair[]> {
    return (await doubles()).doubledPairs(await this.now())
  }

  /** Serials and cars that seem to be written in several ways. */
  async spellings(): Promise<SpellingsView> {
    return (await doubles()).spellingsOf(await this.now(), this.db)
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

  /** @param now local civil time, to the minute */
  async alerts(now: Moment, language: Language): Promise<AlertsView> {
    const { answerAlerts } = await alerting()
    return answerAlerts(await this.withReadings(), now, language, this.db)
  }

  async alertPreview(
    id: string,
    fields: AlertRuleFields,
    now: Moment,
    language: Language,
  ): Promise<RulePreview | null> {
    const { previewRule } = await alerting()
    return previewRule(await this.withReadings(), id, fields, now, language, this.db)
  }

  /** @param only one closed failure; all when null */
  async recurrenceAfterAction(only: string | null): Promise<readonly Proposal[]> {
    const { recurrenceAfterAction } = await work()
    return recurrenceAfterAction(await this.now(), only, this.db)
  }

  async failuresPerProblem() {
    const { failuresPerProblem } = await counts()
    return failuresPerProblem(await this.now())
  }

  async failuresPerTrain(): Promise<Readonly<Record<string, number>>> {
    const { failuresPerTrain } = await counts()
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
    return nodeGrowth(await this.withReadings(), scope)
  }

  async life(scope: Scope, question: NodeLifeQuestion): Promise<NodeLife> {
    const { answerLife } = await lives()
    return answerLife(await this.withReadings(), scope, question, this.db)
  }

  async compare(scope: Scope, question: CompareQuestion, language: Language): Promise<ComparisonAnswer> {
    const { answerComparison } = await comparisons()
    return answerComparison(await this.withReadings(), scope, question, language, this.db)
  }

  /** @param scope of a part, whose lives are looked at */
  async causes(
    scope: Scope & { readonly nodeId: string },
    question: CausesQuestion,
    language: Language,
  ): Promise<SeveralCauses | NoSeveralCauses> {
    const { answerCauses } = await comparisons()
    return answerCauses(await this.withReadings(), scope, question, language, this.db)
  }

  async repairs(scope: Scope): Promise<RepairHours> {
    const { answerRepairs } = await repairs()
    return answerRepairs(await this.withReadings(), scope, this.db)
  }

  async report(question: ReportQuestion, language: Language, withRows: boolean): Promise<ReportData> {
    const { answerReport } = await reports()
    const view = await this.withReadings()
    return answerReport(view, question, view.labelOf(language), language, withRows)
  }

  async latestDay(): Promise<number | null> {
    const { latestDay } = await counts()
    return latestDay(await this.now())
  }

  async fleetChoices(language: Language): Promise<FleetChoices> {
    return fleetChoices(await this.now(), language)
  }

  /** @param today day number at the person's device */
  async home(today: number): Promise<HomeFigures> {
    return homeFigures(await this.withReadings(), today)
  }

  async overview(): Promise<Overview> {
    return overview(await this.withReadings())
  }
}
