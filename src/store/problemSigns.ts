/** Sign-offs on a problem: of its steps, and of the meetings of the review board. Decided on what the disk holds, in the
 * transaction that writes, so that two people who sign at once both count. */
import type { Change } from '../domain/change'
import { meetingsOf, signed, signRefusal, type BoardMeeting, type MemberSign } from '../domain/workflow/boardMeetings'
import { signOffsOf, type SignOff } from '../domain/workflow/problemSteps'
import { stepRefusal } from '../domain/workflow/problemWorkflow'
import type { Role } from '../domain/workflow/roles'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'

/**
 * Signs a step, or rejects it with its reason.
 * @returns null when the problem is gone or the sign-off is refused; `stepRefusal` says why
 */
export async function signStep(
  problemId: string,
  sign: SignOff,
  role: Role,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'sign-step', actor: sign.by },
    async (db) => {
      const problem = await db.recordsOf('problems').get(problemId)
      const authors = (await db.recordsOf('rootCauseAnalyses').where('problemId').equals(problemId).toArray())
        .filter(({ deleted }) => deleted !== true)
        .map(({ author }) => author ?? '')
      if (problem === undefined || stepRefusal(problem, sign, role, authors) !== null) return []
      return [
        {
          table: 'problems' as const,
          record: problemId,
          fields: {
            stepSignoffs: [...signOffsOf(problem), sign],
            ...(sign.result === 'approved' ? { step: sign.step } : {}),
          },
        },
      ]
    },
    db,
  )
}

/** Calls a meeting of the review board, after those that are there. */
export async function callMeeting(
  problemId: string,
  meeting: BoardMeeting,
  actor: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'call-meeting', actor },
    async (db) => {
      const problem = await db.recordsOf('problems').get(problemId)
      return problem === undefined
        ? []
        : [
            {
              table: 'problems' as const,
              record: problemId,
              fields: { frbMeetings: [...meetingsOf(problem), meeting] },
            },
          ]
    },
    db,
  )
}

/**
 * Signs a meeting, or rejects what it asks with a reason.
 * @param which the meeting as it was shown; meetings are only added, so its date and question find it
 * @returns null when it is gone or the sign-off is refused; `signRefusal` says why
 */
export async function signMeeting(
  problemId: string,
  which: Pick<BoardMeeting, 'at' | 'question'>,
  sign: MemberSign,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'sign-meeting', actor: sign.by, ...(sign.why.trim() === '' ? {} : { why: sign.why.trim() }) },
    async (db) => {
      const problem = await db.recordsOf('problems').get(problemId)
      const meetings = problem === undefined ? [] : meetingsOf(problem)
      const place = meetings.findIndex(
        (meeting) =>
          meeting.at === which.at && meeting.question === which.question && signRefusal(meeting, sign) === null,
      )
      return place < 0
        ? []
        : [
            {
              table: 'problems' as const,
              record: problemId,
              fields: { frbMeetings: meetings.map((meeting, at) => (at === place ? signed(meeting, sign) : meeting)) },
            },
          ]
    },
    db,
  )
}
