import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredRecord } from '../../../src/domain/records/tables'
import { localPerson, type Person } from '../../../src/domain/person'
import { decide } from '../../../src/domain/workflow/decide'
import { ROLES } from '../../../src/domain/workflow/roles'
import { isWorkflowStep, TRANSITIONS } from '../../../src/domain/workflow/transitions'
import { caseFileOf, takeStep } from '../../../src/store/caseFiles'
import { undo } from '../../../src/store/commit'
import { editFailure } from '../../../src/store/failures'
import { DEFAULT_LIMITS } from '../../../src/domain/workflow/gates'
import { aCaseFile, NOW, stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'

const AT = NOW
const ANSWERS = { why: '理由', target: 'other', reopenCode: 'R1', resumeOn: '2026-08-01', closeCode: 'C4' }
/** What the workflow alone writes. */
const OF_THE_WORKFLOW = [
  'state',
  'stateSince',
  'cycle',
  'suspendedAt',
  'pauses',
  'mergedInto',
  'closedAt',
  'closedBy',
  'reopenCode',
  'waivers',
  'sentBackWhy',
] as const satisfies readonly (keyof StoredRecord<'failures'>)[]

type Deed =
  | { readonly kind: 'edit'; readonly fields: Partial<StoredRecord<'failures'>> }
  /** One of the steps that are open to somebody. */
  | { readonly kind: 'go'; readonly which: number }
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    fields: fc.constantFrom(
      { owner: '李工' },
      { severity: '4' },
      { path: 'light' as const },
      { path: 'standard' as const },
      { priority: 'P1' },
      { closeCode: 'C2' },
    ),
  }),
  fc.record({ kind: fc.constant('go' as const), which: fc.nat(50) }),
)

test('undoing anything, by anybody and in any order, moves no failure along and gives no role a step', async () => {
  let undone = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('SUBMITTED', 'HANDLING', 'ANALYSIS', 'CLOSE_REVIEW', 'CLOSED'),
      fc.array(deed, { minLength: 2, maxLength: 7 }),
      fc.infiniteStream(fc.nat(1000)),
      async (state, deeds, picks) => {
        const db = freshDatabase()
        const { id: _id, versions: _versions, ...fields } = aCaseFile({ state }).failure
        await db.recordsOf('failures').put(stored<'failures'>({ ...fields, id: 'f1' }))
        for (const next of deeds) {
          if (next.kind === 'edit')
            await editFailure('f1', next.fields, localPerson('李工', 'SSM'), { why: '更正' }, db)
          else {
            const file = await caseFileOf('f1', db)
            const open =
              file === null
                ? []
                : ROLES.flatMap((role) => TRANSITIONS.map((name) => ({ name, role }))).filter(
                    ({ name, role }) =>
                      name !== 'merge' &&
                      decide(
                        name,
                        file,
                        localPerson('另一人', role),
                        { now: AT, escalation: {}, limits: DEFAULT_LIMITS },
                        ANSWERS,
                      ).isOpen,
                  )
            const step = open[next.which % Math.max(1, open.length)]
            if (step !== undefined) await takeStep('f1', step.name, localPerson('另一人', step.role), AT, ANSWERS, db)
          }
        }
        const look = async () => {
          const file = await caseFileOf('f1', db)
          if (file === null) throw new Error('the failure is gone')
          const allowed = ROLES.flatMap((role): string[] => {
            const who: Person = localPerson('另一人', role)
            return TRANSITIONS.filter(
              (name) =>
                !decide(name, file, who, { now: AT, escalation: {}, limits: DEFAULT_LIMITS }, ANSWERS).refusals.some(
                  (refusal) =>
                    refusal === 'role' ||
                    refusal === 'wrong-state' ||
                    refusal === 'suspended' ||
                    refusal === 'not-suspended',
                ),
            ).map((name) => `${role} ${name}`)
          })
          return { workflow: OF_THE_WORKFLOW.map((field) => [field, file.failure[field]]), allowed }
        }
        const left = await db.changes.toArray()
        while (left.length > 0) {
          const [change] = left.splice((picks.next().value ?? 0) % left.length, 1)
          if (change === undefined) break
          const before = await look()
          const result = await undo(change.id, localPerson('谁都行', 'SSM'), '试试', db)
          const taken = result.ok ? result.change : null
          if (isWorkflowStep(change.command)) refused += 1
          if (taken !== null) undone += 1
          expect(taken !== null && isWorkflowStep(change.command)).toBe(false)
          expect(await look()).toEqual(before)
        }
        await db.delete()
      },
    ),
    { seed: 3, numRuns: 25 },
  )
  expect(Math.min(undone, refused)).toBeGreaterThan(10)
})
