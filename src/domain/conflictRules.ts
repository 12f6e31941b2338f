/**
 * Rules that settle many conflicts of one kind at once. A rule only proposes; what it cannot decide it leaves, and of steps,
 * numbers and lists it never decides anything.
 */
import { isOneOf } from './closedSet'
import { shownSide, type Dispute, type Side } from './conflicts'
import { plainText } from './plainText'
import type { Json } from './records/field'
import type { TableName } from './records/tables'

/**
 * - `same-author`: one person on several devices; the value written last
 * - `of-device`: what one device wrote, wherever it wrote something
 * - `says-something`: one side was emptied; the one that says something
 * - `same-words`: only blanks, letter case or full and half width differ; the shown value
 */
export const CONFLICT_RULES = ['same-author', 'of-device', 'says-something', 'same-words'] as const
export type ConflictRuleName = (typeof CONFLICT_RULES)[number]
export const isConflictRule = (name: unknown): name is ConflictRuleName => isOneOf(CONFLICT_RULES, name)

export interface ConflictRule {
  readonly name: ConflictRuleName
  /** For `of-device`: which. */
  readonly device?: string
}

/** A field in dispute and the record it is of. */
export interface DisputedField {
  readonly table: TableName
  readonly record: string
  readonly dispute: Dispute
}

export interface Proposed extends DisputedField {
  readonly value: Json
}

/** Why a rule leaves a field to a person. */
export type LeftOpen = Exclude<Dispute['kind'], 'fact'> | 'does-not-fit'

export interface Proposal {
  readonly settled: readonly Proposed[]
  readonly open: readonly (DisputedField & { readonly why: LeftOpen })[]
}

/** What would become of these fields by a rule. */
export function proposeByRule(rule: ConflictRule, disputed: readonly DisputedField[]): Proposal {
  const settled: Proposed[] = []
  const open: (DisputedField & { readonly why: LeftOpen })[] = []
  for (const one of disputed) {
    const { kind } = one.dispute
    const side = kind === 'fact' ? sideBy(rule, one.dispute) : undefined
    if (side !== undefined) settled.push({ ...one, value: side.value })
    else open.push({ ...one, why: kind === 'fact' ? 'does-not-fit' : kind })
  }
  return { settled, open }
}

/** The value a rule takes; undefined where it does not fit. */
function sideBy({ name, device }: ConflictRule, dispute: Dispute): Side | undefined {
  const { sides } = dispute
  switch (name) {
    case 'same-author': {
      const authors = new Set(sides.flatMap(({ writes }) => writes.map(({ actor }) => actor.trim())))
      return authors.size === 1 && !authors.has('') ? shownSide(dispute) : undefined
    }
    case 'of-device':
      return sides.findLast(({ writes }) => writes.some((write) => write.device === device))
    case 'says-something': {
      const said = sides.filter(({ value }) => !isNothing(value))
      return said.length === 1 ? said[0] : undefined
    }
    case 'same-words': {
      const words = new Set(sides.map(({ value }) => (typeof value === 'string' ? plainText(value) : null)))
      return words.size === 1 && !words.has(null) ? shownSide(dispute) : undefined
    }
  }
}

const isNothing = (value: Json): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

/** The devices that wrote values in dispute, those with most of them first. */
export function devicesOf(disputed: readonly DisputedField[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { dispute } of disputed)
    for (const device of new Set(dispute.sides.flatMap(({ writes }) => writes.map((write) => write.device))))
      counts.set(device, (counts.get(device) ?? 0) + 1)
  return [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([device]) => device)
}
