/** When did the rate of the node change, if it changed once? Nothing is claimed that luck shows as often. */
import { useMemo } from 'react'
import { ChartFrame } from '../../charts/ChartFrame'
import { MarkTable } from '../../charts/MarkTable'
import { RateChangeChart } from '../../charts/RateChangeChart'
import { formatCount, formatFigure, formatP } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { rateChange, type RateChange } from '../../metrics/rateChange'
import { inMillions } from '../../reliability/perMillion'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'

interface Props extends TabProps {
  readonly analysis: NodeAnalysis
}

export function RateChangeFrame({ name, filter, analysis, onOpen }: Props) {
  const { t, language } = useText()
  const change = useMemo(() => rateChange(analysis), [analysis])
  const { months, found } = change
  const figure = (value: number): string => formatFigure(value, language)
  const { scatter } = analysis
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('changepoint')}`}
      subtitle={`${t.changeSubtitle(formatCount(months.length, language))}${t.semicolon}${filter}`}
      notes={
        scatter?.isBeyondChance === true && change.isClaimed
          ? [t.changeScattered(figure(scatter.ratio), formatP(scatter.p, language))]
          : []
      }
      help="changepoint"
      empty={found.status === 'estimated' ? null : REASONS[found.reason][language]}
      table={
        <MarkTable
          caption={t.planTopic('changepoint')}
          nameHead={t.changeMonth}
          countHead={t.chartFailures}
          heads={[t.changeRateAxis]}
          onOpen={onOpen}
          rows={months.map(({ month, rows, exposureKm }) => ({
            key: month,
            name: month,
            rows,
            cells: [figure(rows.length / inMillions(exposureKm))],
          }))}
        />
      }
    >
      <p className="chart-verdict">{verdictOf(change, t, language)}</p>
      {found.status === 'estimated' ? (
        <RateChangeChart label={t.planTopic('changepoint')} change={change} onOpen={onOpen} />
      ) : null}
    </ChartFrame>
  )
}

function verdictOf({ months, found, isClaimed }: RateChange, t: Messages, language: Language): string {
  if (found.status !== 'estimated') return ''
  const p = formatP(found.p, language)
  if (!isClaimed) return t.changeNone(p)
  const monthAt = (at: number): string => months[at]?.month ?? ''
  const said = t.changeFound(
    monthAt(found.lastBefore + 1),
    formatFigure(found.rateBefore, language),
    formatFigure(found.rateAfter, language),
    p,
  )
  const [first, last] = found.between
  return first === last ? said : `${said}${t.semicolon}${t.changeBetween(monthAt(first + 1), monthAt(last + 1))}`
}
