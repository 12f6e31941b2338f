import { formatCount, formatDay, formatFigure } from '../i18n/format'
import type { CumulativePoint } from '../metrics/nodeAnalysis'
import { useText } from '../ui/LanguageContext'
import { clusterByGap } from './clusterByGap'
import { MarkTable } from './MarkTable'
import type { OnOpen } from './openedMark'

/** The growth of failures, one line per day with failures. */
export function CumulativeTable({ label, points, onOpen }: { readonly label: string; readonly points: readonly CumulativePoint[]; readonly onOpen: OnOpen }) {
  const { t, language } = useText()
  const days = clusterByGap(points.map(({ day }) => day), 1).map(([from, to]) => points.slice(from, to))
  return (
    <MarkTable
      caption={label}
      nameHead={t.chartDay}
      countHead={t.chartFailures}
      heads={[t.chartCumulativeCount, t.chartCumulativeKm]}
      rows={days.flatMap((members) => {
        const last = members.at(-1)
        return last === undefined
          ? []
          : [{ key: String(last.day), name: formatDay(last.day), rows: Uint32Array.from(members, ({ row }) => row), cells: [formatCount(last.failures, language), formatFigure(last.exposureKm / 1e6, language)] }]
      })}
      onOpen={onOpen}
    />
  )
}
