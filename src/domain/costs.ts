/**
 * Money a failure cost: what an entry must say, who may enter it, and how it is taken back. Amounts are whole hundredths, so
 * that sums are exact; actual and accrued money are never added, nor are two currencies.
 */
import type { CostEntry } from './records/costEntry'
import { readTypedNumber, type Unread } from './typedValue'
import { may, PERMISSIONS, type Role } from './workflow/roles'

export type CostRefusal =
  | 'nobody-named'
  | 'role'
  | 'only-parts'
  | 'only-hours'
  | 'cost-kind'
  | 'cost-amount'
  | 'cost-currency'
  | 'cost-period'
  | 'cost-voucher'

/** More than this is a slip of the hand: ten thousand million. */
const MOST_CENTS = 1e12

/** An amount as it is typed, in hundredths; what is none keeps its text and says why. */
export function readTypedAmount(typed: string): number | Unread | undefined {
  const amount = readTypedNumber(typed, { least: 0.01, most: MOST_CENTS / 100, whole: false })
  if (typeof amount !== 'number') return amount
  const cents = Math.round(amount * 100)
  return Math.abs(cents - amount * 100) < 1e-3 ? cents : { unread: typed, why: 'not-whole-cents' }
}

/** Why this person cannot make this entry; null when they can. A store enters parts, a workshop enters labour. */
export function costRefusal(entry: CostEntry, name: string, role: Role): CostRefusal | null {
  if (name.trim() === '') return 'nobody-named'
  if (!may(role, 'C', 'cost')) return 'role'
  const { note } = PERMISSIONS.cost[role] ?? {}
  if (note === 'parts' && entry.item !== 'spares') return 'only-parts'
  if (note === 'hours' && entry.item !== 'labour') return 'only-hours'
  if (!entry.bucket || !entry.item || !entry.basis || !entry.payer) return 'cost-kind'
  if (
    entry.amountCents === undefined ||
    !Number.isSafeInteger(entry.amountCents) ||
    entry.amountCents <= 0 ||
    entry.amountCents > MOST_CENTS
  )
    return 'cost-amount'
  if (!/^[A-Z]{3}$/u.test(entry.currency ?? '')) return 'cost-currency'
  if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/u.test(entry.period ?? '')) return 'cost-period'
  return entry.basis === 'actual' && (entry.voucher ?? '').trim() === '' ? 'cost-voucher' : null
}

/** Only who keeps the accounts takes an entry back, or whoever may enter costs and entered it. */
export const mayReverse = (entry: CostEntry, name: string, role: Role): boolean =>
  name.trim() !== '' && (may(role, 'U', 'cost') || (may(role, 'C', 'cost') && entry.enteredBy === name.trim()))

type Kept = CostEntry & { readonly id: string }

/** Entries that stand: neither reversed nor a reversal. */
export function standing<E extends Kept>(entries: readonly E[]): readonly E[] {
  const reversed = new Set(entries.flatMap(({ reversalOf }) => reversalOf ?? []))
  return entries.filter(({ id, reversalOf }) => reversalOf === undefined && !reversed.has(id))
}

/** Hundredths as they count in a sum: income from claims lowers the cost. */
export const countedCents = ({ bucket, amountCents = 0 }: CostEntry): number =>
  bucket === 'CLAIM' ? -amountCents : amountCents

const BOOKINGS: ReadonlySet<string> = new Set(['add-cost', 'reverse-cost'])
/** A booking is not undone, which would make it disappear: it is reversed, with a reason. */
export const isBooking = (command: string): boolean => BOOKINGS.has(command)
