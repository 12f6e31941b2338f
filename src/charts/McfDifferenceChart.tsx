/** By how much two groups differ in mean failures per unit at each age; where the band leaves 0 out they do differ. */
import { formatFigure } from '../i18n/format'
import type { McfDifference } from '../reliability/meanCumulativeFunction'
import { useText } from '../ui/LanguageContext'
import { coveringTicks } from './axisTicks'
import { ChartLegend } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { linearAxis } from './scales'
import { XyChart, type XyMark } from './XyChart'

interface Props {
  readonly label: string
  /** Each with the failures of either group at its age, where they are of this program. */
  readonly difference: readonly (McfDifference & { readonly rows?: Uint32Array })[]
  readonly unit: { readonly axis: string; readonly word: string }
  /** What the height counts: failures per train, per unit. */
  readonly axis: string
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly of: McfDifference
}

const COLOUR = 'var(--series-3)'
const NO_ROWS = new Uint32Array()

export function McfDifferenceChart({ label, difference, unit, axis, onOpen }: Props) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const known = difference.filter(({ bounds }) => bounds !== null)
  const reach = Math.max(1e-9, ...known.flatMap(({ bounds }) => (bounds === null ? [] : bounds.map(Math.abs))))
  const ticks = coveringTicks(reach, 3)
  const top = ticks.at(-1) ?? 1
  const end = difference.at(-1)?.time ?? 1
  const places = difference.map(({ time, difference }) => [time, difference] as const)
  return (
    <>
      <XyChart
        label={label}
        x={linearAxis(unit.axis, end, figure)}
        y={{
          title: axis,
          from: -top,
          to: top,
          ticks: () =>
            [
              ...ticks
                .slice(1)
                .map((tick) => -tick)
                .toReversed(),
              ...ticks,
            ].map((at) => ({ at, text: figure(at) })),
        }}
        bands={[
          {
            key: 'bounds',
            colour: COLOUR,
            isStep: true,
            places: known.flatMap(({ time, bounds }) =>
              bounds === null ? [] : [[time, bounds[0], bounds[1]] as const],
            ),
          },
        ]}
        lines={[
          {
            key: 'zero',
            colour: 'var(--text-3)',
            places: [
              [0, 0],
              [end, 0],
            ],
          },
          { key: 'difference', colour: COLOUR, isStep: true, places },
        ]}
        marks={difference.map((of): Mark => ({ of, x: of.time, y: of.difference, rows: of.rows ?? NO_ROWS }))}
        dotColour={COLOUR}
        describe={(members) => {
          const last = members.at(-1)?.of
          const at = `${figure(last?.time ?? 0)} ${unit.word}`
          return {
            key: at,
            name: at,
            label: `${at}: ${figure(last?.difference ?? 0)}`,
            tip: last?.bounds == null ? [] : [t.boundsOf(figure(last.bounds[0]), figure(last.bounds[1]))],
          }
        }}
        onOpen={onOpen}
      />
      <ChartLegend
        items={[
          { shape: 'steps', colour: COLOUR, text: t.chartMcfDifference },
          { shape: 'pale-bar', colour: COLOUR, text: t.lifeBandLegend },
        ]}
      />
    </>
  )
}
