import type { Reason as Known } from './reasons'

/**
 * The data cannot carry an answer; the reason is a code with a sentence in `reasons.ts`. A code without one is `never`
 * here, so that a function giving it does not compile.
 */
export type NotEstimable<Reason extends string> = {
  readonly status: 'not-estimable'
  readonly reason: string extends Reason ? Known : Reason extends Known ? Reason : never
}
