import { describe, expect, test } from 'vitest'
import { localPerson, type Person } from '../../../../src/domain/person'
import type { TableName } from '../../../../src/domain/records/tables'
import { COMMANDS, PLAIN_COMMANDS, type CommandName } from '../../../../src/domain/workflow/commands'
import { permits, rolesFor, type PermitRecords } from '../../../../src/domain/workflow/permits'
import { ROLES, type Role } from '../../../../src/domain/workflow/roles'
import { commandOfStep, WORKFLOW } from '../../../../src/domain/workflow/transitions'
import { stored } from '../../../support/aCaseFile'

const inTeam = (role: Role): Person => ({ ...localPerson('某人', role), isInTeam: true })
const failure = (fields: object) =>
  stored<'failures'>({ state: 'SUBMITTED', reporter: '何工', depotId: 'd1', ...fields })
const codes = (command: CommandName, person: Person, records?: PermitRecords): readonly string[] =>
  permits(command, person, records).map(({ code }) => code)

/** Who may, as the permission matrix of the trade says; written down by hand, apart from the table of the program. */
const EXPECTED: Readonly<Record<(typeof PLAIN_COMMANDS)[number], string>> = {
  'file-failure': 'FSE SSM CS',
  'edit-failure': 'FSE SSM REL QAL FRB',
  'delete-failure': 'FSE SSM REL QAL',
  'assign-owner': 'SSM REL QAL FRB',
  'decide-in-bulk': 'SSM REL QAL FRB',
  'assign-part': 'FSE SSM REL QAL FRB',
  'add-handling': 'FSE SSM',
  'edit-handling': 'FSE SSM',
  'add-replacement': 'FSE SSM',
  'edit-replacement': 'FSE SSM',
  'return-to-stock': 'FSE SSM WHS REP',
  'custody-step': 'FSE SSM WHS REP',
  'add-rootCauseAnalyses': 'REP REL DES QAL FRB',
  'edit-rootCauseAnalyses': 'REP REL DES QAL FRB',
  'submit-analysis': 'REP REL DES QAL FRB',
  'approve-analysis': 'REP REL DES QAL FRB',
  'draw-fishbone': 'REP REL DES QAL FRB',
  'add-correctiveActions': 'REL DES QAL FRB',
  'edit-correctiveActions': 'FSE SSM WHS REP REL DES QAL FRB',
  'add-effectVerifications': 'QC REL QAL FRB',
  'edit-effectVerifications': 'QC REL QAL FRB',
  'make-problem': 'SSM REP REL DES QAL FRB',
  'link-problem': 'FSE SSM CS REP REL DES QAL FRB',
  'unlink-problem': 'SSM REP REL DES QAL FRB',
  'edit-problem': 'SSM REP REL DES QAL FRB',
  'sign-step': 'QAL FRB',
  'call-meeting': 'SSM REP REL DES QAL FRB',
  'sign-meeting': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN',
  waive: 'FRB',
  'review-note': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN',
  'dismiss-recurrence': 'QAL FRB',
  'make-lesson': 'SSM REP REL DES QAL FRB',
  'edit-lesson': 'SSM REP REL DES QAL FRB',
  'add-attachment': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN',
  'remove-attachment': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN',
  'add-cost': 'SSM WHS REP FIN',
  'reverse-cost': 'SSM WHS REP FIN',
  'add-template': 'REL QAL FRB ADM',
  'edit-template': 'REL QAL FRB ADM',
  'delete-template': 'REL QAL FRB ADM',
  'save-code': 'QAL ADM',
  'merge-codes': 'QAL ADM',
  'save-company-field': 'QAL ADM',
  'order-company-fields': 'QAL ADM',
  'retire-company-field': 'QAL ADM',
  'resume-company-field': 'QAL ADM',
  'add-part': 'REL QAL',
  'edit-part': 'REL QAL',
  'move-part': 'REL QAL',
  'end-part': 'REL QAL',
  'delete-part': 'REL QAL',
  'merge-parts': 'REL QAL',
  'paste-parts': 'REL QAL',
  'add-fleet': 'SSM REL QAL ADM',
  'edit-fleet': 'SSM REL QAL ADM',
  'end-fleet': 'SSM REL QAL ADM',
  'delete-fleet': 'SSM REL QAL ADM',
  'merge-fleet': 'REL QAL ADM',
  'merge-failures': 'QAL FRB',
  'merge-serials': 'REL QAL ADM',
  'merge-cars': 'REL QAL ADM',
  'paste-fleet': 'SSM REL QAL ADM',
  'save-readings': 'FSE SSM REL QAL',
  'save-setting': 'QAL ADM',
  'save-view': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'remove-view': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'save-work-rules': 'ADM',
  'file-report': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'take-in': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'suffix-number': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'save-conclusion': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'save-board': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'remove-board': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'save-contract-target': 'REL DES QAL ADM',
  'end-contract-target': 'REL DES QAL ADM',
  'save-alert-rule': 'REL QAL FRB ADM',
  'end-alert-rule': 'REL QAL FRB ADM',
  'raise-alerts': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'see-alert': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'take-alert': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  'clear-alert': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM',
  import: 'QAL ADM',
  'undo-import': 'QAL ADM',
  'redo-import': 'QAL ADM',
  'import-update': 'QAL ADM',
  'import-update-undone': 'QAL ADM',
  'keep-touched': 'QAL ADM',
  'settle-conflict': 'FSE SSM CS WHS REP QC REL DES QAL FRB FIN GM ADM',
  undo: 'FSE SSM REL QAL FRB',
}

describe('role by command', () => {
  const roles = PLAIN_COMMANDS.flatMap((command) => ROLES.map((role) => [command, role] as const))
  test.each(roles)('%s by %s', (command, role) => {
    const isRefused = codes(command, inTeam(role)).includes('role')
    expect(isRefused).toBe(!EXPECTED[command].split(' ').includes(role))
  })

  test('a step is taken by the roles of the workflow, and a refusal names them', () => {
    for (const { name, roles } of WORKFLOW)
      for (const role of ROLES) {
        const reasons = permits(commandOfStep(name), inTeam(role))
        expect(reasons.some(({ code }) => code === 'role')).toBe(!roles.includes(role))
        if (!roles.includes(role)) expect(reasons[0]).toEqual({ code: 'role', roles: rolesFor(commandOfStep(name)) })
      }
  })

  test('a reader changes nothing, and somebody may give every command', () => {
    for (const command of COMMANDS) {
      expect(codes(command, localPerson('客户', 'VIEW'))).toContain('role')
      expect(rolesFor(command).length).toBeGreaterThan(0)
    }
  })

  test('whoever keeps the system approves no record', () => {
    for (const command of ['step-close', 'step-approveAnalysis', 'approve-analysis', 'sign-step', 'waive'] as const)
      expect(codes(command, inTeam('ADM'))).toContain('role')
  })
})

test('on a device of its own anyone but a reader brings data in and keeps codes and templates', () => {
  for (const command of ['import', 'undo-import', 'save-code', 'add-template', 'assign-part'] as const) {
    expect(codes(command, localPerson('', 'FSE'))).toEqual([])
    expect(codes(command, localPerson('', 'CS'))).toEqual([])
    expect(codes(command, inTeam('CS'))).toContain('role')
  }
  expect(codes('edit-handling', localPerson('', 'CS'))).toContain('role')
})

describe('deleting a failure', () => {
  test.each([
    ['何工', 'FSE', 'SUBMITTED', []],
    ['别人', 'FSE', 'SUBMITTED', ['not-own']],
    ['', 'FSE', 'SUBMITTED', ['not-own']],
    ['何工', 'FSE', 'HANDLING', ['wrong-state']],
    ['周站长', 'SSM', 'HANDLING', []],
    ['赵工', 'QAL', 'ANALYSIS', []],
    ['赵工', 'QAL', 'CLOSED', ['wrong-state']],
    ['赵工', 'QAL', 'ARCHIVED', ['wrong-state']],
    ['吴工', 'ADM', 'SUBMITTED', ['role']],
  ] as const)('by %s as %s while it is %s', (name, role, state, refused) => {
    const failures = [failure({ state })]
    expect(codes('delete-failure', localPerson(name, role), { failures })).toEqual(refused)
    // Taking its report back from the history deletes it just the same.
    expect(codes('undo', localPerson(name, role), { failures, undone: 'file-failure' })).toEqual(refused)
  })
})

describe('separation of duties', () => {
  const analysis = { author: '孙工', reviewer: '钱工' }
  test('an analysis is approved by the reviewer it names, who did not write it', () => {
    const approve = (name: string, reviewer = '钱工') =>
      codes('approve-analysis', localPerson(name, 'QAL'), {
        analyses: [{ ...analysis, author: '孙工' }],
        touched: [{ table: 'rootCauseAnalyses', before: { ...analysis, reviewer }, set: { approvedAt: '2026-05-07' } }],
      })
    expect(approve('钱工')).toEqual([])
    expect(approve('赵工')).toEqual(['reviewer-only'])
    expect(approve('孙工', '孙工')).toEqual(['author-may-not-approve'])
    expect(approve('')).toEqual(['nobody-named', 'reviewer-only'])
  })

  test('nobody closes what they reported, approves what they wrote, or verifies what they own', () => {
    const records = { failures: [failure({})], analyses: [analysis], actions: [{ owner: '郑工' }] }
    expect(codes('step-close', localPerson('何工', 'FRB'), records)).toEqual(['reporter-may-not-close'])
    expect(codes('step-approveAnalysis', localPerson('孙工', 'FRB'), records)).toEqual(['author-may-not-approve'])
    expect(codes('step-effective', localPerson('郑工', 'REL'), records)).toEqual(['owner-may-not-verify'])
    expect(codes('step-close', localPerson('钱工', 'FRB'), records)).toEqual([])
  })

  test('a form writes no state, approval or signature, but may clear an approval', () => {
    const touch = (table: 'failures' | 'rootCauseAnalyses' | 'problems', set: Record<string, string | null>) => ({
      touched: [{ table, before: {}, set }],
    })
    const lead = localPerson('赵工', 'QAL')
    expect(codes('edit-failure', lead, touch('failures', { state: 'CLOSED' }))).toEqual(['set-by-steps'])
    expect(codes('edit-failure', lead, touch('failures', { severity: '2' }))).toEqual([])
    expect(codes('edit-rootCauseAnalyses', lead, touch('rootCauseAnalyses', { approvedAt: '2026-05-07' }))).toEqual([
      'set-by-steps',
    ])
    expect(codes('edit-rootCauseAnalyses', lead, touch('rootCauseAnalyses', { approvedAt: null }))).toEqual([])
    expect(codes('edit-problem', lead, touch('problems', { step: 'D8' }))).toEqual(['set-by-steps'])
  })
})

test('whoever reaches some stations only works on theirs and on their own', () => {
  const atStation = (role: Role): Person => ({
    ...inTeam(role),
    name: '何工',
    reach: { stations: ['d1'], departments: [] },
  })
  const elsewhere = { failures: [failure({ depotId: 'd2', reporter: '别人' })] }
  expect(codes('edit-handling', atStation('SSM'), { failures: [failure({ reporter: '别人' })] })).toEqual([])
  expect(codes('edit-handling', atStation('SSM'), elsewhere)).toEqual(['outside-reach'])
  expect(codes('edit-handling', atStation('FSE'), { failures: [failure({ reporter: '别人' })] })).toEqual([
    'outside-reach',
  ])
  expect(codes('edit-handling', atStation('FSE'), { failures: [failure({ depotId: 'd2' })] })).toEqual([])
  // The matrix lets reliability work on all failures.
  expect(codes('edit-failure', atStation('REL'), elsewhere)).toEqual([])
})

test('what devices disagree on is settled by whoever corrects the record, steps and deletions by those who lead', () => {
  const settle = (role: Role, table: TableName, set: Readonly<Record<string, string | boolean>>) =>
    codes('settle-conflict', inTeam(role), { touched: [{ table, before: {}, set }] })
  expect(settle('DES', 'rootCauseAnalyses', { mechanism: '1.1' })).toEqual([])
  expect(settle('DES', 'failures', { remark: '甲' })).toEqual(['role'])
  expect(settle('ADM', 'codeItems', { zh: '甲' })).toEqual([])
  expect(settle('FSE', 'failures', { remark: '甲' })).toEqual([])
  expect(settle('FSE', 'failures', { remark: '甲', state: 'HANDLING' })).toEqual(['role'])
  expect(settle('SSM', 'failures', { state: 'HANDLING' })).toEqual([])
  expect(settle('ADM', 'trains', { deleted: true })).toEqual(['role'])
  expect(settle('REL', 'trains', { deleted: true })).toEqual([])
})

test('taking a change back needs what the change needed', () => {
  for (const command of PLAIN_COMMANDS.filter((name) => name !== 'undo' && name !== 'file-failure'))
    for (const role of ROLES)
      expect(codes('undo', inTeam(role), { undone: command }).includes('role')).toBe(
        !EXPECTED[command].split(' ').includes(role),
      )
})

test('a device that has not met its server for too long only reads, whatever the role', () => {
  const person = { ...localPerson('王工', 'QAL'), isInTeam: true, isLeaseOver: true }
  expect(permits('edit-failure', person)).toEqual([{ code: 'lease-over' }])
  expect(permits('import', person)).toEqual([{ code: 'lease-over' }])
})
