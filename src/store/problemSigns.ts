/** Sign-offs on a problem: of its steps, and of the meetings of the review board. Decided on what the disk holds, in the
 * transaction that writes, so that two people who sign at once both count. */
import type { Person } from '../domain/person'
import { CommandRefused, type RefusalReason } from '../domain/commandTrouble'
import type { Change } from '../domain/change'
import { meetingsOf, signed, signRefusal, type BoardMeeting, type MemberSign } from '../domain/workflow/boardMeetings'
import { signersOf, signOffsOf, type SignOff } from '../domain/workflow/problemSteps'
import { stepRefusal, type StepRefusal } from '../domain/workflow/problemWorkflow'
import { signedProblem } from '../domain/workflow/stepEvidence'
import { problemFileOf } from './caseFiles'
import { commit, presentRecord } from './commit'
import { database, type FracasDatabase } from './database'

/**
 * Signs a step, or rejects it with its reason.
 * @throws CommandRefused when the problem is gone or the sign-off is refused
 */
export async function signStep(
  problemId: string,
  said: Omit<SignOff, 'by' | 'cycle'>,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'sign-step', person },
    async (db) => {
      const problem = await presentRecord('sign-step', 'problems', problemId, db)
      const file = await problemFileOf(problemId, db)
      if (file === null) throw new CommandRefused([{ code: 'gone' }], 'sign-step')
      const inForce = signedProblem(file)
      const sign: SignOff = { ...said, by: person.name, cycle: inForce.cycle }
      const refusal = stepRefusal(inForce, sign, person.role)
      if (refusal !== null) throw new CommandRefused([reasonOf(refusal, sign)], 'sign-step')
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

function reasonOf(refusal: StepRefusal, { step }: SignOff): RefusalReason {
  switch (refusal) {
    case 'role':
      return { code: 'role', roles: signersOf(step) }
    case 'own-analysis':
      return { code: 'author-may-not-approve' }
    case 'reason-needed':
      return { code: 'reason-needed', fields: ['problems.stepSignoffs'] }
    case 'lacks':
      return { code: 'incomplete' }
    case 'nobody-named':
    case 'held':
      return { code: refusal }
  }
}

/** Calls a meeting of the review board, after those that are there. */
export async function callMeeting(
  problemId: string,
  meeting: BoardMeeting,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'call-meeting', person },
    async (db) => {
      const problem = await presentRecord('call-meeting', 'problems', problemId, db)
      return [
        { table: 'problems' as const, record: problemId, fields: { frbMeetings: [...meetingsOf(problem), meeting] } },
      ]
    },
    db,
  )
}

/**
 * Signs a meeting, or rejects what it asks with a reason.
 * @param which the meeting as it was shown; meetings are only added, so its date and question find it
 * @throws CommandRefused when it is gone, or it is not this person's turn to sign
 */
export async function signMeeting(
  problemId: string,
  which: Pick<BoardMeeting, 'at' | 'question'>,
  said: Omit<MemberSign, 'by'>,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const sign: MemberSign = { ...said, by: person.name }
  return commit(
    { name: 'sign-meeting', person, ...(sign.why.trim() === '' ? {} : { why: sign.why.trim() }) },
    async (db) => {
      const meetings = meetingsOf(await presentRecord('sign-meeting', 'problems', problemId, db))
      const place = meetings.findIndex(
        (meeting) =>
          meeting.at === which.at && meeting.question === which.question && signRefusal(meeting, sign) === null,
      )
      if (place < 0) throw new CommandRefused([{ code: 'overtaken' }], 'sign-meeting')
      const frbMeetings = meetings.map((meeting, at) => (at === place ? signed(meeting, sign) : meeting))
      return [{ table: 'problems' as const, record: problemId, fields: { frbMeetings } }]
    },
    db,
  )
}
