/** How failures of one train add up as it ages: the mean cumulative number, with its bounds. */
import { ChartFrame } from '../../charts/ChartFrame'
import { MarkTable } from '../../charts/MarkTable'
import { McfChart } from '../../charts/McfChart'
import { formatCount, formatDay, formatFigure } from '../../i18n/format'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import type { LifeShown } from './WeibullFrame'

export function LifeMcfFrame({ name, filter, onOpen, life, measured }: LifeShown) {
  const { t, language } = useText()
  const { mcf } = life
  const { unit, mcfUnit, word } = measured
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number): string => formatFigure(value, language)
  return (
    <ChartFrame
      title={`${name} — ${t.chartMcf}`}
      subtitle={
        mcf.status === 'estimated'
          ? `${t.mcfSubtitle(count(mcf.events), count(mcf.units), word)}${t.semicolon}${filter}`
          : filter
      }
      notes={life.lives.watch?.isLeftTruncated === true ? [t.recordsLate(formatDay(life.lives.watch.from))] : []}
      help="mcf"
      empty={mcf.status === 'estimated' ? null : REASONS[mcf.reason][language]}
      table={
        mcf.status !== 'estimated' ? null : (
          <MarkTable
            caption={t.chartMcf}
            nameHead={mcfUnit.axis}
            countHead={t.chartFailures}
            heads={[t.mcfMean, t.figureLower, t.figureUpper, t.mcfRisk]}
            onOpen={onOpen}
            rows={mcf.points.map(({ age, mean, lower, upper, atRisk, rows }) => ({
              key: String(age),
              name: figure(age / unit.divisor),
              rows,
              cells: [
                figure(mean),
                lower === null ? '—' : figure(lower),
                upper === null ? '—' : figure(upper),
                count(atRisk),
              ],
            }))}
          />
        )
      }
    >
      {mcf.status === 'estimated' ? (
        <McfChart label={t.chartMcf} groups={[{ name, mcf }]} axis={t.mcfAxis} unit={mcfUnit} onOpen={onOpen} />
      ) : null}
    </ChartFrame>
  )
}
