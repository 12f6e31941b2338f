/** An MTBF with its bounds on a logarithmic scale of kilometres; where there is none, the sentence that says why. */
import { formatFigure, formatShare } from '../i18n/format'
import type { MtbfEstimate } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'
import { useText } from '../ui/LanguageContext'
import { logTicks } from './axisTicks'
import { ChartStage } from './ChartStage'
import { triangleDown } from './ChartLegend'

interface Props {
  readonly estimate: MtbfEstimate | NotEstimable<string>
  /** Required MTBF in the same kilometres. */
  readonly targetKm?: number | null
}

const HEIGHT = 88
const AXIS = 60
const MIDDLE = 40
const SIDE = 30
const HALF_DECADE = 1.7
const COLOUR = 'var(--series-1)'

export function MtbfBar({ estimate, targetKm }: Props) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  if (estimate.status !== 'estimated')
    return (
      <p className="chart-remark">
        {estimate.reason === 'no-exposure' ? t.chartMtbfNoExposure : t.chartMtbfNotEstimable}
      </p>
    )

  const { mtbf, lower, upper } = estimate
  const confidence = formatShare(estimate.confidence, language)
  const target = targetKm !== undefined && targetKm !== null && targetKm > 0 ? targetKm : null
  const words =
    mtbf === null || upper === null
      ? t.chartMtbfLowerOnly(figure(lower), confidence)
      : t.chartMtbfInterval(figure(mtbf), confidence, figure(lower), figure(upper))
  const sentence = target === null ? words : `${words}; ${t.chartMtbfTargetIs(figure(target))}`

  return (
    <>
      <ChartStage label={sentence} isStill>
        {(width) => <Drawing estimate={estimate} target={target} width={width} />}
      </ChartStage>
      <p className="chart-remark">{words}</p>
      {target === null ? null : <p className="chart-remark">▼ {t.chartMtbfTargetIs(figure(target))}</p>}
    </>
  )
}

interface DrawingProps {
  readonly estimate: MtbfEstimate
  readonly target: number | null
  readonly width: number
}

function Drawing({ estimate: { mtbf, lower, upper }, target, width }: DrawingProps) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const shown = [lower, ...(upper === null ? [lower * 10] : [upper]), ...(target === null ? [] : [target])]
  const least = Math.min(...shown) / HALF_DECADE
  const most = Math.max(...shown) * HALF_DECADE
  const x = (km: number): number =>
    SIDE + ((Math.log(km) - Math.log(least)) / (Math.log(most) - Math.log(least))) * (width - 2 * SIDE)
  const end = upper === null ? width - SIDE : x(upper)
  return (
    <svg className="chart-drawing" width={width} height={HEIGHT} aria-hidden="true">
      <path d={`M${SIDE} ${AXIS}H${width - SIDE}`} style={{ stroke: 'var(--line-strong)' }} />
      {logTicks(
        least,
        most,
        Math.exp(((figure(most).length * 7 + 14) / (width - 2 * SIDE)) * Math.log(most / least)),
      ).map((tick) => (
        <g key={tick} className="chart-tick">
          <path d={`M${x(tick)} ${AXIS}v4`} style={{ stroke: 'var(--line-strong)' }} />
          <text x={x(tick)} y={AXIS + 17} textAnchor="middle">
            {figure(tick)}
          </text>
        </g>
      ))}
      <text className="chart-axis-title" x={width - 4} y={12} textAnchor="end">
        {t.chartLogScale}
      </text>
      <Interval at={mtbf === null ? null : x(mtbf)} from={x(lower)} to={end} isOpen={upper === null} />
      {target === null ? null : <Target at={x(target)} />}
    </svg>
  )
}

interface IntervalProps {
  /** Where the estimate itself stands, if there is one. */
  readonly at: number | null
  readonly from: number
  readonly to: number
  /** Without an upper bound the line ends in an arrow. */
  readonly isOpen: boolean
}

function Interval({ at, from, to, isOpen }: IntervalProps) {
  return (
    <>
      <path d={`M${from} ${MIDDLE}H${to}`} style={{ stroke: COLOUR, strokeWidth: 3 }} />
      <path d={`M${from} ${MIDDLE - 8}v16`} style={{ stroke: COLOUR, strokeWidth: 2 }} />
      {isOpen ? (
        <path
          d={`M${to - 9} ${MIDDLE - 6}L${to} ${MIDDLE}L${to - 9} ${MIDDLE + 6}`}
          style={{ fill: 'none', stroke: COLOUR, strokeWidth: 2 }}
        />
      ) : (
        <path d={`M${to} ${MIDDLE - 8}v16`} style={{ stroke: COLOUR, strokeWidth: 2 }} />
      )}
      {at === null ? null : (
        <circle cx={at} cy={MIDDLE} r={5.5} style={{ fill: COLOUR, stroke: 'var(--surface)', strokeWidth: 1.5 }} />
      )}
    </>
  )
}

function Target({ at }: { readonly at: number }) {
  return (
    <>
      <path d={`M${at} 20V${AXIS}`} style={{ stroke: 'var(--text)', strokeWidth: 1.5, strokeDasharray: '3 2' }} />
      <path d={triangleDown(at, 20, 5)} style={{ fill: 'var(--text)' }} />
    </>
  )
}
