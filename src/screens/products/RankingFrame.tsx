/** Trains, depots, types or parts by rate: each drawn to the mean as far as it says little, and set against the others. */
import { oneOf } from '../../domain/closedSet'
import { ChartFrame } from '../../charts/ChartFrame'
import { MarkTable } from '../../charts/MarkTable'
import { RankingChart } from '../../charts/RankingChart'
import { formatFigure, formatP } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { FALSE_FINDINGS, RANKED_BY, type RankedGroup } from '../../metrics/rateRanking'
import { inMillions, perMillion } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'

interface Props extends TabProps {
  readonly analysis: NodeAnalysis
  readonly subtitle: string
}

/** More than these are in the table only. */
const DRAWN = 20

const isDifferent = ({ adjustedP }: RankedGroup): boolean => adjustedP <= FALSE_FINDINGS

export function RankingFrame({ analysis, name, subtitle, param, setParam, onOpen }: Props) {
  const { t, language } = useText()
  const by = oneOf(RANKED_BY, param('rank')) ?? 'trainId'
  const { groups, isSpread } = analysis.rankings[by]
  const failures = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const exposure = groups.reduce((sum, { exposureKm }) => sum + exposureKm, 0)
  return (
    <ChartFrame
      title={`${name} — ${t.chartRanking}`}
      subtitle={`${subtitle}${t.semicolon}${t.rankingWords(isSpread)}`}
      help="ranking"
      empty={groups.length < 2 || failures === 0 ? t.rankingNone : null}
      controls={
        <label className="row small">
          {t.rankingBy}
          <select className="input compact-input" value={by} onChange={(event) => setParam('rank', event.target.value)}>
            {RANKED_BY.map((dimension) => (
              <option key={dimension} value={dimension}>
                {t.rankedBy(dimension)}
              </option>
            ))}
          </select>
        </label>
      }
      table={
        <MarkTable
          caption={t.chartRanking}
          nameHead={t.rankedBy(by)}
          countHead={t.chartFailures}
          heads={[t.chartExposure, t.rankingOwn, t.rankingShrunk, t.rankingRatio, t.rankingAdjusted]}
          onOpen={onOpen}
          rows={groups.map((group) => ({
            key: group.word,
            name: group.label,
            rows: group.rows,
            cells: cellsOf(group, t, language),
          }))}
        />
      }
    >
      <RankingChart
        label={t.chartRanking}
        groups={groups.slice(0, DRAWN)}
        mean={exposure > 0 ? failures / exposure : 0}
        isDifferent={isDifferent}
      />
      {groups.length > DRAWN ? <p className="chart-remark">{t.rankingMore(String(DRAWN))}</p> : null}
    </ChartFrame>
  )
}

function cellsOf(group: RankedGroup, t: Messages, language: Language): readonly string[] {
  const { exposureKm, rate, shrunk, ratio, adjustedP } = group
  const figure = (value: number): string => formatFigure(value, language)
  const perKm = (value: number): string => figure(perMillion(value))
  return [
    figure(inMillions(exposureKm)),
    perKm(rate),
    `${perKm(shrunk.rate)} (${perKm(shrunk.lower)} – ${perKm(shrunk.upper)})`,
    ratio === null || ratio.ratio === null
      ? '—'
      : `${figure(ratio.ratio)} (${figure(ratio.lower)} – ${ratio.upper === null ? '∞' : figure(ratio.upper)})`,
    `${formatP(adjustedP, language)}${isDifferent(group) ? ` · ${t.rankingDifferent}` : ''}`,
  ]
}
