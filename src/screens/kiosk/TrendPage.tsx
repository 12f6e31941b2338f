/** Failures of the last months as columns, each with the count its month may show before it is more than chance. */
import { useId } from 'react'
import { formatCount } from '../../i18n/format'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { DEFAULT_RECURRENCE } from '../../metrics/recurrence'
import { inMillions } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import type { OnPageState } from './BigScreen'
import { lastMonths } from '../../panels/lastMonths'
import { useFresh } from './useFresh'

/** Limits are worked out over two years, of which one is drawn. */
const MONTHS = 24
const SHOWN = 13

export function TrendPage({ onState }: { readonly onState: OnPageState }) {
  const { t, language } = useText()
  const trend = useFresh(
    'kiosk-trend',
    async (engine) => (await engine.node(lastMonths(MONTHS, true), DEFAULT_RECURRENCE, language)).trend,
    onState,
  )
  if (trend === null) return null
  const shown = columnsOf(trend).slice(-SHOWN)
  if (shown.length === 0) return <p className="kiosk-none">{t.kioskEmpty}</p>
  const beyond = shown.filter(({ isBeyond }) => isBeyond).map(({ month }) => month)
  const hasLimits = shown.some(({ most }) => most !== null)
  const words = hasLimits
    ? beyond.length === 0
      ? t.kioskNoneBeyond
      : t.kioskBeyond(beyond.join(t.listComma))
    : t.kioskNoLimits
  const total = shown.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="kiosk-bars-page">
      <Columns columns={shown} label={`${words}${t.semicolon}${t.kioskOfAll(formatCount(total, language))}`} />
      <p className={beyond.length > 0 ? 'kiosk-alarm' : ''}>
        {beyond.length > 0 ? '▲ ' : ''}
        {words}
        <span className="kiosk-legend">
          {' '}
          · {hasLimits ? `${t.kioskLimit} · ` : ''}
          {t.kioskRunning}
        </span>
      </p>
    </div>
  )
}

interface Column {
  readonly month: string
  readonly count: number
  readonly isPartial: boolean
  /** Most failures that are no more than chance; null where no distance is known. */
  readonly most: number | null
  readonly isBeyond: boolean
}

const columnsOf = ({ months, chart }: NodeAnalysis['trend']): readonly Column[] =>
  months.map(({ month, rows, exposureKm, isPartial }, at) => {
    const point = chart.status === 'estimated' ? chart.points[at] : undefined
    const isRated = point?.status === 'estimated'
    return {
      month,
      count: rows.length,
      isPartial,
      most: isRated ? point.upper * inMillions(exposureKm) : null,
      isBeyond: isRated && point.beyond === 'above',
    }
  })

const WIDTH = 1800
const HEIGHT = 700
const FOOT = 70
const HEAD = 70

function Columns({ columns, label }: { readonly columns: readonly Column[]; readonly label: string }) {
  const { language } = useText()
  const hatch = useId()
  const top = Math.max(1, ...columns.map(({ count, most }) => Math.max(count, most ?? 0)))
  const band = WIDTH / columns.length
  const y = (value: number): number => HEIGHT - FOOT - (value / top) * (HEIGHT - FOOT - HEAD)
  return (
    <svg className="kiosk-columns" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <pattern id={hatch} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="12" className="kiosk-hatch" />
        </pattern>
      </defs>
      {columns.map(({ month, count, isPartial, most, isBeyond }, at) => (
        <g key={month}>
          <rect
            x={at * band + band * 0.14}
            y={y(count)}
            width={band * 0.72}
            height={HEIGHT - FOOT - y(count)}
            className={isBeyond ? 'is-beyond' : 'is-column'}
            {...(isPartial ? { style: { fill: `url(#${hatch})` } } : {})}
          />
          {most === null ? null : <line x1={at * band + 6} x2={(at + 1) * band - 6} y1={y(most)} y2={y(most)} />}
          <text x={(at + 0.5) * band} y={y(count) - 12} className={isBeyond ? 'is-beyond' : ''}>
            {formatCount(count, language)}
          </text>
          <text x={(at + 0.5) * band} y={HEIGHT - 16} className="is-month">
            {at === 0 || month.endsWith('-01') ? month.slice(2) : month.slice(5)}
          </text>
        </g>
      ))}
    </svg>
  )
}
