/** Giving the command that settles, with the question why where it needs a reason, and saying what was done. */
import { useState } from 'react'
import { isSameJson, type Change } from '../../../domain/change'
import { writesOf, type Dispute } from '../../../domain/conflicts'
import { needsReason } from '../../../domain/kpiFields'
import type { Json } from '../../../domain/records/field'
import { formatCount } from '../../../i18n/format'
import { useCommand, useSayDone } from '../../../panels/useCommand'
import { usePerson } from '../../../panels/usePerson'
import { settleConflicts, type Disagreement, type Settlement } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'

export interface Asked {
  readonly settlements: readonly Settlement[]
  /** What is settled, in words. */
  readonly title: string
  /** The record it is about. */
  readonly about: string
}

export interface Settling {
  readonly isPending: boolean
  /** What a reason is being asked for. */
  readonly asking: Asked | null
  readonly stopAsking: () => void
  /** Settles at once. */
  readonly settle: (settlements: readonly Settlement[], why: string) => Promise<void>
  /** Settles at once, or asks why first. */
  readonly settleOrAsk: (asked: Asked, asksWhy: boolean) => void
  /** Says that it was done, and offers to take it back where that changes something. */
  readonly sayDone: (change: Change | null) => void
}

/** Does a choice of this field need a reason? Because the record is closed, or because figures stand on the value. */
export const asksWhy = ({ table, record, isClosed }: Disagreement, field: string, value: Json): boolean => {
  const values = record as unknown as Readonly<Record<string, unknown>>
  const { [field]: before, bomNodeId: reportedNodeId } = values
  return isClosed || needsReason(table, field, { before, after: value, reportedNodeId })
}

export const settlementOf = ({ table, id }: Disagreement, dispute: Dispute, value: Json): Settlement => ({
  table,
  record: id,
  field: dispute.field,
  value,
  seen: writesOf(dispute),
})

/** Where the shown values were taken, taking that back would change nothing. */
const changesValues = ({ edits }: Change): boolean =>
  edits.some(({ set, was }) => Object.entries(set).some(([field, value]) => !isSameJson(value, was?.[field])))

export function useSettling(): Settling {
  const { t, language } = useText()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const say = useSayDone()
  const [asking, setAsking] = useState<Asked | null>(null)
  const sayDone = (change: Change | null): void => {
    const count = (change?.edits ?? []).reduce((sum, { set }) => sum + Object.keys(set).length, 0)
    say(t.conflictsSettled(formatCount(count, language)), change !== null && changesValues(change) ? change : null)
  }
  const settle = async (settlements: readonly Settlement[], why: string): Promise<void> => {
    const end = await run(() => settleConflicts(settlements, person, why))
    if (end.ended === 'done') sayDone(end.value)
  }
  return {
    isPending,
    asking,
    stopAsking: () => setAsking(null),
    settle,
    settleOrAsk: (asked, isAsked) => (isAsked ? setAsking(asked) : void settle(asked.settlements, '')),
    sayDone,
  }
}
