/** Asks why a value is taken, where figures stand on it or the record is closed, and settles. */
import { ReasonDialog } from '../../../panels/ReasonDialog'
import { conflictsHref } from '../../../panels/useConflicts'
import { usePerson } from '../../../panels/usePerson'
import { settleConflicts } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'
import type { Asked, Settling } from './useSettling'

export function AskWhy({ asked, settling }: { readonly asked: Asked; readonly settling: Settling }) {
  const { t } = useText()
  const person = usePerson()
  const { settlements, title, about } = asked
  const [first] = settlements
  return (
    <ReasonDialog
      title={title}
      question={t.conflictsWhy}
      form={`settle:${settlements.map(({ table, record, field }) => `${table}:${record}:${field}`).join(',')}`}
      label={{ about, href: conflictsHref(first?.table, first?.record) }}
      submit={t.conflictsSettle}
      needed={t.conflictsWhyNeeded}
      run={(why) => settleConflicts(settlements, person, why)}
      onDone={settling.sayDone}
      onClose={settling.stopAsking}
    >
      <p className="small muted">{t.conflictsUndoWhat}</p>
    </ReasonDialog>
  )
}
