/** Do failures of each group come more and more often over what it runs? */
import { ChartFrame } from '../../charts/ChartFrame'
import { ForestChart, forestColour, type ForestItem } from '../../charts/ForestChart'
import { MarkTable } from '../../charts/MarkTable'
import { logAxis } from '../../charts/scales'
import { formatFigure } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { HistoryOfGroup } from '../../metrics/compare/groupHistories'
import { ENOUGH_FOR_TREND } from '../../metrics/growth'
import { useText } from '../../ui/LanguageContext'
import type { CompareShown } from './CompareTab'
import { bounded, pAlone } from './groupCells'

interface Props extends CompareShown {
  readonly histories: readonly HistoryOfGroup[]
}

interface Line {
  readonly word: string
  readonly name: string
  readonly rows: Uint32Array
  readonly growth: HistoryOfGroup['growth']
}

export function GroupGrowthFrame({ histories, groups, name, filter, onOpen }: Props) {
  const { t, language } = useText()
  const lines = groups.flatMap(({ word, name: group, rows }): readonly Line[] => {
    const history = histories.find((one) => one.word === word)
    return history === undefined ? [] : [{ word, name: group, rows, growth: history.growth }]
  })
  const items = lines.flatMap((line) => itemOf(line, t, language))
  const ends = items.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((one) => one !== null)
  const figure = (value: number): string => formatFigure(value, language)
  return (
    <ChartFrame
      title={`${name} — ${t.chartGroupGrowth}`}
      subtitle={`${t.groupGrowthSubtitle}${t.semicolon}${filter}`}
      help="growth"
      empty={items.length === 0 ? t.laplaceTooFew : null}
      table={<GrowthTable lines={lines} onOpen={onOpen} />}
    >
      <ForestChart
        label={t.chartGroupGrowth}
        items={items}
        axis={logAxis('β', Math.min(0.8, ...ends.map(Math.exp)), Math.max(1.25, ...ends.map(Math.exp)), figure, 1.05)}
        line={0}
        legend={[
          { shape: 'dot', colour: forestColour(false), text: t.groupGrowthBeta },
          { shape: 'dash-dots', colour: 'var(--text-2)', text: t.groupGrowthLine },
          ...(items.some(({ isSignal }) => isSignal)
            ? [{ shape: 'diamond' as const, colour: forestColour(true), text: t.groupGrowthSignal }]
            : []),
        ]}
        onOpen={onOpen}
      />
      {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figure-table group-table" role="region" aria-label={t.chartGroupGrowth} tabIndex={0}>
        <GrowthTable lines={lines} onOpen={onOpen} />
      </div>
    </ChartFrame>
  )
}

/** Fewer failures say nothing about a trend, and are not drawn. */
function itemOf({ word, name, rows, growth }: Line, t: Messages, language: Language): readonly ForestItem[] {
  const { law, verdict } = growth
  if (law.status !== 'estimated' || verdict === null) return []
  const [lower, upper] = law.betaExact
  const { beta } = law.fit
  const figure = (value: number | null): string => (value === null ? '∞' : formatFigure(value, language))
  return [
    {
      key: word,
      name,
      value: Math.log(beta),
      lower: lower === null ? null : Math.log(lower),
      upper: upper === null ? null : Math.log(upper),
      isSignal: verdict !== 'none',
      label: `${name}${t.colon}β = ${figure(beta)}`,
      tip: [t.boundsOf(figure(lower), figure(upper)), verdictWords(growth, t)],
      rows,
    },
  ]
}

const verdictWords = ({ verdict }: HistoryOfGroup['growth'], t: Messages): string =>
  verdict === null
    ? t.groupGrowthFew
    : { improving: t.groupGrowthImproving, deteriorating: t.groupGrowthWorse, none: t.groupGrowthNone }[verdict]

function GrowthTable({ lines, onOpen }: Pick<Props, 'onOpen'> & { readonly lines: readonly Line[] }) {
  const { t, language } = useText()
  const figure = (value: number | null): string => (value === null ? '∞' : formatFigure(value, language))
  return (
    <MarkTable
      caption={t.chartGroupGrowth}
      nameHead={t.compareGroup}
      countHead={t.chartFailures}
      heads={[t.groupGrowthBeta, t.groupGrowthVerdict, t.groupGrowthNow, t.groupGrowthP]}
      onOpen={onOpen}
      rows={lines.map(({ word, name, rows, growth }) => {
        const { law, laplace } = growth
        const isShown = law.status === 'estimated' && rows.length >= ENOUGH_FOR_TREND
        return {
          key: word,
          name,
          rows,
          cells: [
            isShown ? bounded(figure(law.fit.beta), figure(law.betaExact[0]), figure(law.betaExact[1])) : '—',
            verdictWords(growth, t),
            isShown ? figure(law.fit.instantaneousMtbf / 1000) : '—',
            laplace.status === 'estimated' && laplace.enough ? pAlone(laplace.pTwoSided, language) : '—',
          ],
        }
      })}
    />
  )
}
