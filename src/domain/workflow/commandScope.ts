/**
 * What a command may write. A device that keeps to the program never writes beyond it; a server that receives a change asks,
 * because the permission of a command says nothing about fields that are not the command's.
 */
import { isPosition } from '../conflicts'
import { fieldOfEntry } from '../listEntries'
import type { TableName } from '../records/tables'
import type { CommandName, PlainCommand } from './commands'
import { BY_STEPS } from './permits'
import type { StepCommand } from './transitions'

/**
 * `table`: what its records say, where no step, signature or number is meant;
 * `+table`: new records alone;
 * `table.field`: this step, signature or number of its records;
 * `*`: what any record says, and `*.field`: this step of any record.
 */
type Writes = '*' | `*.${string}` | TableName | `+${TableName}` | `${TableName}.${string}`

const STEPS_OF_NEW = ['failures.state', 'failures.stateSince', 'failures.cycle'] as const
const ANALYSIS_MARKS = ['rootCauseAnalyses.submittedAt', 'rootCauseAnalyses.approvedAt'] as const
const SWAPS = ['replacements', '+units', 'installEvents', 'units'] as const
const ALERTS = ['alertEpisodes', '+alertEpisodes'] as const
const CLEARED = ['alertEpisodes.clearedAt', 'alertEpisodes.clearedBy', 'alertEpisodes.outcome'] as const
const LINKED = ['failures', 'rootCauseAnalyses', 'correctiveActions', 'effectVerifications'] as const
const MERGED = ['*', '*.deleted', '*.mergedInto'] as const
const SET_ASIDE = ['state', 'stateSince', 'closeCode', 'closedAt', 'closedBy', 'no'] as const
const FLEET = ['trains', 'parties', 'units'] as const
const NEW_FLEET = ['+trains', '+parties', '+units'] as const

const SCOPES: Readonly<Record<Exclude<PlainCommand, 'undo'>, readonly Writes[]>> = {
  'file-failure': ['+failures', ...STEPS_OF_NEW],
  'edit-failure': ['failures', 'failures.closeCode', 'failures.no', 'failures.deleted', 'failures.kept'],
  'delete-failure': ['failures.deleted'],
  'assign-owner': ['failures'],
  'decide-in-bulk': ['failures'],
  'assign-part': ['failures', 'replacements', 'bomNodes'],
  'add-handling': ['+handlings'],
  'edit-handling': ['handlings', 'handlings.deleted'],
  'add-replacement': ['+replacements', ...SWAPS, '+installEvents'],
  'edit-replacement': [...SWAPS, '+installEvents', 'replacements.deleted', 'installEvents.deleted'],
  'return-to-stock': ['replacements', '+units', '+installEvents'],
  'custody-step': ['replacements', '+units', '+installEvents'],
  'add-rootCauseAnalyses': ['+rootCauseAnalyses'],
  'edit-rootCauseAnalyses': ['rootCauseAnalyses', 'rootCauseAnalyses.deleted', ...ANALYSIS_MARKS],
  'submit-analysis': ['rootCauseAnalyses.submittedAt'],
  'approve-analysis': ['rootCauseAnalyses.approvedAt'],
  'draw-fishbone': ['rootCauseAnalyses', ...ANALYSIS_MARKS],
  'add-correctiveActions': ['+correctiveActions'],
  'edit-correctiveActions': ['correctiveActions', 'correctiveActions.deleted'],
  'add-effectVerifications': ['+effectVerifications'],
  'edit-effectVerifications': ['effectVerifications', 'effectVerifications.deleted'],
  'make-problem': ['+problems', 'problems.step', ...LINKED],
  'link-problem': [...LINKED],
  'unlink-problem': [...LINKED],
  'edit-problem': ['problems', 'problems.deleted'],
  'sign-step': ['problems.stepSignoffs', 'problems.step', 'problems.state'],
  'call-meeting': ['problems.frbMeetings'],
  'sign-meeting': ['problems.frbMeetings'],
  waive: ['failures.waivers'],
  'review-note': ['failures.reviewNotes'],
  'dismiss-recurrence': ['failures.recurrencesDismissed'],
  'make-lesson': ['+knowledgeItems', 'problems'],
  'edit-lesson': ['knowledgeItems', 'knowledgeItems.deleted', 'knowledgeItems.state', 'problems', 'failures'],
  'add-attachment': ['+attachments'],
  'remove-attachment': ['attachments', 'attachments.deleted'],
  'add-cost': ['+costEntries', 'failures'],
  'reverse-cost': ['+costEntries', 'failures'],
  'add-template': ['+reportTemplates', 'reportTemplates', 'reportTemplates.deleted'],
  'edit-template': ['reportTemplates', 'reportTemplates.deleted'],
  'delete-template': ['reportTemplates.deleted'],
  'save-code': ['+codeItems', 'codeItems', 'codeItems.deleted'],
  'merge-codes': [...MERGED],
  'save-company-field': ['+companyFields', 'companyFields', 'companyFields.deleted'],
  'order-company-fields': ['companyFields'],
  'retire-company-field': ['companyFields.retiredAt', 'companyFields.retiredWhy'],
  'resume-company-field': ['companyFields.retiredAt', 'companyFields.retiredWhy'],
  'add-part': ['+bomNodes', '+products', 'bomNodes', 'bomNodes.deleted', 'products.deleted'],
  'edit-part': ['bomNodes', 'products'],
  'move-part': ['bomNodes'],
  'end-part': ['bomNodes', 'products'],
  'delete-part': ['bomNodes.deleted', 'products.deleted'],
  'merge-parts': [...MERGED],
  'paste-parts': ['+bomNodes', 'bomNodes', 'bomNodes.deleted'],
  'add-fleet': [...NEW_FLEET, ...FLEET, 'trains.deleted', 'parties.deleted', 'units.deleted'],
  'edit-fleet': [...FLEET],
  'end-fleet': [...FLEET],
  'delete-fleet': ['trains.deleted', 'parties.deleted', 'units.deleted'],
  'merge-fleet': [...MERGED],
  'merge-failures': [...MERGED, ...SET_ASIDE.map((field) => `failures.${field}` as const)],
  'merge-serials': [...MERGED],
  'merge-cars': [...MERGED],
  'paste-fleet': [...NEW_FLEET, ...FLEET, 'trains.deleted', 'parties.deleted', 'units.deleted'],
  'save-readings': ['+usageReadings', 'usageReadings', 'usageReadings.deleted'],
  'save-setting': ['+settings', 'settings', 'settings.deleted'],
  'save-view': ['+settings', 'settings', 'settings.deleted'],
  'remove-view': ['settings.deleted'],
  'save-board': ['+settings', 'settings', 'settings.deleted'],
  'remove-board': ['settings.deleted'],
  'save-work-rules': ['+settings', 'settings', 'settings.deleted'],
  'file-report': ['+storedReports'],
  'save-conclusion': ['+conclusions', 'conclusions', 'conclusions.deleted'],
  'save-contract-target': ['+contractTargets', 'contractTargets', 'contractTargets.deleted'],
  'end-contract-target': ['contractTargets.deleted', 'contractTargets'],
  'save-alert-rule': ['+alertRules', 'alertRules', 'alertRules.deleted'],
  'end-alert-rule': ['alertRules.deleted', 'alertRules'],
  'raise-alerts': [...ALERTS, ...CLEARED],
  'see-alert': [...ALERTS],
  'take-alert': [...ALERTS],
  'clear-alert': [...ALERTS, ...CLEARED],
  import: ['*'],
  'undo-import': ['importBatches.state'],
  'redo-import': ['importBatches.state'],
  'import-update': ['*', 'failures.no'],
  'import-update-undone': ['*', '*.deleted', 'failures.no'],
  'keep-touched': ['*', '*.kept'],
  'settle-conflict': ['*'],
  'take-in': [],
  'suffix-number': ['failures.no', 'failures'],
}

/** Fields a step may write beside those every step writes, by the name of the step. */
const OF_STEPS: Readonly<Partial<Record<StepCommand, readonly string[]>>> = {
  'step-merge': ['mergedInto', 'closeCode', 'closedAt', 'closedBy'],
  'step-cancel': ['closeCode', 'closedAt', 'closedBy'],
  'step-closeWithoutAction': ['closeCode'],
  'step-close': ['closedAt', 'closedBy'],
  'step-reopen': [
    'cycle',
    'reopenCode',
    'reopenWhy',
    'path',
    'closeCode',
    'closedAt',
    'closedBy',
    'costMark',
    'customerAnsweredAt',
  ],
  'step-suspend': ['suspendedAt', 'suspendedWhy', 'resumeOn'],
  'step-resume': ['pauses', 'suspendedAt', 'suspendedWhy', 'resumeOn'],
}
const OF_EVERY_STEP = ['state', 'stateSince', 'sentBackWhy'] as const

/** Is the field a step, a signature or a number, which only the commands that are named for it write? */
export const isGuarded = (table: TableName, field: string): boolean =>
  isPosition(table, field) || BY_STEPS[table]?.has(fieldOfEntry(field)) === true

/**
 * The fields of an edit that are not the command's to write.
 * @param isNew the record is not there yet
 */
export function beyondScope(
  command: Exclude<CommandName, 'undo'>,
  table: TableName,
  isNew: boolean,
  fields: readonly string[],
): readonly string[] {
  const names = fields.map(fieldOfEntry)
  if (command.startsWith('step-')) return beyondStep(command as StepCommand, table, isNew, names)
  const scope = new Set<string>(SCOPES[command as keyof typeof SCOPES])
  // Which steps a decision about a dispute may write is asked with the dispute.
  if (command === 'settle-conflict') return []
  const mayBegin = scope.has('*') || (isNew ? scope.has(`+${table}`) : scope.has(table))
  return names.filter((field) => {
    if (scope.has(`${table}.${field}`) || scope.has(`*.${field}`)) return false
    // Of a new record numbers and the like are part of making it; what only steps write is not.
    const isOwnStep = isNew ? BY_STEPS[table]?.has(field) === true : isGuarded(table, field)
    return isOwnStep || !mayBegin
  })
}

/** A merge takes the files along; every other step is about its failure alone. */
function beyondStep(
  command: StepCommand,
  table: TableName,
  isNew: boolean,
  fields: readonly string[],
): readonly string[] {
  if (isNew) return fields
  const own: readonly string[] =
    table === 'failures'
      ? [...OF_EVERY_STEP, ...(OF_STEPS[command] ?? [])]
      : table === 'attachments' && command === 'step-merge'
        ? ['ownerId', 'carriedFrom']
        : []
  return fields.filter((field) => !own.includes(field))
}
