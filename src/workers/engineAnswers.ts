/** What the engine is asked and what it answers, as far as no module of figures has a name for it. */
import type { TextKey } from '../metrics/columnMeaning'
import type { Filter, Sorting } from '../metrics/failureFilter'
import type { OutlineGroup } from '../metrics/groupedRows'
import type { NodeFigures } from '../metrics/nodeFigures'
import type { FleetExposure, Scope } from '../metrics/scope'

export type Language = 'zh' | 'en'

export interface TableQuery {
  readonly language: Language
  /** Only what counts in this scope; without one, every failure there is. */
  readonly scope?: Scope
  readonly filters: readonly Filter[]
  readonly search: string
  /** Columns the rows are put together by, the outermost first; none for a plain list. */
  readonly groupedBy?: readonly TextKey[]
  /** The column that decides first stands first; the next decide among equal rows. */
  readonly sorting: readonly Sorting[]
}

/** Sums over rows: of a table, or of one group of it. */
export interface RowTotals {
  readonly rows: number
  readonly delayMin: number
  readonly trains: number
  readonly nodes: number
}

export interface TableGroup extends OutlineGroup {
  /** What people read; empty where the rows have nothing in the column. */
  readonly label: string
  readonly totals: RowTotals
}

/** The outline of a grouped table, or how many groups it would have where that is too many to read. */
export type TableOutline =
  | { readonly groups: readonly TableGroup[]; readonly tooMany?: undefined }
  | { readonly groups?: undefined; readonly tooMany: number }

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

export interface FleetChoices {
  readonly vehicleTypes: readonly string[]
  readonly depots: readonly { readonly id: string; readonly label: string }[]
  readonly operators: readonly { readonly id: string; readonly label: string }[]
}

/** What keeps the figures from following the records, or the next start from being quick; it is tried again by itself. */
export interface EngineTrouble {
  /** The records cannot be read, the columns cannot be stored, or the thread itself is gone. */
  readonly kind: 'not-read' | 'not-stored' | 'thread-lost'
  /** Changes of the log that wait; null when not even that can be read. */
  readonly changes: number | null
  /** What the browser said, as it said it. */
  readonly reason: string
}

export interface EngineState {
  readonly version: number
  readonly ready: boolean
  readonly done: number
  readonly total: number
  readonly trouble: EngineTrouble | null
}

export const STARTING: EngineState = { version: 0, ready: false, done: 0, total: 0, trouble: null }

export interface SimilarView {
  readonly lately: Uint32Array
  readonly cameBack: Uint32Array
  readonly lastFix: TableRow | null
}
