/** Which form is opened for a failure, and how an address names it, so that a draft finds its form again. */
import { oneOf } from '../domain/closedSet'
import { TABLE_NAMES, type TableName } from '../domain/records/tables'
import type { CaseFile } from '../domain/workflow/caseFile'
import { GATES, type Gate } from '../domain/workflow/missing'
import type { DraftLabel } from './draftKeeper'

export interface EditTarget {
  readonly table: TableName
  /** null: a new one. */
  readonly record: string | null
  readonly field?: string | null
  readonly gate?: Gate
}

const NEW = 'new'

export const targetAsText = ({ table, record, field, gate }: EditTarget): string =>
  [table, record ?? NEW, field ?? '', gate ?? ''].join(':').replace(/:+$/u, '')

/** @returns null when the text names no form */
export function targetFromText(text: string | null): EditTarget | null {
  const [name = '', record = '', field = '', gateName = ''] = (text ?? '').split(':')
  const table = oneOf(TABLE_NAMES, name)
  const gate = oneOf(GATES, gateName)
  if (table === undefined || record === '') return null
  return {
    table,
    record: record === NEW ? null : record,
    ...(field === '' ? {} : { field }),
    ...(gate === undefined ? {} : { gate }),
  }
}

/** What the list of drafts says of a form of a failure, and where it is opened again. */
export const labelOfTarget = ({ failure }: CaseFile, target: EditTarget): DraftLabel => ({
  about: failure.no ?? '',
  href: `/failures/${failure.id}?edit=${encodeURIComponent(targetAsText(target))}`,
})

/** Names the draft of a form: one for each record, one for each kind of new one of a failure. */
export const formOfTarget = ({ failure }: CaseFile, { table, record, gate }: EditTarget): string =>
  record === null ? `${table}:${NEW}:${failure.id}` : [table, record, ...(gate === undefined ? [] : [gate])].join(':')
