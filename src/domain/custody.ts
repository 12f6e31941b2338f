/**
 * The way of a part that came off a train: handed over, sent to repair, repaired, back in stock or scrapped. Each step is
 * added once and keeps who, when, from whom to whom and by which paper; what went wrong is undone, not overwritten.
 */
import { oneIn, storedList, textIn } from './storedList'
import { isMoment, type Moment } from './moment'
import type { Json } from './records/field'
import type { Replacement } from './records/replacement'
import { may, ROLES, type Role } from './workflow/roles'

export const CUSTODY_KINDS = [
  'handedOver',
  'sentToRepair',
  'repaired',
  'notRepairable',
  'backInStock',
  'scrapped',
] as const
export type CustodyKind = (typeof CUSTODY_KINDS)[number]

export interface CustodyStep {
  readonly kind: CustodyKind
  readonly at: Moment
  /** Who had it, and who has it now: a store, a workshop, a supplier. */
  readonly from: string
  readonly to: string
  readonly by: string
  /** Delivery note, repair order, scrapping record. */
  readonly doc: string
  readonly note: string
}

/** Steps after which the part is somebody else's again: in stock, or gone. */
const ENDS: ReadonlySet<CustodyKind> = new Set<CustodyKind>(['backInStock', 'scrapped'])
export const endsCustody = (kind: CustodyKind): boolean => ENDS.has(kind)

/** Steps in the order they were recorded; what cannot be read as one is left out. */
export const custodyOf = ({ custody }: { readonly custody?: Json }): readonly CustodyStep[] =>
  storedList(custody, (entry) => {
    const kind = oneIn(entry, 'kind', CUSTODY_KINDS)
    if (kind === undefined) return null
    return {
      kind,
      at: textIn(entry, 'at'),
      from: textIn(entry, 'from'),
      to: textIn(entry, 'to'),
      by: textIn(entry, 'by'),
      doc: textIn(entry, 'doc'),
      note: textIn(entry, 'note'),
    }
  })

export type CustodyRefusal =
  | 'nobody-named'
  | 'role'
  | 'date-needed'
  | 'before-removal'
  | 'before-last-step'
  | 'custody-over'
  | 'receiver-needed'
  | 'not-sent'

/** The matrix lets those keep custody who handle parts or repair them. */
export const keepersOfCustody = (): readonly Role[] =>
  ROLES.filter((role) => may(role, 'U', 'handle') || may(role, 'U', 'repair'))

/** To the day: of two moments written with different precision neither is earlier on the same day. */
const isEarlier = (a: Moment, b: Moment): boolean => {
  const length = Math.min(a.length, b.length)
  return length > 0 && a.slice(0, length) < b.slice(0, length)
}

/** Why a step cannot follow what is on record; null when it can. A day stands for itself, not for its first minute. */
export function custodyRefusal(
  line: Replacement & { readonly removedAt: Moment },
  step: CustodyStep,
  role: Role,
): CustodyRefusal | null {
  const steps = custodyOf(line)
  const last = steps.at(-1)
  if (step.by.trim() === '') return 'nobody-named'
  if (!keepersOfCustody().includes(role)) return 'role'
  if (last !== undefined && endsCustody(last.kind)) return 'custody-over'
  if (!isMoment(step.at) || step.at.length < 10) return 'date-needed'
  if (isEarlier(step.at, line.removedAt)) return 'before-removal'
  if (last !== undefined && isEarlier(step.at, last.at)) return 'before-last-step'
  if ((step.kind === 'handedOver' || step.kind === 'sentToRepair') && step.to.trim() === '') return 'receiver-needed'
  return (step.kind === 'repaired' || step.kind === 'notRepairable') &&
    !steps.some(({ kind }) => kind === 'sentToRepair')
    ? 'not-sent'
    : null
}
