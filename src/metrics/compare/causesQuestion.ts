/** Which causes are looked at together. */
import type { AgeMeasure } from '../age'

/** Told by words, each against the one with most failures. */
export const WORD_CAUSES = [
  'depotId',
  'vehicleType',
  'operatorId',
  'lineId',
  'projectNo',
  'season',
  'origin',
  'batch',
] as const
/** Told by a number: how far the train runs a day. */
export const NUMERIC_CAUSES = ['kmPerDay'] as const
export const CAUSES = [...WORD_CAUSES, ...NUMERIC_CAUSES] as const
export type NumericCause = (typeof NUMERIC_CAUSES)[number]
export type Cause = (typeof CAUSES)[number]

export interface CausesQuestion {
  readonly causes: readonly Cause[]
  /** Nobody chose them: those that nothing on record tells apart are left out instead of refused. */
  readonly isUsual: boolean
  readonly measure: AgeMeasure
}

/** What nobody has asked anything special of. */
export const USUAL_CAUSES: readonly Cause[] = ['depotId', 'season', 'kmPerDay']
