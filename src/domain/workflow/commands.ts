/**
 * Every command that changes records, as one closed list. The log names them; who may give one is in `permits.ts`, what it is
 * called in `i18n/commandNames.ts`, and the compiler asks for both.
 */
import { isOneOf } from '../closedSet'
import { commandOfStep, TRANSITIONS, type StepCommand } from './transitions'

export const PLAIN_COMMANDS = [
  'file-failure',
  'edit-failure',
  'delete-failure',
  'assign-owner',
  'decide-in-bulk',
  'assign-part',
  'add-handling',
  'edit-handling',
  'add-replacement',
  'edit-replacement',
  'return-to-stock',
  'custody-step',
  'add-rootCauseAnalyses',
  'edit-rootCauseAnalyses',
  'submit-analysis',
  'approve-analysis',
  'draw-fishbone',
  'add-correctiveActions',
  'edit-correctiveActions',
  'add-effectVerifications',
  'edit-effectVerifications',
  'make-problem',
  'link-problem',
  'unlink-problem',
  'edit-problem',
  'sign-step',
  'call-meeting',
  'sign-meeting',
  'waive',
  'review-note',
  'dismiss-recurrence',
  'make-lesson',
  'edit-lesson',
  'add-attachment',
  'remove-attachment',
  'add-cost',
  'reverse-cost',
  'add-template',
  'edit-template',
  'delete-template',
  'save-code',
  'merge-codes',
  'add-part',
  'edit-part',
  'move-part',
  'end-part',
  'delete-part',
  'merge-parts',
  'paste-parts',
  'add-fleet',
  'edit-fleet',
  'end-fleet',
  'delete-fleet',
  'merge-fleet',
  'paste-fleet',
  'save-readings',
  'save-setting',
  'save-work-rules',
  'file-report',
  'save-contract-target',
  'end-contract-target',
  'import',
  'undo-import',
  'redo-import',
  'import-update',
  'import-update-undone',
  'keep-touched',
  'undo',
] as const
export type PlainCommand = (typeof PLAIN_COMMANDS)[number]
export type CommandName = PlainCommand | StepCommand

export const COMMANDS: readonly CommandName[] = [...PLAIN_COMMANDS, ...TRANSITIONS.map(commandOfStep)]

/** A name from a log, which may be one of a later version of the program. */
export const isCommand = (name: string): name is CommandName => isOneOf(COMMANDS, name)
