/** Ends a request with a `Problem`; what is no `ProblemError` is a fault of the program. */
import type { Problem, ProblemCode } from '../domain/team/protocol'

export class ProblemError extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, details: Omit<Problem, 'code'> = {}) {
    super(code)
    this.name = 'ProblemError'
    this.problem = { code, ...details }
  }
}
