import { describe, expect, test } from 'vitest'
import type { StoredRecord } from '../../../../src/domain/records/tables'
import { STEPS, type Step } from '../../../../src/domain/workflow/problemSteps'
import { decideSign } from '../../../../src/domain/workflow/problemWorkflow'
import {
  lacksForApproval,
  lacksOfStep,
  signedProblem,
  type SignedProblem,
} from '../../../../src/domain/workflow/stepEvidence'
import { aCaseFile, stored } from '../../../support/aCaseFile'

type Parts = { readonly problem?: object } & Partial<Omit<Parameters<typeof signedProblem>[0], 'problem'>>

/** A problem with everything its steps ask for; tests take away what they are about. */
function aProblem(signed: readonly Step[] = [], { problem = {}, ...rest }: Parts = {}): SignedProblem {
  const { failure, analyses, actions, verifications, problem: described } = aCaseFile()
  const containment = stored<'correctiveActions'>({
    type: 'CONT',
    description: '全列普查',
    containmentEffPct: 100,
    containmentUntil: '2026-02-10',
  })
  return signedProblem({
    failures: [failure],
    analyses,
    actions: [...actions, containment],
    verifications,
    ...rest,
    problem: {
      ...described,
      path: '8D',
      stepSignoffs: signed.map((step) => ({ step, by: '钱工', at: '2026-02-01', result: 'approved', comment: '' })),
      ...problem,
    } as StoredRecord<'problems'>,
  })
}

const sign = (step: Step) => ({ step, by: '钱工', result: 'approved', comment: '' }) as const
const isOpen = (file: SignedProblem, step: Step): boolean => decideSign(file, sign(step), 'FRB').isOpen
const kinds = (file: SignedProblem, step: Step) => lacksOfStep(file, step).map(({ kind }) => kind)

test('steps are approved in their order, each only when all before it are', () => {
  for (const [at, step] of STEPS.entries()) {
    expect(isOpen(aProblem(STEPS.slice(0, at)), step), step).toBe(true)
    for (const left of STEPS.slice(0, at))
      expect(
        isOpen(aProblem(STEPS.slice(0, at).filter((known) => known !== left)), step),
        `${step} without ${left}`,
      ).toBe(false)
  }
})

test('a step that was rejected after it was approved stops the steps behind it', () => {
  const file = aProblem(STEPS.slice(0, 8))
  const rejected = { step: 'D2', by: '钱工', at: '2026-03-01', result: 'rejected', comment: '范围不全' }
  const problem = { ...file.problem, stepSignoffs: [...(file.problem.stepSignoffs as object[]), rejected] }
  expect(isOpen({ ...file, problem: problem as typeof file.problem }, 'D8')).toBe(false)
})

describe('what each step must show', () => {
  const { analyses, actions } = aCaseFile()
  const [analysis = stored<'rootCauseAnalyses'>({})] = analyses
  const [action = stored<'correctiveActions'>({})] = actions
  const cases: readonly (readonly [Step, string, SignedProblem, readonly string[]])[] = [
    ['D0', 'a title', aProblem([], { problem: { title: '' } }), ['field']],
    ['D1', 'a team', aProblem([], { problem: { team: [] } }), ['field']],
    ['D2', 'is, is not, and how many', aProblem([], { problem: { isIsNot: [], quantified: '' } }), ['field', 'field']],
    ['D3', 'what contains it', aProblem([], { actions }), ['containment']],
    ['D3', 'or why nothing has to', aProblem([], { actions, problem: { noContainmentWhy: '列车已停运' } }), []],
    [
      'D3',
      'how well it is contained',
      aProblem([], { actions: [{ ...action, type: 'CONT' }] }),
      ['containment-effect'],
    ],
    ['D4', 'an analysis', aProblem([], { analyses: [] }), ['analysis']],
    [
      'D4',
      'seen by a second person',
      aProblem([], { analyses: [{ ...analysis, approvedAt: '' }] }),
      ['analysis-approval'],
    ],
    ['D4', 'why nobody noticed', aProblem([], { analyses: [{ ...analysis, escapeWhy: [] }] }), ['escape']],
    ['D5', 'a permanent action', aProblem([], { actions: [] }), ['action']],
    ['D5', 'its owner and date', aProblem([], { actions: [{ ...action, owner: '' }] }), ['action-plan']],
    ['D6', 'that it was done', aProblem([], { actions: [{ ...action, doneAt: '' }] }), ['action-done']],
    [
      'D6',
      'that the containment ends',
      aProblem([], { actions: [action, stored<'correctiveActions'>({ type: 'CONT' })] }),
      ['containment-open'],
    ],
    ['D7', 'where else it could be', aProblem([], { problem: { similarProducts: [] } }), ['field']],
    ['D8', 'whether it worked', aProblem([], { verifications: [] }), ['verification']],
  ]
  test.each(cases)('%s: %s', (step, _, file, expected) => {
    expect(kinds(file, step)).toEqual(expected)
  })

  test('nothing of an earlier cycle counts, and a cancelled action is none', () => {
    const reopened = { ...aCaseFile().failure, cycle: 2 }
    const again = aProblem(STEPS, { failures: [reopened] })
    expect([kinds(again, 'D4'), kinds(again, 'D5'), kinds(again, 'D8')]).toEqual([
      ['analysis'],
      ['action'],
      ['verification'],
    ])
    // Nor do the signatures that were given on it; team and description still stand.
    expect(lacksForApproval(again, 'D8')).toEqual([
      ...['D3', 'D4', 'D5', 'D6', 'D7'].map((step) => ({ kind: 'earlier', step })),
      { kind: 'verification', about: '' },
    ])
    expect(kinds(aProblem([], { actions: [{ ...action, state: 'cancelled' }] }), 'D5')).toEqual(['action'])
  })

  test('the review board may do without a permanent action', () => {
    const waiver = {
      item: 'G5|correctiveActions|||permanent-action-needed|',
      by: '钱工',
      at: '',
      why: '停产',
      cycle: 1,
    }
    const failure = { ...aCaseFile().failure, waivers: [waiver] } as StoredRecord<'failures'>
    expect(kinds(aProblem([], { failures: [failure], actions: [] }), 'D5')).toEqual([])
  })
})
