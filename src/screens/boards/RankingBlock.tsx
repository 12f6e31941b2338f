/** Trains, depots, types or parts by rate, each drawn to the mean as far as it says little. */
import { ChartFrame } from '../../charts/ChartFrame'
import { MarkTable } from '../../charts/MarkTable'
import { RankingChart } from '../../charts/RankingChart'
import { oneOf } from '../../domain/closedSet'
import { formatFigure } from '../../i18n/format'
import { FALSE_FINDINGS, RANKED_BY } from '../../metrics/rateRanking'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { ScopedProps } from './Block'

/** More than these are in the table only. */
const DRAWN = 12

export function RankingBlock({ analysis, block, title, subtitle, onOpen }: ScopedProps) {
  const { t, language } = useText()
  const by = oneOf(RANKED_BY, block.by) ?? 'depotId'
  const { groups, isSpread } = analysis.rankings[by]
  const failures = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const exposure = groups.reduce((sum, { exposureKm }) => sum + exposureKm, 0)
  const perKm = (value: number): string => formatFigure(perMillion(value), language)
  return (
    <ChartFrame
      title={`${title}${t.colon}${t.rankedBy(by)}`}
      subtitle={`${subtitle}${t.semicolon}${t.rankingWords(isSpread)}`}
      help="ranking"
      empty={groups.length < 2 || failures === 0 ? t.rankingNone : null}
      table={
        <MarkTable
          caption={t.chartRanking}
          nameHead={t.rankedBy(by)}
          countHead={t.chartFailures}
          heads={[t.chartExposure, t.rankingOwn, t.rankingShrunk]}
          onOpen={onOpen}
          rows={groups.map(({ word, label, rows, exposureKm, rate, shrunk }) => ({
            key: word,
            name: label,
            rows,
            cells: [
              formatFigure(inMillions(exposureKm), language),
              perKm(rate),
              `${perKm(shrunk.rate)} (${perKm(shrunk.lower)} – ${perKm(shrunk.upper)})`,
            ],
          }))}
        />
      }
    >
      <RankingChart
        label={t.chartRanking}
        groups={groups.slice(0, DRAWN)}
        mean={exposure > 0 ? failures / exposure : 0}
        isDifferent={({ adjustedP }) => adjustedP <= FALSE_FINDINGS}
      />
    </ChartFrame>
  )
}
