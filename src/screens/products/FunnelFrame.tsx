/** Groups over what they ran, against the limits of chance. */
import { ChartFrame } from '../../charts/ChartFrame'
import { FunnelChart } from '../../charts/FunnelChart'
import { MarkTable } from '../../charts/MarkTable'
import { formatCount, formatFigure } from '../../i18n/format'
import type { Funnel } from '../../metrics/compare/nodeComparison'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { CompareShown } from './CompareTab'

export function FunnelFrame({
  comparison,
  groups,
  funnel,
  name,
  filter,
  onOpen,
}: CompareShown & { readonly funnel: Funnel }) {
  const { t, language } = useText()
  const { failures, exposureKm, scatter } = comparison
  const figure = (value: number): string => formatFigure(value, language)
  const count = (value: number): string => formatCount(value, language)
  return (
    <ChartFrame
      title={`${name} — ${t.chartFunnel}`}
      subtitle={`${t.funnelSubtitle(count(groups.length), count(failures))}${t.semicolon}${filter}`}
      notes={scatter?.isBeyondChance === true ? [t.funnelScattered(figure(scatter.ratio))] : []}
      help="funnel"
      table={
        <MarkTable
          caption={t.chartFunnel}
          nameHead={t.compareGroup}
          countHead={t.chartFailures}
          heads={[t.chartExposure, t.rankingOwn, t.rankingShrunk]}
          onOpen={onOpen}
          rows={groups.map(({ word, name: group, rows, exposureKm: ran, shrunk }) => ({
            key: word,
            name: group,
            rows,
            cells: [
              figure(inMillions(ran)),
              figure(perMillion(rows.length / ran)),
              `${figure(perMillion(shrunk.rate))} (${figure(perMillion(shrunk.lower))} – ${figure(perMillion(shrunk.upper))})`,
            ],
          }))}
        />
      }
    >
      <FunnelChart label={t.chartFunnel} groups={groups} funnel={funnel} mean={failures / exposureKm} onOpen={onOpen} />
    </ChartFrame>
  )
}
