/** Every kind of record the database holds, its fields, and what all records have in common. */
import { attachmentFields, type Attachment } from './attachment'
import { bomNodeFields, type BomNode } from './bomNode'
import { codeItemFields, type CodeItem } from './codeItem'
import { contractTargetFields, type ContractTarget } from './contractTarget'
import { correctiveActionFields, type CorrectiveAction } from './correctiveAction'
import { costEntryFields, type CostEntry } from './costEntry'
import { effectVerificationFields, type EffectVerification } from './effectVerification'
import { failureFields, type Failure } from './failure'
import type { Fields } from './field'
import { handlingFields, type Handling } from './handling'
import { knowledgeItemFields, type KnowledgeItem } from './knowledgeItem'
import { installEventFields, type InstallEvent } from './installEvent'
import { partyFields, type Party } from './party'
import { problemFields, type ProblemCase } from './problem'
import { productFields, type Product } from './product'
import { replacementFields, type Replacement } from './replacement'
import { reportTemplateFields, type ReportTemplate } from './reportTemplate'
import { rootCauseAnalysisFields, type RootCauseAnalysis } from './rootCauseAnalysis'
import { settingFields, type Setting } from './setting'
import { trainFields, type Train } from './train'
import { unitFields, type Unit } from './unit'
import { usageReadingFields, type UsageReading } from './usageReading'

export interface RecordOfTable {
  products: Product
  bomNodes: BomNode
  parties: Party
  trains: Train
  units: Unit
  installEvents: InstallEvent
  usageReadings: UsageReading
  failures: Failure
  handlings: Handling
  replacements: Replacement
  problems: ProblemCase
  rootCauseAnalyses: RootCauseAnalysis
  correctiveActions: CorrectiveAction
  effectVerifications: EffectVerification
  knowledgeItems: KnowledgeItem
  attachments: Attachment
  codeItems: CodeItem
  settings: Setting
  reportTemplates: ReportTemplate
  contractTargets: ContractTarget
  costEntries: CostEntry
}

export type TableName = keyof RecordOfTable

export const FIELDS_OF_TABLE: { readonly [T in TableName]: Fields } = {
  products: productFields,
  bomNodes: bomNodeFields,
  parties: partyFields,
  trains: trainFields,
  units: unitFields,
  installEvents: installEventFields,
  usageReadings: usageReadingFields,
  failures: failureFields,
  handlings: handlingFields,
  replacements: replacementFields,
  problems: problemFields,
  rootCauseAnalyses: rootCauseAnalysisFields,
  correctiveActions: correctiveActionFields,
  effectVerifications: effectVerificationFields,
  knowledgeItems: knowledgeItemFields,
  attachments: attachmentFields,
  codeItems: codeItemFields,
  settings: settingFields,
  reportTemplates: reportTemplateFields,
  contractTargets: contractTargetFields,
  costEntries: costEntryFields,
}

export const TABLE_NAMES = Object.keys(FIELDS_OF_TABLE) as TableName[]

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
  /** Stays although its import was undone, because a person has worked on it since. */
  kept?: boolean
  deleted?: boolean
  /** Who wrote which field when, as one compact string (see `mergeState.ts`). */
  versions: string
}

export type StoredRecord<T extends TableName = TableName> = RecordOfTable[T] & Stored
