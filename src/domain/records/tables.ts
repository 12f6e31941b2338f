/** Every family of records the database holds, and what all records have in common. */
import { isKeyOf } from '../closedSet'
import { alertEpisodeRecord } from './alertEpisode'
import { alertRuleRecord } from './alertRule'
import { attachmentRecord } from './attachment'
import { bomNodeRecord } from './bomNode'
import { codeItemRecord } from './codeItem'
import { companyFieldRecord, type CompanyTable, type CompanyValues } from './companyField'
import { conclusionRecord } from './conclusion'
import { contractTargetRecord } from './contractTarget'
import { correctiveActionRecord } from './correctiveAction'
import { costEntryRecord } from './costEntry'
import { effectVerificationRecord } from './effectVerification'
import { failureRecord } from './failure'
import { handlingRecord } from './handling'
import { importBatchRecord } from './importBatch'
import { installEventRecord } from './installEvent'
import { knowledgeItemRecord } from './knowledgeItem'
import { partyRecord } from './party'
import { problemRecord } from './problem'
import { productRecord } from './product'
import { replacementRecord } from './replacement'
import { reportTemplateRecord } from './reportTemplate'
import { rootCauseAnalysisRecord } from './rootCauseAnalysis'
import { settingRecord } from './setting'
import { storedReportRecord } from './storedReport'
import { trainRecord } from './train'
import { unitRecord } from './unit'
import { usageReadingRecord } from './usageReading'
import type { RecordFamily } from './defineRecord'
import type { Fields, RecordOf } from './field'

/** A new family is a line here; its table is named after several of its records. */
export const FAMILIES = {
  products: productRecord,
  bomNodes: bomNodeRecord,
  parties: partyRecord,
  trains: trainRecord,
  units: unitRecord,
  installEvents: installEventRecord,
  usageReadings: usageReadingRecord,
  failures: failureRecord,
  handlings: handlingRecord,
  replacements: replacementRecord,
  problems: problemRecord,
  rootCauseAnalyses: rootCauseAnalysisRecord,
  correctiveActions: correctiveActionRecord,
  effectVerifications: effectVerificationRecord,
  knowledgeItems: knowledgeItemRecord,
  attachments: attachmentRecord,
  codeItems: codeItemRecord,
  settings: settingRecord,
  reportTemplates: reportTemplateRecord,
  contractTargets: contractTargetRecord,
  costEntries: costEntryRecord,
  storedReports: storedReportRecord,
  companyFields: companyFieldRecord,
  alertRules: alertRuleRecord,
  alertEpisodes: alertEpisodeRecord,
  importBatches: importBatchRecord,
  conclusions: conclusionRecord,
}

export type TableName = keyof typeof FAMILIES

/** The fields of a record by its table. */
export type RecordOfTable = {
  [T in TableName]: RecordOf<(typeof FAMILIES)[T]['fields']> & (T extends CompanyTable ? CompanyValues : unknown)
}

export const TABLE_NAMES = Object.keys(FAMILIES) as TableName[]

export const isTableName = (name: string): name is TableName => isKeyOf(FAMILIES, name)

/** The description of a table, where its own fields do not matter. */
export const familyOf = (table: TableName): RecordFamily => FAMILIES[table] as unknown as RecordFamily

/** The one place that says which fields the records of a table have; what is asked by name at run time is asked here. */
export const FIELDS_OF_TABLE = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, familyOf(table).fields]),
) as unknown as { readonly [T in TableName]: Fields }

/**
 * The place of an imported record: number of the sheet in its batch, row in that sheet (1-based). A field stood in
 * that row under the column the batch names for it, except those listed in `cells` (merged cells, ditto marks, months).
 */
export interface Origin {
  readonly sheet: number
  readonly row: number
  readonly cells?: Readonly<Record<string, string>>
}

/** What every stored record has beside its fields. */
export interface Stored {
  readonly id: string
  /** The import that brought the record; while that import is undone, the record does not count and does not show. */
  batchId?: string
  /** Where it stood in the import. */
  origin?: Origin
  /** Imports on other devices that brought the same record, with its place in each. It shows while one of them all stands. */
  alsoFrom?: Readonly<Record<string, Origin | null>>
  /**
   * Later changes of it have arrived from another device and the one that made it has not: it is kept, and marked as deleted
   * so that it does not show. Says whether one of those changes deleted it.
   */
  awaits?: 'deleted' | 'not-deleted'
  /** Shown although its import was undone, because a person has worked on it since. */
  kept?: boolean
  deleted?: boolean
  /** Who wrote which field when, as one compact string (see `mergeState.ts`). */
  versions: string
}

export type StoredRecord<T extends TableName = TableName> = RecordOfTable[T] & Stored
