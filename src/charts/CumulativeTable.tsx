import { inMillions } from '../reliability/perMillion'
import { formatCount, formatDay, formatFigure } from '../i18n/format'
import type { CumulativeDay } from '../metrics/cumulativeDays'
import { useText } from '../ui/LanguageContext'
import { MarkTable } from './MarkTable'
import type { OnOpen } from './openedMark'

/** The growth of failures, one line per day with failures. */
export function CumulativeTable({
  label,
  days,
  onOpen,
}: {
  readonly label: string
  readonly days: readonly CumulativeDay[]
  readonly onOpen: OnOpen
}) {
  const { t, language } = useText()
  return (
    <MarkTable
      caption={label}
      nameHead={t.chartDay}
      countHead={t.chartFailures}
      heads={[t.chartCumulativeCount, t.chartCumulativeKm]}
      rows={days.map(({ day, rows, failures, exposureKm }) => ({
        key: String(day),
        name: formatDay(day),
        rows,
        cells: [formatCount(failures, language), formatFigure(inMillions(exposureKm), language)],
      }))}
      onOpen={onOpen}
    />
  )
}
