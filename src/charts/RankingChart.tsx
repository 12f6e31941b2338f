/** Groups by rate, highest first: what each showed, what is left of it beside the others, and their mean. */
import { formatFigure } from '../i18n/format'
import type { RankedGroup } from '../metrics/rateRanking'
import { perMillion } from '../reliability/perMillion'
import { useText } from '../ui/LanguageContext'
import { ChartLegend } from './ChartLegend'
import { ChartStage } from './ChartStage'

interface Props {
  readonly label: string
  /** In the order they are drawn. */
  readonly groups: readonly RankedGroup[]
  /** Failures per kilometre of all groups together. */
  readonly mean: number
  readonly isDifferent: (group: RankedGroup) => boolean
}

const LINE = 22
const TOP = 8
const NAME = 130
const SIDE = 14
const COLOUR = 'var(--series-1)'

export function RankingChart({ label, groups, mean, isDifferent }: Props) {
  const { t, language } = useText()
  const most = Math.max(mean, ...groups.map(({ rate, shrunk }) => Math.max(rate, shrunk.upper)))
  const height = TOP + LINE * groups.length + 24
  const figure = (rate: number): string => formatFigure(perMillion(rate), language)
  return (
    <>
      <ChartStage label={label} isStill>
        {(width) => {
          const x = (rate: number): number => NAME + (rate / most) * (width - NAME - SIDE)
          return (
            <svg className="chart-drawing" width={width} height={height} aria-hidden="true">
              <path
                d={`M${x(mean)} ${TOP}V${height - 20}`}
                style={{ stroke: 'var(--text-2)', strokeDasharray: '6 3 1 3' }}
              />
              {groups.map((group, at) => (
                <GroupLine
                  key={group.word}
                  group={group}
                  y={TOP + LINE * (at + 0.5)}
                  x={x}
                  isDifferent={isDifferent(group)}
                />
              ))}
              <g className="chart-tick">
                <text x={NAME} y={height - 6} textAnchor="start">
                  0
                </text>
                <text x={width - SIDE} y={height - 6} textAnchor="end">
                  {`${figure(most)} /10⁶ km`}
                </text>
              </g>
            </svg>
          )
        }}
      </ChartStage>
      <ChartLegend
        items={[
          { shape: 'dot', colour: COLOUR, text: t.rankingShrunk },
          { shape: 'diamond', colour: 'var(--text-3)', text: t.rankingOwn },
          { shape: 'dash-dots', colour: 'var(--text-2)', text: t.rankingMean(figure(mean)) },
          ...(groups.some(isDifferent)
            ? [{ shape: 'dot' as const, colour: 'var(--alarm)', text: t.rankingDifferent }]
            : []),
        ]}
      />
    </>
  )
}

interface GroupProps {
  readonly group: RankedGroup
  readonly y: number
  readonly x: (rate: number) => number
  readonly isDifferent: boolean
}

const SHOWN_LETTERS = 14

function GroupLine({ group: { label, rate, shrunk }, y, x, isDifferent }: GroupProps) {
  const colour = isDifferent ? 'var(--alarm)' : COLOUR
  const [own, most] = [x(rate), label.length > SHOWN_LETTERS ? `${label.slice(0, SHOWN_LETTERS - 1)}…` : label]
  return (
    <>
      <text className="chart-tick" x={NAME - 8} y={y + 4} textAnchor="end">
        {most}
      </text>
      <path d={`M${x(shrunk.lower)} ${y}H${x(shrunk.upper)}`} style={{ stroke: colour, strokeWidth: 2 }} />
      <path
        d={`M${own} ${y - 5}l4 5l-4 5l-4 -5z`}
        style={{ fill: 'none', stroke: 'var(--text-3)', strokeWidth: 1.25 }}
      />
      <circle cx={x(shrunk.rate)} cy={y} r={4} style={{ fill: colour }} />
    </>
  )
}
