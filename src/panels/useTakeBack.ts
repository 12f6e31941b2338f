/** Taking a change back: who may, with or without a reason, and what is said when later changes stand against it. */
import { useState } from 'react'
import { needsReason } from '../domain/kpiFields'
import type { StoredRecord } from '../domain/records/tables'
import { isCommand } from '../domain/workflow/commands'
import { permits } from '../domain/workflow/permits'
import { formatStamp } from '../i18n/format'
import { useCommand } from './useCommand'
import { usePerson } from './usePerson'
import { undo } from '../store/commit'
import type { HistoryEntry } from '../store/history'
import type { LaterEdit } from '../store/laterEdits'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'
import { fieldName } from './historyWords'
import { useCompanyFields } from './useCompanyFields'

/** Changes of many records at once, of which a history shows one: among the others may be figures. */
export const TOUCHES_OTHERS: ReadonlySet<string> = new Set([
  'merge-parts',
  'merge-fleet',
  'merge-codes',
  'merge-failures',
  'merge-serials',
  'merge-cars',
  'paste-parts',
  'paste-fleet',
  'save-readings',
  'settle-conflict',
])

/** @param failure that the changes are about; null where they are about none */
export function useTakeBack(failure: StoredRecord<'failures'> | null) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const toast = useToast()
  /** The change whose reason is being asked for. */
  const [asking, setAsking] = useState<HistoryEntry | null>(null)

  const laterInWords = ({ actor, at, ...edit }: LaterEdit): string =>
    [fieldName(edit, language, company), actor, formatStamp(at)].filter((word) => word !== '').join(' · ')
  const undoNow = async (entry: HistoryEntry, why: string): Promise<void> => {
    const end = await run(() => undo(entry.change.id, person, why))
    if (end.ended !== 'done') return
    if (end.value.ok) toast(t.undone)
    else {
      const later = end.value.why === 'later-edits' ? laterInWords(end.value.later) : ''
      toast(t.undoRefused(end.value.why, later), undefined, 'trouble')
    }
  }
  const refusalOf = ({ change }: HistoryEntry): string | undefined => {
    const against = isCommand(change.command)
      ? permits('undo', person, {
          ...(failure === null ? {} : { failures: [failure] }),
          undone: change.command,
        })[0]
      : undefined
    return against !== undefined ? t.commandRefusal(against) : isPending ? t.commandPending : undefined
  }
  /** A change that moves a figure is taken back with a reason, any other at once. */
  const takeBack = (entry: HistoryEntry): void => {
    const reportedNodeId = failure?.bomNodeId
    const movesFigure = entry.fields.some(({ table, field, before, after }) =>
      needsReason(table, field, { before: after, after: before, reportedNodeId }),
    )
    if (movesFigure || TOUCHES_OTHERS.has(entry.change.command)) setAsking(entry)
    else void undoNow(entry, '')
  }
  return { asking, stopAsking: () => setAsking(null), undoNow, refusalOf, takeBack }
}
