/** A few figures with their intervals, one above the other on one logarithmic scale. */
import { formatFigure } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { logAxis } from './scales'
import { XyChart } from './XyChart'

export interface IntervalRow {
  readonly name: string
  /** Null where there is no estimate. */
  readonly value: number | null
  readonly lower: number
  /** Null where nothing bounds it. */
  readonly upper: number | null
}

interface Props {
  readonly label: string
  readonly axis: string
  readonly rows: readonly IntervalRow[]
}

const COLOURS = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)']
/** Half the height of the stroke at an estimate, and at the ends of an interval, as shares of a row. */
const [TALL, SHORT] = [0.22, 0.1]
const BEYOND = 3

export function IntervalsChart({ label, axis, rows }: Props) {
  const { language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const known = rows.flatMap(({ value, lower, upper }) => [
    lower,
    ...(value === null ? [] : [value]),
    upper ?? lower * BEYOND,
  ])
  const x = logAxis(axis, Math.min(...known), Math.max(...known), figure)
  const heightOf = (at: number): number => rows.length - at
  return (
    <XyChart
      label={label}
      x={x}
      y={{
        title: '',
        from: 0.4,
        to: rows.length + 0.6,
        ticks: () => rows.map(({ name }, at) => ({ at: heightOf(at), text: name })),
      }}
      bands={[]}
      lines={rows.flatMap(({ name, value, lower, upper }, at) => {
        const [colour, y] = [COLOURS[at % COLOURS.length] ?? '', heightOf(at)]
        const stroke = (key: string, value: number, half: number) => ({
          key: `${name}|${key}`,
          colour,
          places: [
            [Math.log(value), y - half],
            [Math.log(value), y + half],
          ] as const,
        })
        return [
          {
            key: name,
            colour,
            places: [
              [Math.log(lower), y],
              [upper === null ? x.to : Math.log(upper), y],
            ] as const,
          },
          stroke('lower', lower, SHORT),
          ...(upper === null ? [] : [stroke('upper', upper, SHORT)]),
          ...(value === null ? [] : [stroke('value', value, TALL)]),
        ]
      })}
      marks={[]}
      dotColour={COLOURS[0] ?? ''}
      describe={() => ({ key: '', name: '', label: '', tip: [] })}
      onOpen={() => undefined}
    />
  )
}
