/**
 * Meetings of the review board on a problem: what was asked, what was said, and the sign-off of its members in the order
 * they were named. One rejection ends the round; its reason stays, and the next round is another meeting.
 */
import { oneIn, storedList, textIn } from '../storedList'
import type { Moment } from '../moment'
import type { Json } from '../records/field'
import type { StoredRecord } from '../records/tables'

export interface MemberSign {
  readonly by: string
  readonly at: Moment
  readonly result: 'approved' | 'rejected'
  readonly why: string
}

export interface BoardMeeting {
  readonly at: Moment
  /** In the order in which they sign. */
  readonly members: readonly string[]
  readonly question: string
  readonly minutes: string
  readonly signs: readonly MemberSign[]
}

export type MeetingOutcome = 'open' | 'approved' | 'rejected'
export type SignRefusal = 'meeting-over' | 'not-a-member' | 'not-your-turn' | 'reason-needed'

const SIGN_RESULTS = ['approved', 'rejected'] as const

/** Meetings in the order they were held. */
export const meetingsOf = ({ frbMeetings }: { readonly frbMeetings?: Json }): readonly BoardMeeting[] =>
  storedList(frbMeetings, (meeting) => ({
    at: textIn(meeting, 'at'),
    question: textIn(meeting, 'question'),
    minutes: textIn(meeting, 'minutes'),
    members: Array.isArray(meeting['members'])
      ? (meeting['members'] as readonly Json[]).filter((name) => typeof name === 'string' && name !== '').map(String)
      : [],
    signs: storedList(meeting['signs'], (sign) => ({
      by: textIn(sign, 'by'),
      at: textIn(sign, 'at'),
      result: oneIn(sign, 'result', SIGN_RESULTS) ?? 'approved',
      why: textIn(sign, 'why'),
    })),
  }))

export function outcomeOf({ members, signs }: BoardMeeting): MeetingOutcome {
  if (signs.some(({ result }) => result === 'rejected')) return 'rejected'
  return members.length > 0 && members.every((name) => signs.some(({ by }) => by === name)) ? 'approved' : 'open'
}

/** Whose turn it is; null once the meeting is decided. */
export const nextSigner = (meeting: BoardMeeting): string | null =>
  outcomeOf(meeting) === 'open'
    ? (meeting.members.find((name) => !meeting.signs.some(({ by }) => by === name)) ?? null)
    : null

export function signRefusal(
  meeting: BoardMeeting,
  sign: Pick<MemberSign, 'by' | 'result' | 'why'>,
): SignRefusal | null {
  if (outcomeOf(meeting) !== 'open') return 'meeting-over'
  if (!meeting.members.includes(sign.by)) return 'not-a-member'
  if (nextSigner(meeting) !== sign.by) return 'not-your-turn'
  return sign.result === 'rejected' && sign.why.trim() === '' ? 'reason-needed' : null
}

/** @throws RangeError when it is not this member's turn; ask `signRefusal` first */
export function signed(meeting: BoardMeeting, sign: MemberSign): BoardMeeting {
  const refusal = signRefusal(meeting, sign)
  if (refusal !== null) throw new RangeError(`cannot sign: ${refusal}`)
  return { ...meeting, signs: [...meeting.signs, sign] }
}

/** A sign-off that waits for one member: the one whose turn it is. */
export interface OpenSignOff {
  readonly problem: StoredRecord<'problems'>
  readonly meeting: BoardMeeting
  readonly person: string
}

export const openSignOffs = (problem: StoredRecord<'problems'>): readonly OpenSignOff[] =>
  meetingsOf(problem).flatMap((meeting) => {
    const person = nextSigner(meeting)
    return person === null ? [] : [{ problem, meeting, person }]
  })

/** Does this person wait for others: their own sign-off is given, the meeting is not decided? */
export const awaitsSignOff = ({ meeting, person }: OpenSignOff, name: string): boolean =>
  person !== name && meeting.signs.some(({ by }) => by === name)
