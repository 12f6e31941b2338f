/** What a person plans with, as the address of the page holds it; what is not given or makes no sense is left to the usual. */
import { oneOf } from '../../domain/closedSet'
import { REPAIR_BASES, type RepairBasis } from '../repairHours'
import { LIFE_GROUPS, type LifeGroupName } from '../partLives'

/** Counting begins anew with the end of the records, or what has been run and failed counts too. */
export const COUNTED_FROM = ['now', 'records'] as const
export type CountedFrom = (typeof COUNTED_FROM)[number]

export const PLAN_CONFIDENCES = [0.8, 0.9, 0.95, 0.99] as const
type PlanConfidence = (typeof PLAN_CONFIDENCES)[number]

/** Distances in km. Null: nobody said it. */
export interface PlanQuestion {
  readonly targetKm: number | null
  readonly confidence: PlanConfidence
  readonly mostAllowed: number
  readonly countedFrom: CountedFrom
  /** What the fleet is to run in a month, train-km. */
  readonly trainKmAMonth: number | null
  /** Looked ahead. */
  readonly months: number
  /** Chance with which spares are to suffice. */
  readonly fill: PlanConfidence
  /** Which hours a repair is taken to last; null: those most repairs carry. */
  readonly repairBasis: RepairBasis | null
  /** Costs of a planned replacement and of one after a failure, in one currency. */
  readonly plannedCost: number | null
  readonly failureCost: number | null
  /** Mean believed before the records, and how many failures that belief is worth. */
  readonly priorKm: number | null
  readonly priorWeight: number | null
  /** Items of a demonstration of life, the share of them that may have failed at the life to show, and that life. */
  readonly items: number
  readonly share: number
  readonly lifeKm: number | null
  readonly shape: number | null
  /** Of the fleet, km/h; turns hours of a design into distance. */
  readonly speed: number | null
  /** Which parts the lives are of. */
  readonly which: LifeGroupName | 'all'
}

export type Param = (name: string) => string

/** Names of the parameters in the address. */
export const PLAN_PARAMS = {
  target: 'ptarget',
  confidence: 'pconf',
  mostAllowed: 'pmost',
  countedFrom: 'pfrom',
  pace: 'ppace',
  months: 'pmonths',
  fill: 'pfill',
  repairBasis: 'phours',
  plannedCost: 'pcost',
  failureCost: 'fcost',
  prior: 'pprior',
  priorWeight: 'pweight',
  items: 'pitems',
  share: 'pshare',
  life: 'plife',
  shape: 'pbeta',
  speed: 'speed',
  which: 'pparts',
} as const

export const MOST_ALLOWED = 30
export const MOST_ITEMS = 1e6
export const MOST_MONTHS = 120
const USUAL_MONTHS = 12
const USUAL_ALLOWED = 5
const USUAL_ITEMS = 20
const USUAL_SHARE = 0.1
/** Distances are entered in thousands of kilometres. */
export const THOUSAND = 1000

export function planQuestion(param: Param): PlanQuestion {
  const positive = (name: string): number | null => {
    const value = Number(param(name))
    return param(name) !== '' && value > 0 && value < Infinity ? value : null
  }
  const thousands = (name: string): number | null => {
    const value = positive(name)
    return value === null ? null : value * THOUSAND
  }
  const whole = (name: string, [least, most]: readonly [number, number], usual: number): number => {
    const value = param(name) === '' ? Number.NaN : Number(param(name))
    return Number.isSafeInteger(value) && value >= least && value <= most ? value : usual
  }
  const percent = positive(PLAN_PARAMS.share)
  return {
    targetKm: thousands(PLAN_PARAMS.target),
    confidence: oneOf(PLAN_CONFIDENCES, Number(param(PLAN_PARAMS.confidence)) / 100) ?? 0.9,
    mostAllowed: whole(PLAN_PARAMS.mostAllowed, [0, MOST_ALLOWED], USUAL_ALLOWED),
    countedFrom: oneOf(COUNTED_FROM, param(PLAN_PARAMS.countedFrom)) ?? 'now',
    trainKmAMonth: thousands(PLAN_PARAMS.pace),
    months: whole(PLAN_PARAMS.months, [1, MOST_MONTHS], USUAL_MONTHS),
    fill: oneOf(PLAN_CONFIDENCES, Number(param(PLAN_PARAMS.fill)) / 100) ?? 0.95,
    repairBasis: oneOf(REPAIR_BASES, param(PLAN_PARAMS.repairBasis)) ?? null,
    plannedCost: positive(PLAN_PARAMS.plannedCost),
    failureCost: positive(PLAN_PARAMS.failureCost),
    priorKm: thousands(PLAN_PARAMS.prior),
    priorWeight: positive(PLAN_PARAMS.priorWeight),
    items: whole(PLAN_PARAMS.items, [1, MOST_ITEMS], USUAL_ITEMS),
    share: percent !== null && percent < 100 ? percent / 100 : USUAL_SHARE,
    lifeKm: thousands(PLAN_PARAMS.life),
    shape: positive(PLAN_PARAMS.shape),
    speed: positive(PLAN_PARAMS.speed),
    which: oneOf(LIFE_GROUPS, param(PLAN_PARAMS.which)) ?? 'all',
  }
}
