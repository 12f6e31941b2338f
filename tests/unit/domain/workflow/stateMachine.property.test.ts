import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StoredRecord } from '../../../../src/domain/records/tables'
import { cycleOf, type CaseFile } from '../../../../src/domain/workflow/caseFile'
import { localPerson, type Person } from '../../../../src/domain/person'
import {
  decide,
  decisionsFor,
  effectOf,
  gatesOf,
  isWaivable,
  type Answers,
} from '../../../../src/domain/workflow/decide'
import { pathOf } from '../../../../src/domain/workflow/forcedPath'
import {
  DEFAULT_LIMITS,
  missingAt,
  missingClassification,
  type GateContext,
} from '../../../../src/domain/workflow/gates'
import { missingKey, type Missing } from '../../../../src/domain/workflow/missing'
import { may, ROLES } from '../../../../src/domain/workflow/roles'
import {
  leadsOn,
  STATES,
  statesWaitingFor,
  TRANSITIONS,
  WORKFLOW,
  type TransitionName,
} from '../../../../src/domain/workflow/transitions'
import { aCaseFile, NOW } from '../../../support/aCaseFile'

const CONTEXT: GateContext = { now: NOW, escalation: {}, limits: DEFAULT_LIMITS }
const ANSWERS: Answers = { why: '理由', target: 'other', reopenCode: 'R1', resumeOn: '2026-08-01', closeCode: 'C4' }
const FINAL = new Set(['CANCELLED', 'MERGED'])

/** Fields a person may clear or change between two steps. */
const TOUCHED: readonly (keyof StoredRecord<'failures'>)[] = [
  'severity',
  'owner',
  'relevance',
  'chargeable',
  'closeCode',
  'path',
  'costMark',
  'description',
  'verified',
  'problemId',
]

type Move =
  /** One of the steps that are open to somebody. */
  | { readonly kind: 'go'; readonly which: number }
  | { readonly kind: 'step'; readonly name: TransitionName; readonly person: Person }
  | { readonly kind: 'clear'; readonly field: keyof StoredRecord<'failures'> }
  | { readonly kind: 'set'; readonly fields: Partial<StoredRecord<'failures'>> }
  | { readonly kind: 'drop'; readonly list: 'handlings' | 'analyses' | 'actions' | 'verifications' }

const person = fc
  .tuple(fc.constantFrom('现场员', '分析员', '设计员', '质量员', '审核员'), fc.constantFrom(...ROLES))
  .map(([name, role]) => localPerson(name, role))
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('go' as const), which: fc.nat(20) }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('step' as const), name: fc.constantFrom(...TRANSITIONS), person }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const), field: fc.constantFrom(...TOUCHED) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      fields: fc.constantFrom(
        { path: 'light' as const },
        { path: 'standard' as const },
        { severity: '1' },
        { closeCode: 'C2' },
        { closeCode: 'C4' },
        { relevance: 'PEND' },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('drop' as const),
      list: fc.constantFrom('handlings' as const, 'analyses' as const, 'actions' as const, 'verifications' as const),
    }),
  },
)

const needed = (file: CaseFile): readonly Missing[] =>
  gatesOf(file).flatMap((gate) =>
    gate === 'G4' && pathOf(file) === 'light' ? missingClassification(file) : missingAt(gate, file, CONTEXT),
  )

function stepped(file: CaseFile, name: TransitionName, who: Person): CaseFile {
  const decision = decide(name, file, who, CONTEXT, ANSWERS)
  if (!decision.isOpen) return file
  const written = Object.fromEntries(
    Object.entries(effectOf(decision, file, who, NOW, ANSWERS)).map(([field, value]) => [field, value ?? undefined]),
  )
  return { ...file, failure: { ...file.failure, ...written } }
}

function moved(file: CaseFile, move: Move): CaseFile {
  switch (move.kind) {
    case 'go': {
      const open = (['SSM', 'REL', 'QC', 'QAL', 'FRB'] as const)
        .flatMap((role) => TRANSITIONS.map((name) => ({ name, who: localPerson('另一人', role) })))
        .filter(({ name, who }) => decide(name, file, who, CONTEXT, ANSWERS).isOpen)
      const step = open[move.which % Math.max(1, open.length)]
      return step === undefined ? file : stepped(file, step.name, step.who)
    }
    case 'step':
      return stepped(file, move.name, move.person)
    case 'clear':
      return { ...file, failure: { ...file.failure, [move.field]: undefined } }
    case 'set':
      return { ...file, failure: { ...file.failure, ...move.fields } }
    case 'drop':
      return { ...file, [move.list]: [] }
  }
}

/** The problem with the signatures of its steps given in this cycle. */
const signedIn = (problem: CaseFile['problem'], own: { readonly cycle: number }): CaseFile['problem'] =>
  problem === null
    ? null
    : {
        ...problem,
        stepSignoffs: (problem.stepSignoffs as readonly object[]).map((sign) => ({ ...sign, ...own })) as never,
      }

describe('whatever people do', () => {
  test('a failure that has been closed lacked nothing its path asks for at that moment', () => {
    let closings = 0
    fc.assert(
      fc.property(
        fc.constantFrom('DRAFT', 'SUBMITTED', 'HANDLING', 'ANALYSIS', 'ACTION', 'VERIFY', 'CLOSE_REVIEW'),
        fc.array(move, { minLength: 1, maxLength: 15 }),
        (state, moves) => {
          let file = aCaseFile({ state })
          for (const next of moves) {
            const before = file
            file = moved(file, next)
            if (before.failure.state !== 'CLOSE_REVIEW' || file.failure.state !== 'CLOSED') continue
            closings += 1
            expect(needed(before)).toEqual([])
          }
        },
      ),
      { seed: 5, numRuns: 600 },
    )
    expect(closings).toBeGreaterThan(20)
  })

  test('no state is a dead end: when everything is there, somebody can go on', () => {
    for (const state of STATES.filter((state) => !FINAL.has(state)))
      for (const path of ['light', 'standard', '8D'] as const) {
        const file = aCaseFile({ state, path })
        const open = ROLES.flatMap((role) => decisionsFor(file, localPerson('另一人', role), CONTEXT)).filter(
          ({ refusals, missing }) => refusals.length === 0 && missing.length === 0,
        )
        expect([state, path, open.length > 0]).toEqual([state, path, true])
      }
  })

  test('every state people can bring a failure into has a way out as it stands, and a way to closing once its records are complete', () => {
    const reached = new Set<string>()
    const somebody = ROLES.map((role): Person => localPerson('另一人', role))
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.constantFrom('light' as const, 'standard' as const, '8D' as const),
        fc.array(move, { maxLength: 12 }),
        (state, path, moves) => {
          const file = moves.reduce(moved, aCaseFile({ state, path }))
          const { state: at = '', path: way, cycle, suspendedAt } = file.failure
          reached.add(at)
          if (FINAL.has(at)) return
          expect([
            at,
            somebody.some((who) => TRANSITIONS.some((name) => decide(name, file, who, CONTEXT, ANSWERS).isOpen)),
          ]).toEqual([at, true])
          // Everything that was cleared or dropped is put right again, in the present cycle; then steps alone must lead to the end.
          const whole = aCaseFile()
          const own = { cycle: cycle ?? 1 }
          let mended: CaseFile = {
            ...whole,
            problem: signedIn(whole.problem, own),
            analyses: whole.analyses.map((known) => ({ ...known, ...own })),
            actions: whole.actions.map((known) => ({ ...known, ...own })),
            verifications: whole.verifications.map((known) => ({ ...known, ...own })),
            failure: {
              ...whole.failure,
              state: at,
              path: way ?? 'standard',
              ...own,
              ...(suspendedAt === undefined ? {} : { suspendedAt }),
            },
          }
          for (
            let left = STATES.length + 1;
            left > 0 && mended.failure.state !== 'CLOSED' && mended.failure.state !== 'ARCHIVED';
            left -= 1
          ) {
            const here = mended
            const onward = WORKFLOW.filter(({ name }) => leadsOn(name))
              .flatMap(({ name }) => somebody.map((who) => ({ name, who })))
              .find(({ name, who }) => decide(name, here, who, CONTEXT, ANSWERS).isOpen)
            if (onward === undefined) break
            mended = stepped(
              { ...here, failure: { ...here.failure, closeCode: 'C1', costMark: 'none' } },
              onward.name,
              onward.who,
            )
          }
          expect([at, way, ['CLOSED', 'ARCHIVED'].includes(mended.failure.state ?? '')]).toEqual([at, way, true])
        },
      ),
      { seed: 11, numRuns: 300 },
    )
    expect(STATES.filter((state) => !reached.has(state))).toEqual([])
  })

  test('a suspended failure can only be resumed', () => {
    for (const state of STATES) {
      const open = ROLES.flatMap((role) =>
        decisionsFor(aCaseFile({ state, suspendedAt: NOW }), localPerson('另一人', role), CONTEXT),
      ).filter(({ refusals }) => refusals.length === 0)
      expect(open.every(({ transition }) => transition.name === 'resume')).toBe(true)
    }
  })
})

describe('permissions', () => {
  test('every role that takes a step holds the permission the matrix asks for', () => {
    for (const {
      name,
      needs: [permission, capability],
      roles,
    } of WORKFLOW)
      for (const role of roles) expect([name, role, may(role, permission, capability)]).toEqual([name, role, true])
  })

  test('the administrator and the reader decide nothing', () => {
    for (const state of STATES)
      for (const role of ['ADM', 'VIEW', 'GM', 'FIN'] as const)
        expect(
          decisionsFor(aCaseFile({ state }), localPerson('管理员', role), CONTEXT).every(({ refusals }) =>
            refusals.includes('role'),
          ),
        ).toBe(true)
  })

  test('reopening and suspending give nobody a step they had not before', () => {
    fc.assert(
      fc.property(person, fc.constantFrom('CLOSED' as const, 'ARCHIVED' as const), (who, state) => {
        const reopened = stepped(aCaseFile({ state }), 'reopen', localPerson('质量员', 'QAL'))
        expect(cycleOf(reopened.failure)).toBe(2)
        const stepsOf = (file: CaseFile): readonly string[] =>
          decisionsFor(file, who, CONTEXT)
            .filter(({ refusals, missing }) => refusals.length === 0 && missing.length === 0)
            .map(({ transition }) => transition.name)
        const fresh = stepsOf(aCaseFile({ state: 'ANALYSIS', closeCode: undefined }))
        expect(stepsOf(reopened).filter((step) => !fresh.includes(step))).toEqual([])
      }),
      { seed: 8, numRuns: 200 },
    )
  })

  test('merging leaves nobody a step on what was merged, and changes nothing on what remains', () => {
    fc.assert(
      fc.property(person, fc.array(move, { maxLength: 6 }), (who, moves) => {
        const merged = stepped(aCaseFile({ state: 'SUBMITTED' }), 'merge', localPerson('质量员', 'QAL'))
        expect([merged.failure.state, merged.failure.mergedInto]).toEqual(['MERGED', 'other'])
        const after = moves.filter(({ kind }) => kind === 'go' || kind === 'step').reduce(moved, merged)
        expect([after.failure.state, after.failure.mergedInto]).toEqual(['MERGED', 'other'])
        expect(decisionsFor(after, who, CONTEXT)).toEqual([])
        // The step writes into the merged failure alone: every other way to move one on stays as it was.
        expect(TRANSITIONS.filter((name) => decide(name, after, who, CONTEXT, ANSWERS).isOpen)).toEqual([])
      }),
      { seed: 9, numRuns: 200 },
    )
  })

  test('duties stay apart', () => {
    const refused = (name: TransitionName, file: CaseFile, who: Person) =>
      decide(name, file, who, CONTEXT, ANSWERS).refusals
    expect(refused('close', aCaseFile(), localPerson('现场员', 'FRB'))).toEqual(['reporter-may-not-close'])
    expect(refused('approveAnalysis', aCaseFile({ state: 'ANALYSIS' }), localPerson('分析员', 'FRB'))).toEqual([
      'author-may-not-approve',
    ])
    expect(refused('effective', aCaseFile({ state: 'VERIFY' }), localPerson('设计员', 'QAL'))).toEqual([
      'owner-may-not-verify',
    ])
    expect(refused('close', aCaseFile(), localPerson('质量员', 'QAL'))).toEqual(['board-needed'])
    expect(refused('close', aCaseFile({ path: 'standard' }), localPerson('质量员', 'QAL'))).toEqual([])
    expect(refused('close', aCaseFile({ path: 'light' }), localPerson('', 'QAL'))).toEqual(['nobody-named'])
  })
})

describe('a waiver of the board', () => {
  const file = aCaseFile({ state: 'VERIFY' })
  const short: CaseFile = {
    ...file,
    verifications: file.verifications.map((known) => ({ ...known, windowEnd: '2026-03-01' })),
  }
  const verifier: Person = localPerson('验证员', 'QC')
  const waived = (missing: Missing, cycle: number): CaseFile => ({
    ...short,
    failure: {
      ...short.failure,
      waivers: [{ item: missingKey(missing), by: '主席', at: NOW, why: '样机台架已证', cycle }],
    },
  })

  test('takes exactly its item off, in its cycle', () => {
    const {
      missing: [only],
    } = decide('effective', short, verifier, CONTEXT)
    expect(only?.reason).toBe('window-too-short')
    if (only === undefined) return
    expect(isWaivable(only, short)).toBe(true)
    expect(decide('effective', waived(only, 1), verifier, CONTEXT).isOpen).toBe(true)
    expect(decide('effective', waived(only, 2), verifier, CONTEXT).isOpen).toBe(false)
  })

  test('cannot take off who answers or what counts', () => {
    const pending = aCaseFile({ relevance: 'PEND' })
    const missing = missingAt('G4', pending, CONTEXT)
    expect(missing.map((item) => isWaivable(item, pending))).toEqual([false])
  })
})

test('every open state waits for somebody, and shows up for exactly the roles that can take it on', () => {
  const open = ['SUBMITTED', 'HANDLING', 'ANALYSIS', 'ACTION', 'VERIFY', 'CLOSE_REVIEW']
  expect(
    open.filter((state) => !ROLES.some((role) => statesWaitingFor(role).some((waiting) => waiting === state))),
  ).toEqual([])
  expect(statesWaitingFor('FSE')).toEqual(['HANDLING'])
  expect(statesWaitingFor('QAL')).toEqual(['SUBMITTED', 'ANALYSIS', 'ACTION', 'VERIFY', 'CLOSE_REVIEW'])
  expect(statesWaitingFor('VIEW')).toEqual([])
})

test('a rejected closing goes back to where the failure came from', () => {
  const back = (failure: Partial<StoredRecord<'failures'>>) =>
    stepped(aCaseFile(failure), 'rejectClosing', localPerson('主席', 'FRB')).failure.state
  expect([back({ path: '8D' }), back({ path: 'light' }), back({ path: 'standard', closeCode: 'C3' })]).toEqual([
    'VERIFY',
    'HANDLING',
    'ANALYSIS',
  ])
})
