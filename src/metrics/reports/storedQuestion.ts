/**
 * The question of a report on file. Reports from before failures counted at the part that analysis found say nothing about
 * the part: they counted at the one reported, and asked again they still do, with the same fingerprint.
 */
import type { PartBasis } from '../partBasis'
import type { ReportQuestion } from './report'

/** What is fingerprinted of a question; its keys stay in their order. */
export function asStored(question: ReportQuestion): object {
  const { partBasis, ...scope } = question.scope
  return { ...question, scope: partBasis === 'reported' ? scope : question.scope }
}

export function questionOfStored(json: string): ReportQuestion {
  const question = JSON.parse(json) as ReportQuestion
  const { partBasis = 'reported' }: { readonly partBasis?: PartBasis } = question.scope
  return { ...question, scope: { ...question.scope, partBasis } }
}
