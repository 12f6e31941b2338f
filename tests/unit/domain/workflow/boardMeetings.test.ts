import { describe, expect, test } from 'vitest'
import {
  awaitsSignOff,
  meetingsOf,
  nextSigner,
  openSignOffs,
  outcomeOf,
  signed,
  signRefusal,
  type BoardMeeting,
} from '../../../../src/domain/workflow/boardMeetings'
import { DEFAULT_LIMITS, missingAt } from '../../../../src/domain/workflow/gates'
import { readFishbone } from '../../../../src/domain/fishbone'
import { aCaseFile, NOW, stored } from '../../../support/aCaseFile'

const MEETING: BoardMeeting = {
  at: '2026-06-01T09:00',
  members: ['甲', '乙', '丙'],
  question: '批准关闭',
  minutes: '',
  signs: [],
}
const approve = (meeting: BoardMeeting, by: string): BoardMeeting =>
  signed(meeting, { by, at: '2026-06-01T10:00', result: 'approved', why: '' })

describe('a meeting of the review board', () => {
  test('is signed in the order its members were named, and approved by all of them', () => {
    expect([
      nextSigner(MEETING),
      signRefusal(MEETING, { by: '乙', result: 'approved', why: '' }),
      signRefusal(MEETING, { by: '丁', result: 'approved', why: '' }),
    ]).toEqual(['甲', 'not-your-turn', 'not-a-member'])
    const two = approve(approve(MEETING, '甲'), '乙')
    expect([outcomeOf(two), nextSigner(two), outcomeOf(approve(two, '丙'))]).toEqual(['open', '丙', 'approved'])
    expect(() => approve(two, '甲')).toThrow('not-your-turn')
  })

  test('ends with the first rejection, whose reason is demanded and kept', () => {
    const one = approve(MEETING, '甲')
    expect(signRefusal(one, { by: '乙', result: 'rejected', why: ' ' })).toBe('reason-needed')
    const rejected = signed(one, { by: '乙', at: '2026-06-01T10:00', result: 'rejected', why: '样本不足' })
    expect([
      outcomeOf(rejected),
      nextSigner(rejected),
      signRefusal(rejected, { by: '丙', result: 'approved', why: '' }),
    ]).toEqual(['rejected', null, 'meeting-over'])
    expect(meetingsOf({ frbMeetings: JSON.parse(JSON.stringify([rejected])) })).toEqual([rejected])
  })

  test('waits for the member whose turn it is, and for nobody once it is decided; who has signed waits for the others', () => {
    const problem = (...meetings: readonly BoardMeeting[]) => stored<'problems'>({ no: 'P-1', frbMeetings: meetings })
    const one = approve(MEETING, '甲')
    const rejected = signed(one, { by: '乙', at: '2026-06-01T10:00', result: 'rejected', why: '样本不足' })
    const open = openSignOffs(problem(rejected, one))
    expect(open.map(({ person, meeting }) => [person, meeting.signs.length])).toEqual([['乙', 1]])
    expect(['甲', '乙', '丙', ''].map((name) => open.some((signOff) => awaitsSignOff(signOff, name)))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(openSignOffs(problem(rejected))).toEqual([])
  })

  test.each([
    ['no meeting', [], false],
    ['one being signed', [MEETING], true],
    [
      'a rejected one, then an approved one',
      [
        signed(MEETING, { by: '甲', at: '', result: 'rejected', why: '缺证据' }),
        approve(approve(approve(MEETING, '甲'), '乙'), '丙'),
      ],
      false,
    ],
  ] as const)('%s: does it keep the failure from closing?', (_what, meetings, blocks) => {
    const file = aCaseFile()
    const problem = file.problem === null ? null : { ...file.problem, frbMeetings: meetings as never }
    expect(
      missingAt('G7', { ...file, problem }, { now: NOW, escalation: {}, limits: DEFAULT_LIMITS }).some(
        ({ reason }) => reason === 'meeting-open',
      ),
    ).toBe(blocks)
  })
})

test('a fishbone reads back what was drawn, and nothing else', () => {
  const bone = { branch: 'material', text: '膜片硫化不足', verdict: 'confirmed', evidence: '解剖 12' } as const
  expect(
    readFishbone([
      bone,
      { branch: 'moon', text: 'x' },
      'x',
      null,
      { branch: 'method', text: '漏检', verdict: 'maybe' },
    ]),
  ).toEqual([bone, { branch: 'method', text: '漏检', verdict: 'open', evidence: '' }])
})
