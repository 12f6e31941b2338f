/** Sign-offs of the steps of a problem. */
import type { Change } from '../domain/change'
import { emptyFieldsOfStep, signOffsOf, type SignOff } from '../domain/workflow/problemSteps'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'

/**
 * Signs a step, or rejects it with its reason. Decided on what the disk holds, so two people who sign at once both count.
 * @returns null when the problem is gone, the signer has no name, an approved step lacks a field, or a rejection its reason
 */
export async function signStep(problemId: string, sign: SignOff, db: FracasDatabase = database): Promise<Change | null> {
  return commit({ name: 'sign-step', actor: sign.by }, async (db) => {
    const problem = await db.recordsOf('problems').get(problemId)
    const isApproval = sign.result === 'approved'
    if (problem === undefined || sign.by.trim() === '' || (isApproval ? emptyFieldsOfStep(problem, sign.step).length > 0 : sign.comment.trim() === '')) return []
    return [{ table: 'problems' as const, record: problemId, fields: { stepSignoffs: [...signOffsOf(problem), sign], ...(isApproval ? { step: sign.step } : {}) } }]
  }, db)
}
