/** What the engine is asked and what it answers, as far as no module of figures has a name for it. */
import type { Filter, Sorting } from '../metrics/failureFilter'
import type { NodeFigures } from '../metrics/nodeFigures'
import type { FleetExposure, Scope } from '../metrics/scope'

export type Language = 'zh' | 'en'

export interface TableQuery {
  readonly language: Language
  /** Only what counts in this scope; without one, every failure there is. */
  readonly scope?: Scope
  readonly filters: readonly Filter[]
  readonly search: string
  readonly sorting: Sorting
}

export interface TableRow {
  readonly id: string
  /** Stored word per field asked for. */
  readonly words: Readonly<Record<string, string>>
  /** What people read, per field asked for. */
  readonly labels: Readonly<Record<string, string>>
}

export interface TablePage {
  readonly version: number
  readonly total: number
  readonly from: number
  readonly rows: readonly TableRow[]
}

export interface TreeNodeView {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly partNo: string
  readonly level: number
  readonly hasChildren: boolean
  readonly criticality: string
  readonly figures: NodeFigures
}

export interface TreeView {
  readonly version: number
  readonly nodes: readonly TreeNodeView[]
  readonly unassigned: number
  readonly counted: number
  readonly exposure: FleetExposure
}

export interface Overview {
  readonly version: number
  readonly failures: number
  readonly trains: number
  readonly nodes: number
  readonly readings: number
  readonly unassigned: number
  readonly hasSample: boolean
  readonly sampleBatchId: string | null
}

export interface EngineState {
  readonly version: number
  readonly ready: boolean
  readonly done: number
  readonly total: number
}

export interface SimilarView {
  readonly lately: Uint32Array
  readonly cameBack: Uint32Array
  readonly lastFix: TableRow | null
}
