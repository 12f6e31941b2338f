import { formatShare } from '../i18n/format'
import type { Recurrence } from '../metrics/recurrence'
import { useText } from '../ui/LanguageContext'
import { MarkTable } from './MarkTable'
import type { OnOpen } from './openedMark'
import { repeatMarks } from './repeatMarks'

/** The bars of a repeat histogram as lines. */
export function RepeatTable({
  label,
  recurrence,
  onOpen,
}: {
  readonly label: string
  readonly recurrence: Recurrence
  readonly onOpen: OnOpen
}) {
  const { t, language } = useText()
  return (
    <MarkTable
      caption={label}
      nameHead={t.chartRepeatDays}
      countHead={t.chartRepeatCount}
      heads={[t.chartShare]}
      rows={repeatMarks(recurrence.repeats, t, language).map(({ key, name, rows }) => ({
        key,
        name,
        rows,
        cells: [formatShare(rows.length / recurrence.repeats.length, language)],
      }))}
      onOpen={onOpen}
    />
  )
}
