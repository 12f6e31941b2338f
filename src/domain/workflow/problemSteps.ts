/** The steps D0 to D8 of a problem: what each needs before it can be signed, and who signed it. */
import { oneIn, storedList, textIn } from '../storedList'
import type { Json } from '../records/field'
import type { StoredRecord } from '../records/tables'
import { may, ROLES, type Capability, type Role } from './roles'

export const STEPS = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] as const
export type Step = (typeof STEPS)[number]

export interface SignOff {
  readonly step: Step
  readonly by: string
  readonly at: string
  readonly result: 'approved' | 'rejected'
  readonly comment: string
  /** Of the failures when it was given; 1 where nothing says. */
  readonly cycle?: number
}

const RESULTS = ['approved', 'rejected'] as const

/** Sign-offs in the order they were given; what cannot be read as one is left out. */
export const signOffsOf = ({ stepSignoffs }: Pick<StoredRecord<'problems'>, 'stepSignoffs'>): readonly SignOff[] =>
  storedList(stepSignoffs, (signed) => {
    const step = oneIn(signed, 'step', STEPS)
    if (step === undefined) return null
    return {
      step,
      by: textIn(signed, 'by'),
      at: textIn(signed, 'at'),
      result: oneIn(signed, 'result', RESULTS) ?? 'approved',
      comment: textIn(signed, 'comment'),
      ...(typeof signed['cycle'] === 'number' ? { cycle: signed['cycle'] } : {}),
    }
  })

/** Who works on it and what it is do not change when it comes back; everything after that is shown anew. */
const OUTLASTS_REOPENING: ReadonlySet<Step> = new Set<Step>(['D0', 'D1', 'D2'])

/** The last word on each step that still counts in this cycle. */
export const lastSignOffs = (problem: StoredRecord<'problems'>, cycle = 1): ReadonlyMap<Step, SignOff> =>
  new Map(
    signOffsOf(problem)
      .filter((signed) => OUTLASTS_REOPENING.has(signed.step) || (signed.cycle ?? 1) >= cycle)
      .map((signed) => [signed.step, signed]),
  )

/** Steps whose last word is not an approval. */
export function unsignedSteps(problem: StoredRecord<'problems'>, cycle = 1): readonly Step[] {
  const last = lastSignOffs(problem, cycle)
  return STEPS.filter((step) => last.get(step)?.result !== 'approved')
}

/** A list a person keeps one entry a line; an entry that is not text is written out. */
export const linesOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? (value as readonly Json[]).map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)))
    : []

/** Signing a step approves the work it stands for, so the permission matrix says who may. */
const WORK_OF_STEP: Readonly<Record<Step, Capability>> = {
  D0: 'act',
  D1: 'analyse',
  D2: 'analyse',
  D3: 'act',
  D4: 'analyse',
  D5: 'act',
  D6: 'act',
  D7: 'act',
  D8: 'close',
}

export const signersOf = (step: Step): readonly Role[] => ROLES.filter((role) => may(role, 'A', WORK_OF_STEP[step]))
