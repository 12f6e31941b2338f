/**
 * What failures cost in a period: actual and accrued money by bucket, beside each other and never added, one block per
 * currency, and per ten thousand train-kilometres. Income from claims lowers a total.
 */
import { countedCents } from '../../domain/costs'
import { dayNumber } from '../../domain/moment'
import type { CostEntry } from '../../domain/records/costEntry'
import type { Period } from '../recordedPeriod'

export interface CostLine {
  /** Code of the bucket; empty in the line that sums them. */
  readonly bucket: string
  readonly label: string
  readonly actualCents: number
  readonly actualEntries: number
  readonly accruedCents: number
  readonly accruedEntries: number
}

export interface CurrencyCosts {
  readonly currency: string
  /** By bucket, largest actual first. */
  readonly lines: readonly CostLine[]
  readonly total: CostLine
  /** Of the actual total, what the company itself bears. */
  readonly ownCents: number
  /** Hundredths per 10⁴ train-km; null without distance. */
  readonly actualPerTenThousandKm: number | null
  readonly accruedPerTenThousandKm: number | null
}

type Entry = CostEntry & { readonly id: string }

export interface Costs {
  readonly currencies: readonly CurrencyCosts[]
  readonly entries: readonly Entry[]
  readonly trainKm: number
  /** First month that counts and last; a month counts when it begins in the period. */
  readonly months: readonly string[]
  /** Entries of these months that belong to no failure or problem this report looks at. */
  readonly elsewhere: number
}

const PER_KM = 1e4

/** @param isInScope whether the failure or problem an entry belongs to is one the report looks at */
export function costsIn(
  all: readonly Entry[],
  names: ReadonlyMap<string, string>,
  { from, to }: Period,
  trainKm: number,
  isInScope: (entry: CostEntry) => boolean,
): Costs {
  const isInPeriod = ({ period = '' }: CostEntry): boolean => {
    if (!/^\d{4}-\d{2}$/u.test(period)) return false
    const first = dayNumber(`${period}-01`)
    return first >= from && first < to
  }
  const ofPeriod = all.filter(isInPeriod)
  const entries = ofPeriod.filter(isInScope)
  const currencies = [...new Set(entries.map(({ currency = '' }) => currency))].sort()
  return {
    entries,
    trainKm,
    elsewhere: ofPeriod.length - entries.length,
    months: [...new Set(entries.flatMap(({ period }) => period ?? []))].sort(),
    currencies: currencies.map((currency) =>
      inCurrency(
        currency,
        entries.filter((entry) => (entry.currency ?? '') === currency),
        names,
        trainKm,
      ),
    ),
  }
}

function inCurrency(
  currency: string,
  entries: readonly Entry[],
  names: ReadonlyMap<string, string>,
  trainKm: number,
): CurrencyCosts {
  const sum = (bucket: string, of: readonly Entry[]): CostLine => {
    const [actual, accrued] = [
      of.filter(({ basis }) => basis === 'actual'),
      of.filter(({ basis }) => basis === 'accrual'),
    ]
    const cents = (part: readonly Entry[]): number => part.reduce((total, entry) => total + countedCents(entry), 0)
    return {
      bucket,
      label: names.get(`CL-COST|${bucket}`) ?? bucket,
      actualCents: cents(actual),
      actualEntries: actual.length,
      accruedCents: cents(accrued),
      accruedEntries: accrued.length,
    }
  }
  const buckets = [...new Set(entries.map(({ bucket = '' }) => bucket))]
  const total = sum('', entries)
  const perKm = (cents: number): number | null => (trainKm > 0 ? (cents / trainKm) * PER_KM : null)
  return {
    currency,
    total,
    lines: buckets
      .map((bucket) =>
        sum(
          bucket,
          entries.filter((entry) => (entry.bucket ?? '') === bucket),
        ),
      )
      .sort(
        (a, b) => b.actualCents - a.actualCents || b.accruedCents - a.accruedCents || (a.bucket < b.bucket ? -1 : 1),
      ),
    ownCents: entries
      .filter(({ basis, payer }) => basis === 'actual' && payer === 'own')
      .reduce((sum, entry) => sum + countedCents(entry), 0),
    actualPerTenThousandKm: total.actualEntries === 0 ? null : perKm(total.actualCents),
    accruedPerTenThousandKm: total.accruedEntries === 0 ? null : perKm(total.accruedCents),
  }
}
