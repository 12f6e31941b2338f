/**
 * How a command ends when it does not end well: refused by a rule, stopped because somebody else changed the same field,
 * or failed because storage did. Pure, so that the screens of one device and a server say the same.
 */
import type { CompanyFieldFault } from './companyFieldFaults'
import type { CompanyValueFault } from './companyValueFaults'
import { MASTER_FAULTS } from './masterFaults'
import type { RecordFault } from './recordFaults'
import type { Json } from './records/field'
import type { TableName } from './records/tables'
import type { CommandName } from './workflow/commands'
import type { Role } from './workflow/roles'

/** Why a person may not do this to these records now. */
export type RefusalReason =
  | { readonly code: 'role'; readonly roles: readonly Role[] }
  | { readonly code: 'wrong-state'; readonly state: string }
  | { readonly code: 'reason-needed'; readonly fields: readonly string[] }
  | { readonly code: RecordFault['kind']; readonly table: TableName; readonly fields: readonly string[] }
  | ({ readonly code: 'company-value' } & CompanyValueFault)
  | { readonly code: 'company-field'; readonly why: CompanyFieldFault }
  | { readonly code: PlainRefusal }

/** Reasons that need nothing beside their sentence. */
export const PLAIN_REFUSALS = [
  'reporter-may-not-close',
  'author-may-not-approve',
  'owner-may-not-verify',
  'set-by-steps',
  'reviewer-only',
  'not-submitted',
  'nobody-named',
  'outside-reach',
  'not-own',
  'gone',
  'overtaken',
  'conflict-changed',
  'held',
  'incomplete',
  'costs-entered',
  'closed-needs-reopening',
  'closed-needs-reason',
  'closed-leads-only',
  'not-a-moment',
  'stands-on-it',
  'not-mergeable',
  'odometer-falls',
  'lease-over',
  ...MASTER_FAULTS,
] as const
export type PlainRefusal = (typeof PLAIN_REFUSALS)[number]

/**
 * A command that a rule does not allow; thrown inside its transaction, so that nothing of it is written. Its message carries
 * everything, because an error that comes from a worker keeps nothing but name and message.
 */
export class CommandRefused extends Error {
  override name = 'CommandRefused'

  constructor(
    readonly reasons: readonly RefusalReason[],
    readonly command: CommandName,
  ) {
    super(JSON.stringify({ command, reasons }))
  }
}

/** A field that a form wants to write and that somebody changed after the form had read it. */
export interface ChangedField {
  readonly table: TableName
  readonly record: string
  readonly field: string
  /** What the form read when it was opened. */
  readonly seen: Json
  /** What the record holds now. */
  readonly present: Json
  /** What the form wants to write. */
  readonly wanted: Json
  /** Who wrote the present value; empty when nobody was named. */
  readonly by: string
  /** When it was written, in milliseconds since 1970. */
  readonly at: number
}

/** Nothing was written, because these fields were changed after the form had read them. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile'

  constructor(readonly fields: readonly ChangedField[]) {
    super(JSON.stringify({ fields }))
  }
}

/** Why storage failed, as far as a person can do something about it. */
export const FAILURE_CODES = [
  'disk-full',
  'database-closed',
  'newer-version',
  'storage-denied',
  'aborted',
  'not-read-back',
  'unknown',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/** What was written does not come back from the disk. */
export class NotReadBack extends Error {
  override name = 'NotReadBack'
}

export type Trouble =
  | { readonly kind: 'refused'; readonly command: CommandName; readonly reasons: readonly RefusalReason[] }
  | { readonly kind: 'changed-meanwhile'; readonly fields: readonly ChangedField[] }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly detail: string }

/** Names of errors as browsers and the database library give them; the most telling ones come first. */
const CODE_OF_NAME: readonly (readonly [FailureCode, readonly string[]])[] = [
  ['disk-full', ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']],
  ['not-read-back', ['NotReadBack', 'NotReadableError', 'DataError']],
  ['newer-version', ['VersionError', 'VersionChangeError', 'UpgradeError', 'SchemaError', 'NoSuchDatabaseError']],
  ['storage-denied', ['SecurityError', 'MissingAPIError', 'NotAllowedError', 'ForeignAwaitError']],
  ['database-closed', ['DatabaseClosedError', 'InvalidStateError', 'OpenFailedError', 'BlockedError']],
  ['aborted', ['AbortError', 'TransactionInactiveError', 'PrematureCommitError', 'TimeoutError', 'BulkError']],
]

interface ErrorLike {
  readonly name?: unknown
  readonly message?: unknown
  readonly inner?: unknown
  readonly cause?: unknown
  readonly failures?: unknown
}

/** The error and those it was made of: an aborted transaction often carries the full disk inside it. */
function layersOf(error: unknown): readonly ErrorLike[] {
  const layers: ErrorLike[] = []
  const open: unknown[] = [error]
  while (open.length > 0 && layers.length < 20) {
    const next = open.shift()
    if (typeof next !== 'object' || next === null) continue
    const layer = next as ErrorLike
    if (layers.includes(layer)) continue
    layers.push(layer)
    open.push(
      layer.inner,
      layer.cause,
      ...(Array.isArray(layer.failures) ? (layer.failures as readonly unknown[]) : []),
    )
  }
  return layers
}

/** What a command ended with, from whatever it threw; never throws itself. */
export function troubleOf(error: unknown): Trouble {
  const layers = layersOf(error)
  for (const layer of layers) {
    if (layer.name === 'CommandRefused')
      return { kind: 'refused', ...(JSON.parse(String(layer.message)) as Pick<CommandRefused, 'command' | 'reasons'>) }
    if (layer.name === 'ChangedMeanwhile')
      return { kind: 'changed-meanwhile', ...(JSON.parse(String(layer.message)) as Pick<ChangedMeanwhile, 'fields'>) }
  }
  const names = new Set(layers.map(({ name }) => name))
  const code = CODE_OF_NAME.find(([, known]) => known.some((name) => names.has(name)))?.[0] ?? 'unknown'
  const message = layers[0]?.message
  return { kind: 'failed', code, detail: typeof message === 'string' ? message : String(error) }
}
