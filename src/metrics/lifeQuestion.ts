/** What is asked about the lives of a part: which parts and failures, and which fits and bounds besides the usual. */
import type { AgeMeasure } from './age'
import type { TextField } from './columnDescriptions'
import type { LifeGroupName } from './partLives'

export const LAWS_BESIDE = ['rank-x', 'rank-y', 'threshold'] as const
/** The line through the points by regression along age or along probability, or the law with a life below which nothing fails. */
export type LawBeside = (typeof LAWS_BESIDE)[number]

export interface LifeQuestion {
  /** The shape that Weibayes takes as known. */
  readonly weibayesBeta: number
  readonly bounds: 'fisher' | 'ratio'
  readonly beside: LawBeside | null
}

/** What failures of one part can be told apart by before a law is fitted to each kind. */
export const FAILURE_KINDS = ['symptomCode', 'causeCat'] as const satisfies readonly TextField[]

export interface FailureKind {
  readonly field: (typeof FAILURE_KINDS)[number]
  readonly word: string
}

export interface NodeLifeQuestion extends LifeQuestion {
  readonly measure: AgeMeasure
  readonly which: LifeGroupName | 'all'
  /** Only failures of this kind end a life; the others end watching, as if the part had been taken out whole. */
  readonly kind: FailureKind | null
  /** By what kinds of failure that compete are told apart; null: they are not looked at. */
  readonly modesBy: FailureKind['field'] | null
}

/** The fit that nobody has asked anything special of. */
export const PLAIN_FIT = {
  weibayesBeta: 1,
  bounds: 'fisher',
  beside: null,
  kind: null,
  modesBy: null,
} as const satisfies Omit<NodeLifeQuestion, 'measure' | 'which'>
