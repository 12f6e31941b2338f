/** How plans tell good from bad: the chance to pass over how good the part truly is. */
import { formatFigure, formatShare } from '../i18n/format'
import type { OperatingPoint } from '../metrics/plan/demonstration'
import { useText } from '../ui/LanguageContext'
import { ChartLegend, DASH_DOTS, DASHES, type LegendShape } from './ChartLegend'
import { linearAxis } from './scales'
import { XyChart } from './XyChart'

export interface OperatingLine {
  readonly allowed: number
  readonly points: readonly OperatingPoint[]
}

interface Props {
  readonly label: string
  /** What true values are compared with. */
  readonly axis: string
  readonly lines: readonly OperatingLine[]
  /** Chance that what only just meets the target passes. */
  readonly consumer: number
}

const LOOKS: readonly { readonly colour: string; readonly dashes?: string; readonly shape: LegendShape }[] = [
  { colour: 'var(--series-1)', shape: 'line' },
  { colour: 'var(--series-2)', dashes: DASHES, shape: 'dashes' },
  { colour: 'var(--series-3)', dashes: DASH_DOTS, shape: 'dash-dots' },
]
/** As many curves as stay apart, also in grey. */
export const MOST_CURVES = LOOKS.length
const PERCENT = 100

export function OperatingChart({ label, axis, lines, consumer }: Props) {
  const { t, language } = useText()
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ ratio }) => ratio)))
  const figure = (value: number): string => formatFigure(value, language)
  return (
    <>
      <XyChart
        label={label}
        x={linearAxis(axis, most, figure)}
        y={linearAxis(t.operatingChance, PERCENT, figure)}
        bands={[]}
        lines={[
          {
            key: 'target',
            colour: 'var(--text-3)',
            isFaint: true,
            places: [
              [1, 0],
              [1, PERCENT],
            ],
          },
          {
            key: 'consumer',
            colour: 'var(--text-3)',
            isFaint: true,
            places: [
              [0, consumer * PERCENT],
              [most, consumer * PERCENT],
            ],
          },
          ...lines.map(({ allowed, points }, at) => {
            const { colour, dashes } = LOOKS[at] ?? { colour: 'var(--series-1)' }
            return {
              key: String(allowed),
              colour,
              ...(dashes === undefined ? {} : { dashes }),
              places: points.map(({ ratio, chance }) => [ratio, chance * PERCENT] as const),
            }
          }),
        ]}
        marks={[]}
        dotColour="var(--series-1)"
        describe={() => ({ key: '', name: '', label: '', tip: [] })}
        onOpen={() => undefined}
      />
      <ChartLegend
        items={lines.map(({ allowed }, at) => ({
          shape: LOOKS[at]?.shape ?? 'line',
          colour: LOOKS[at]?.colour ?? '',
          text: t.operatingLine(String(allowed)),
        }))}
        remarks={[t.operatingConsumer(formatShare(consumer, language))]}
      />
    </>
  )
}
