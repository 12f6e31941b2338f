/**
 * May this person give this command about these records, as they are before it? One pure answer for the screens, for the
 * transaction that writes, and for a server; what a step needs beside it is in `gates.ts`.
 */
import type { RefusalReason } from '../commandTrouble'
import { isPosition } from '../conflicts'
import type { FieldSet } from '../recordVersions'
import type { Person } from '../person'
import type { StoredRecord, TableName } from '../records/tables'
import { isClosedFailure, leadsClosed, whenClosed } from './closedRecords'
import type { CommandName, PlainCommand } from './commands'
import {
  CAPABILITIES,
  may,
  PERMISSIONS,
  ROLES,
  type Capability,
  type GrantNote,
  type Permission,
  type Role,
} from './roles'
import { movesHeld } from '../positions'
import { separationRefusal, type Duties } from './separation'
import { commandOfStep, WORKFLOW } from './transitions'

/** What a command is about. Everything is as it was before the command; only `set` is what it wants to write. */
export interface PermitRecords extends Duties {
  /** Failures that are written, or that what is written hangs on. */
  readonly failures?: readonly StoredRecord<'failures'>[]
  readonly touched?: readonly Touched[]
  /** For an undo: what it takes back. */
  readonly undone?: CommandName
  /** What it is about is closed; without it, whether its failures are. */
  readonly isClosed?: boolean
}

export interface Touched {
  readonly table: TableName
  /** undefined: the record is new. */
  readonly before: object | undefined
  readonly set: FieldSet
}

/** A permission on a kind of work; with a note, a grant that is narrowed by that note is not enough. */
type Need = readonly [Permission, Capability] | readonly [Permission, Capability, GrantNote]

interface Rule {
  /** One of them is enough. */
  readonly needs: readonly Need[]
  /** Who stands behind it must be named. */
  readonly asksName?: boolean
  /** On a device without a server anyone but a reader may: it is about the device's own data, not about a record's way. */
  readonly isFreeAlone?: boolean
  /** Of those whose permission would be enough, only these. */
  readonly only?: readonly Role[]
  readonly also?: (person: Person, records: PermitRecords) => readonly RefusalReason[]
}

const WORKING: readonly Need[] = (
  ['report', 'accept', 'handle', 'classify', 'analyse', 'act', 'verify', 'close', 'repair', 'cost'] as const
).flatMap((work): Need[] => [
  ['C', work],
  ['U', work],
  ['A', work],
])
const CORRECTING: readonly Need[] = [
  ['U', 'report'],
  ['U', 'classify'],
  ['A', 'accept'],
  ['A', 'classify'],
  ['A', 'close'],
]
const LEADING: readonly Need[] = [
  ['A', 'accept'],
  ['A', 'classify'],
  ['A', 'close'],
]
const HANDLING: readonly Need[] = [
  ['C', 'handle'],
  ['U', 'handle', 'custody'],
]
const KEEPING: readonly Need[] = [
  ['U', 'handle'],
  ['U', 'repair'],
]
const ANALYSING: readonly Need[] = [
  ['C', 'analyse'],
  ['U', 'analyse'],
  ['A', 'analyse'],
]
const PROBLEMS: readonly Need[] = [...ANALYSING, ['A', 'accept'], ['A', 'act']]
const ACTING: readonly Need[] = [
  ['C', 'act'],
  ['A', 'act'],
]
const VERIFYING: readonly Need[] = [
  ['C', 'verify'],
  ['A', 'verify'],
]
const DECIDING: readonly Need[] = [['A', 'close']]
const SIGNING: readonly Need[] = [
  ['A', 'analyse'],
  ['A', 'act'],
  ['A', 'close'],
]
const IMPORTING: readonly Need[] = [['A', 'import']]
const TEMPLATES: readonly Need[] = [
  ['U', 'administer'],
  ['A', 'product'],
  ['U', 'classify'],
  ['A', 'close'],
]
const TARGETS: readonly Need[] = [
  ['A', 'product'],
  ['C', 'product'],
  ['U', 'administer'],
]
/** Whoever works on failures, and who leads those that do. An alert is for all of them. */
const REPORTING: readonly Need[] = [...WORKING, ['A', 'complaint']]
const CODES: readonly Need[] = [
  ['U', 'administer'],
  ['A', 'product'],
]
/** Whoever may correct any record; which one it is, is asked with the record. */
const SETTLING: readonly Need[] = [...REPORTING, ['U', 'administer']]

/** Products and their parts: who works out the structure, and who approves it; whoever only proposes does not. */
const PARTS: readonly Need[] = [
  ['C', 'product', 'propose'],
  ['U', 'product', 'codes'],
  ['A', 'product'],
]
const READINGS: readonly Need[] = [
  ['C', 'readings'],
  ['U', 'readings'],
  ['A', 'readings'],
]
/** Trains, places and serials: who keeps the structure or the readings of a station, and who keeps the system. */
const FLEET: readonly Need[] = [...PARTS, ['U', 'readings'], ['U', 'administer']]

/** Who may, command by command. Steps of the failure are not in it: their roles stand in `WORKFLOW`. */
const RULES: Readonly<Record<Exclude<PlainCommand, 'undo'>, Rule>> = {
  'file-failure': { needs: [['C', 'report']] },
  'edit-failure': { needs: CORRECTING, also: setBySteps },
  'delete-failure': { needs: [...CORRECTING.slice(0, 1), ['A', 'accept']], also: deletable },
  'assign-owner': {
    needs: [
      ['A', 'accept'],
      ['A', 'analyse'],
    ],
  },
  'decide-in-bulk': { needs: LEADING, asksName: true },
  'assign-part': { needs: CORRECTING, isFreeAlone: true },
  'add-handling': { needs: HANDLING },
  'edit-handling': { needs: HANDLING },
  'add-replacement': { needs: HANDLING },
  'edit-replacement': { needs: HANDLING },
  'return-to-stock': { needs: KEEPING },
  'custody-step': { needs: KEEPING, asksName: true },
  'add-rootCauseAnalyses': { needs: ANALYSING, also: setBySteps },
  'edit-rootCauseAnalyses': { needs: ANALYSING, also: setBySteps },
  'submit-analysis': { needs: ANALYSING, asksName: true },
  'approve-analysis': { needs: ANALYSING, asksName: true, also: reviewerOnly },
  'draw-fishbone': { needs: ANALYSING },
  'add-correctiveActions': { needs: ACTING },
  'edit-correctiveActions': { needs: [['U', 'act'], ...ACTING] },
  'add-effectVerifications': { needs: VERIFYING },
  'edit-effectVerifications': { needs: VERIFYING },
  'make-problem': { needs: PROBLEMS },
  'link-problem': { needs: [...PROBLEMS, ['C', 'report']] },
  'unlink-problem': { needs: PROBLEMS },
  'edit-problem': { needs: PROBLEMS, also: setBySteps },
  'sign-step': { needs: SIGNING, asksName: true },
  'call-meeting': { needs: PROBLEMS },
  'sign-meeting': { needs: WORKING, asksName: true },
  waive: { needs: [['O', 'override']], only: ['FRB'], asksName: true },
  'review-note': { needs: WORKING },
  'dismiss-recurrence': { needs: DECIDING, asksName: true },
  'make-lesson': { needs: PROBLEMS },
  'edit-lesson': { needs: PROBLEMS },
  'add-attachment': { needs: WORKING },
  'remove-attachment': { needs: WORKING },
  'add-cost': { needs: [['C', 'cost']], asksName: true },
  'reverse-cost': { needs: [['C', 'cost']], asksName: true },
  'add-template': { needs: TEMPLATES, isFreeAlone: true },
  'edit-template': { needs: TEMPLATES, isFreeAlone: true },
  'delete-template': { needs: TEMPLATES, isFreeAlone: true },
  'save-code': { needs: CODES, isFreeAlone: true },
  'merge-codes': { needs: CODES, isFreeAlone: true },
  'save-company-field': { needs: CODES, isFreeAlone: true },
  'order-company-fields': { needs: CODES, isFreeAlone: true },
  'retire-company-field': { needs: CODES, isFreeAlone: true },
  'resume-company-field': { needs: CODES, isFreeAlone: true },
  'add-part': { needs: PARTS, isFreeAlone: true },
  'edit-part': { needs: PARTS, isFreeAlone: true },
  'move-part': { needs: PARTS, isFreeAlone: true },
  'end-part': { needs: PARTS, isFreeAlone: true },
  'delete-part': { needs: PARTS, isFreeAlone: true },
  'merge-parts': { needs: PARTS, isFreeAlone: true },
  'paste-parts': { needs: PARTS, isFreeAlone: true },
  'add-fleet': { needs: FLEET, isFreeAlone: true },
  'edit-fleet': { needs: FLEET, isFreeAlone: true },
  'end-fleet': { needs: FLEET, isFreeAlone: true },
  'delete-fleet': { needs: FLEET, isFreeAlone: true },
  'merge-fleet': { needs: [...PARTS, ['U', 'administer']], isFreeAlone: true },
  'merge-failures': { needs: DECIDING, asksName: true },
  'merge-serials': { needs: [...PARTS, ['U', 'administer']], isFreeAlone: true },
  'merge-cars': { needs: [...PARTS, ['U', 'administer']], isFreeAlone: true },
  'paste-fleet': { needs: FLEET, isFreeAlone: true },
  'save-readings': { needs: READINGS, isFreeAlone: true },
  'save-setting': { needs: CODES, isFreeAlone: true },
  'save-view': { needs: REPORTING, isFreeAlone: true },
  'remove-view': { needs: REPORTING, isFreeAlone: true },
  'save-board': { needs: REPORTING, isFreeAlone: true },
  'remove-board': { needs: REPORTING, isFreeAlone: true },
  'save-work-rules': { needs: [['U', 'administer']], asksName: true },
  'file-report': { needs: REPORTING, isFreeAlone: true },
  'save-conclusion': { needs: REPORTING, isFreeAlone: true },
  'save-contract-target': { needs: TARGETS, asksName: true },
  'end-contract-target': { needs: TARGETS, asksName: true },
  'save-alert-rule': { needs: TEMPLATES, asksName: true },
  'end-alert-rule': { needs: TEMPLATES, asksName: true },
  'raise-alerts': { needs: REPORTING, isFreeAlone: true },
  'see-alert': { needs: REPORTING, asksName: true, isFreeAlone: true },
  'take-alert': { needs: REPORTING, asksName: true, isFreeAlone: true },
  'clear-alert': { needs: REPORTING, asksName: true, isFreeAlone: true },
  import: { needs: IMPORTING, isFreeAlone: true },
  'undo-import': { needs: IMPORTING, isFreeAlone: true },
  'redo-import': { needs: IMPORTING, isFreeAlone: true },
  'import-update': { needs: IMPORTING, isFreeAlone: true },
  'import-update-undone': { needs: IMPORTING, isFreeAlone: true },
  'keep-touched': { needs: IMPORTING, isFreeAlone: true },
  'settle-conflict': { needs: SETTLING, also: settleable },
  'take-in': { needs: REPORTING, isFreeAlone: true },
  'suffix-number': { needs: REPORTING, isFreeAlone: true },
}

/** The command that corrects a record of each kind: whoever may give it settles what devices disagree on there. */
const CORRECTED_BY: Readonly<Record<TableName, PlainCommand>> = {
  products: 'edit-part',
  bomNodes: 'edit-part',
  parties: 'edit-fleet',
  trains: 'edit-fleet',
  units: 'edit-fleet',
  installEvents: 'edit-replacement',
  usageReadings: 'save-readings',
  failures: 'edit-failure',
  handlings: 'edit-handling',
  replacements: 'edit-replacement',
  problems: 'edit-problem',
  rootCauseAnalyses: 'edit-rootCauseAnalyses',
  correctiveActions: 'edit-correctiveActions',
  effectVerifications: 'edit-effectVerifications',
  knowledgeItems: 'edit-lesson',
  attachments: 'add-attachment',
  codeItems: 'save-code',
  settings: 'save-setting',
  reportTemplates: 'edit-template',
  contractTargets: 'save-contract-target',
  costEntries: 'add-cost',
  storedReports: 'file-report',
  companyFields: 'save-company-field',
  alertRules: 'save-alert-rule',
  alertEpisodes: 'see-alert',
  importBatches: 'import',
  conclusions: 'save-conclusion',
}

/** Whose permission an undo needs: the one of what it takes back. Taking a report back deletes it. */
const ruledAs = (command: CommandName, { undone }: PermitRecords): CommandName =>
  command !== 'undo' ? command : undone === 'file-failure' ? 'delete-failure' : (undone ?? 'edit-failure')

/** Taking these back is judged by the records as giving them is. */
const ALSO_BACKWARDS: ReadonlySet<CommandName> = new Set(['delete-failure', 'settle-conflict'])

/** Every reason against it; empty when the person may. */
export function permits(command: CommandName, person: Person, records: PermitRecords = {}): readonly RefusalReason[] {
  if (person.isLeaseOver === true) return [{ code: 'lease-over' }]
  const ruled = ruledAs(command, records)
  const rule = ruleOf(ruled)
  const isUndo = command === 'undo'
  const mayRole = rolesFor(ruled).includes(person.role) || isFree(rule, person)
  const separated = isUndo ? null : separationRefusal(ruled, person, records)
  return [
    ...(mayRole ? [] : [{ code: 'role' as const, roles: rolesFor(ruled) }]),
    ...(rule.asksName === true && person.name.trim() === '' ? [{ code: 'nobody-named' as const }] : []),
    ...(separated === null ? [] : [{ code: separated }]),
    ...(mayRole && !isFree(rule, person) && !isWithinReach(rule, person, records)
      ? [{ code: 'outside-reach' as const }]
      : []),
    ...(!mayRole || (isUndo && !ALSO_BACKWARDS.has(ruled)) ? [] : (rule.also?.(person, records) ?? [])),
    ...(mayRole ? closedRefusal(ruled, person, records) : []),
    ...heldRefusal(ruled, records),
  ]
}

/** What decides a dispute, or tells equal numbers apart, is about records that are held. */
const FREE_OF_HOLD: ReadonlySet<CommandName> = new Set(['settle-conflict', 'suffix-number'])

/** Two devices took a step without seeing each other: before another one, somebody chooses which of the two stands. */
function heldRefusal(command: CommandName, { touched = [] }: PermitRecords): readonly RefusalReason[] {
  if (FREE_OF_HOLD.has(command)) return []
  const isHeld = touched.some(({ table, before, set }) => movesHeld(table, before, set))
  return isHeld ? [{ code: 'held' }] : []
}

/** What is closed is changed by those who lead, and nothing about it is judged again before it is reopened. */
function closedRefusal(command: CommandName, { role }: Person, records: PermitRecords): readonly RefusalReason[] {
  const { failures = [], isClosed = failures.some(isClosedFailure) } = records
  const needs = isClosed ? whenClosed(command) : undefined
  if (needs === undefined) return []
  if (needs === 'reopen-first') return [{ code: 'closed-needs-reopening' }]
  return leadsClosed(role) ? [] : [{ code: 'closed-leads-only' }]
}

/** Does this command change something closed, so that it has to say why? */
export const needsReasonWhenClosed = (command: CommandName, records: PermitRecords): boolean =>
  records.isClosed === true && whenClosed(ruledAs(command, records)) === 'with-reason'

/** Roles that only read: no kind of work lets them create, change, approve or override anything. */
export const isReader = (role: Role): boolean =>
  (['C', 'U', 'A', 'O'] as const).every((permission) =>
    CAPABILITIES.every((capability) => !may(role, permission, capability)),
  )

/** The roles that may give a command at all, before its records are looked at. */
export function rolesFor(command: CommandName): readonly Role[] {
  const step = WORKFLOW.find(({ name }) => commandOfStep(name) === command)
  return step === undefined
    ? ROLES.filter((role) => grantsOf(ruleOf(command), role).length > 0)
    : ROLES.filter((role) => step.roles.includes(role))
}

function ruleOf(command: CommandName): Rule {
  if (command === 'undo') return RULES['edit-failure']
  const step = WORKFLOW.find(({ name }) => commandOfStep(name) === command)
  return step === undefined ? RULES[command as keyof typeof RULES] : { needs: [step.needs], asksName: true }
}

const isFree = ({ isFreeAlone }: Rule, { role, isInTeam }: Person): boolean =>
  isFreeAlone === true && isInTeam !== true && !isReader(role)

const grantsOf = ({ needs, only = ROLES }: Rule, role: Role) =>
  (only.includes(role) ? needs : []).flatMap(([permission, capability, narrowed]) => {
    const grant = PERMISSIONS[capability][role]
    return grant !== undefined &&
      may(role, permission, capability) &&
      (narrowed === undefined || grant.note !== narrowed)
      ? [grant]
      : []
  })

/** Stations and departments bind those whose reach is limited; the widest grant counts. */
function isWithinReach(rule: Rule, { name, role, reach }: Person, { failures = [] }: PermitRecords): boolean {
  if (reach === 'all') return true
  const widths = new Set(grantsOf(rule, role).map((grant) => grant.reach))
  if (widths.has('all')) return true
  return failures.every(
    ({ depotId, reporter, owner, responsibleText }) =>
      (widths.has('station') && depotId !== undefined && reach.stations.includes(depotId)) ||
      reporter === name ||
      owner === name ||
      (widths.has('own') && responsibleText !== undefined && reach.departments.includes(responsibleText)),
  )
}

/** Who reported it takes it back before it is accepted, later only who accepts failures; a closed one is reopened first. */
const NOT_ACCEPTED: ReadonlySet<string> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED'])

function deletable({ name, role }: Person, { failures = [] }: PermitRecords): readonly RefusalReason[] {
  return failures.flatMap(({ state = '', reporter }): RefusalReason[] => {
    if (isClosedFailure({ state })) return [{ code: 'wrong-state', state }]
    if (may(role, 'A', 'accept')) return []
    if (!NOT_ACCEPTED.has(state)) return [{ code: 'wrong-state', state }]
    return reporter === name && name !== '' ? [] : [{ code: 'not-own' }]
  })
}

/** Written by steps and signatures only. */
export const BY_STEPS: Readonly<Partial<Record<TableName, ReadonlySet<string>>>> = {
  failures: new Set([
    'state',
    'stateSince',
    'closedAt',
    'closedBy',
    'suspendedAt',
    'suspendedWhy',
    'resumeOn',
    'pauses',
    'sentBackWhy',
    'mergedInto',
    'reopenCode',
    'reopenWhy',
    'recurrencesDismissed',
    'waivers',
    'reviewNotes',
    'cycle',
  ]),
  rootCauseAnalyses: new Set(['submittedAt', 'approvedAt']),
  problems: new Set(['stepSignoffs', 'frbMeetings', 'step']),
}

/** What steps and signatures write is not written by a form; a form may only clear an approval, by changing what was approved. */
function setBySteps(_: Person, { touched = [] }: PermitRecords): readonly RefusalReason[] {
  const isWritten = touched.some(({ table, set }) =>
    Object.entries(set).some(([field, value]) => BY_STEPS[table]?.has(field) === true && value !== null),
  )
  return isWritten ? [{ code: 'set-by-steps' }] : []
}

/** An analysis is approved by the reviewer it names. */
function reviewerOnly({ name }: Person, { touched = [] }: PermitRecords): readonly RefusalReason[] {
  return touched.every(({ before }) => (before as { readonly reviewer?: string } | undefined)?.reviewer === name)
    ? []
    : [{ code: 'reviewer-only' }]
}

/** Facts by whoever may correct the record; steps, approvals, signatures and numbers by those who lead. */
function settleable(person: Person, { failures = [], touched = [] }: PermitRecords): readonly RefusalReason[] {
  const corrected = new Set(touched.map(({ table }) => CORRECTED_BY[table]))
  const refused = [...corrected].flatMap((command) => permits(command, person, { failures, isClosed: false }))
  const decides = touched.some(({ table, set }) => Object.keys(set).some((field) => isPosition(table, field)))
  const leads = grantsOf({ needs: LEADING }, person.role).length > 0
  const first = refused[0]
  if (first !== undefined) return [first]
  return decides && !leads
    ? [{ code: 'role', roles: ROLES.filter((role) => grantsOf({ needs: LEADING }, role).length > 0) }]
    : []
}
