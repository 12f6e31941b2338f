/** What an alert is about, as one line of text that names it on every device alike: `train:t1+node:n4`. */
import { isOneOf } from '../closedSet'

export const SUBJECT_KINDS = [
  'whole',
  'node',
  'depot',
  'operator',
  'vehicleType',
  'train',
  'month',
  'quarter',
  'target',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export interface SubjectPart {
  readonly kind: SubjectKind
  /** Of a record, a type, a month or a quarter; empty for the whole. */
  readonly id: string
}

export const subjectText = (parts: readonly SubjectPart[]): string =>
  parts.map(({ kind, id }) => `${kind}:${encodeURIComponent(id)}`).join('+')

/** The parts of a line; what a later version of the program knows besides is left out. */
export const subjectParts = (text: string): readonly SubjectPart[] =>
  text.split('+').flatMap((part): SubjectPart[] => {
    const [kind, id = ''] = part.split(':')
    return isOneOf(SUBJECT_KINDS, kind) ? [{ kind, id: decoded(id) }] : []
  })

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
