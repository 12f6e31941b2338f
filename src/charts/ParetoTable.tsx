import { formatShare } from '../i18n/format'
import type { ParetoBar } from '../metrics/nodeParetos'
import { useText } from '../ui/LanguageContext'
import { MarkTable } from './MarkTable'
import type { OnOpen } from './openedMark'

/** Every category of a Pareto, the ones folded into "other" too. */
export function ParetoTable({
  label,
  bars,
  onOpen,
}: {
  readonly label: string
  readonly bars: readonly ParetoBar[]
  readonly onOpen: OnOpen
}) {
  const { t, language } = useText()
  return (
    <MarkTable
      caption={label}
      nameHead={t.chartName}
      countHead={t.chartFailures}
      heads={[t.chartShare, t.chartCumulativeShare, t.chartVital]}
      rows={bars.map((bar) => ({
        key: bar.word,
        name: bar.label === '' ? t.notKnown : bar.label,
        rows: bar.rows,
        cells: [formatShare(bar.share, language), formatShare(bar.cumulative, language), bar.vital ? t.yes : ''],
      }))}
      onOpen={onOpen}
    />
  )
}
