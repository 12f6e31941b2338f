/** What groups of a node are compared, and with what. */
import type { AgeMeasure } from '../age'

/** Groups of trains, or of the days of trains. */
export const GROUPS_OF_TRAINS = [
  'vehicleType',
  'depotId',
  'operatorId',
  'lineId',
  'projectNo',
  'trainAge',
  'season',
  'date',
  'periods',
] as const
/** Groups of the parts themselves, as their lives are known. */
export const GROUPS_OF_PARTS = ['origin', 'partAge', 'batch'] as const
/** Groups of the parts below a node, as the BOM describes them. */
export const GROUPS_OF_NODES = ['supplierId', 'revision'] as const

export const COMPARED_BY = [...GROUPS_OF_TRAINS, ...GROUPS_OF_PARTS, ...GROUPS_OF_NODES] as const
export type GroupsOfTrains = (typeof GROUPS_OF_TRAINS)[number]
export type GroupsOfParts = (typeof GROUPS_OF_PARTS)[number]
export type GroupsOfNodes = (typeof GROUPS_OF_NODES)[number]
export type ComparedBy = (typeof COMPARED_BY)[number]

/** First day and first day no longer; null is the start or the end of the period. */
export type OpenPeriod = readonly [from: number | null, to: number | null]

export interface CompareQuestion {
  readonly by: ComparedBy
  /** The group all others are set against; empty: each is set against all others together. */
  readonly reference: string
  /** From which day on “after” is; null: the middle of the period. */
  readonly date: number | null
  /** Null: the first and the second half of the period. */
  readonly periods: readonly [first: OpenPeriod, second: OpenPeriod] | null
  readonly measure: AgeMeasure
}

export const isOfTrains = (by: ComparedBy): by is GroupsOfTrains => (GROUPS_OF_TRAINS as readonly string[]).includes(by)
export const isOfParts = (by: ComparedBy): by is GroupsOfParts => (GROUPS_OF_PARTS as readonly string[]).includes(by)
