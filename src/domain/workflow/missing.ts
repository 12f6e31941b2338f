/** What keeps a failure from going on: one item each, pointing at the record and field where it is put right. */
import type { TableName } from '../records/tables'

export const GATES = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'] as const
export type Gate = (typeof GATES)[number]

/** Every reason has a sentence in both languages. */
export type MissingReason =
  | 'missing'
  | 'too-short'
  | 'in-the-future'
  | 'not-precise-enough'
  | 'not-a-date'
  | 'not-a-number'
  | 'path-too-light'
  | 'photo-needed'
  | 'handling-needed'
  | 'replacement-needed'
  | 'main-fault-needed'
  | 'one-main-fault-only'
  | 'serial-or-reason'
  | 'check-date-needed'
  | 'restrictions-needed'
  | 'still-pending'
  | 'analysis-needed'
  | 'problem-needed'
  | 'evidence-needed'
  | 'reviewer-is-author'
  | 'not-submitted'
  | 'not-approved'
  | 'permanent-action-needed'
  | 'cause-without-action'
  | 'effectivity-needed'
  | 'containment-open'
  | 'retrofit-incomplete'
  | 'custody-needed'
  | 'verification-needed'
  | 'window-not-over'
  | 'window-too-short'
  | 'exposure-needed'
  | 'exposure-too-small'
  | 'verifier-is-owner'
  | 'not-effective'
  | 'decision-not-close'
  | 'action-open'
  | 'lesson-needed'
  | 'wrong-close-code'
  | 'step-unsigned'
  | 'meeting-open'

export interface Missing {
  readonly gate: Gate
  readonly table: TableName
  /** null: the record itself is still to be made. */
  readonly record: string | null
  readonly field: string | null
  readonly reason: MissingReason
  /** Words for the sentence: a number wanted, a date, a step. */
  readonly detail?: string
}

/** Names an item for good, so that a waiver given for it is found again. */
export const missingKey = ({ gate, table, record, field, reason, detail = '' }: Missing): string =>
  [gate, table, record ?? '', field ?? '', reason, reason === 'step-unsigned' ? detail : ''].join('|')
