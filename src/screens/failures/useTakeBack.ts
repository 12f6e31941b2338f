/** Taking a change back: who may, with or without a reason, and what is said when later changes stand against it. */
import { useState } from 'react'
import { needsReason } from '../../domain/kpiFields'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { isCommand } from '../../domain/workflow/commands'
import { permits } from '../../domain/workflow/permits'
import { formatStamp } from '../../i18n/format'
import { useCommand } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { undo } from '../../store/commit'
import type { HistoryEntry } from '../../store/history'
import type { LaterEdit } from '../../store/laterEdits'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { fieldName } from './historyWords'

export function useTakeBack({ failure }: CaseFile) {
  const { t, language } = useText()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const toast = useToast()
  /** The change whose reason is being asked for. */
  const [asking, setAsking] = useState<HistoryEntry | null>(null)

  const laterInWords = ({ actor, at, ...edit }: LaterEdit): string =>
    [fieldName(edit, language), actor, formatStamp(at)].filter((word) => word !== '').join(' · ')
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
      ? permits('undo', person, { failures: [failure], undone: change.command })[0]
      : undefined
    return against !== undefined ? t.commandRefusal(against) : isPending ? t.commandPending : undefined
  }
  /** A change that moves a figure is taken back with a reason, any other at once. */
  const takeBack = (entry: HistoryEntry): void => {
    const { bomNodeId: reportedNodeId } = failure
    const movesFigure = entry.fields.some(({ table, field, before, after }) =>
      needsReason(table, field, { before: after, after: before, reportedNodeId }),
    )
    if (movesFigure) setAsking(entry)
    else void undoNow(entry, '')
  }
  return { asking, stopAsking: () => setAsking(null), undoNow, refusalOf, takeBack }
}
