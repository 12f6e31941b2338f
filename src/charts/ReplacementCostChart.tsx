/** What a part costs per distance, over the age at which it is replaced; the cheapest age, and what running to failure costs. */
import { formatFigure } from '../i18n/format'
import type { ReplacementPlan } from '../metrics/plan/replacementPlan'
import { useText } from '../ui/LanguageContext'
import { ChartLegend, DASHES } from './ChartLegend'
import { linearAxis } from './scales'
import { XyChart } from './XyChart'

interface Props {
  readonly label: string
  readonly plan: ReplacementPlan
}

const COLOUR = 'var(--series-1)'
const BEST = 'var(--series-2)'
const PER = 1000
/** Very early replacement costs without limit; so much above the dearer of the two ends is drawn. */
const HEADROOM = 1.6

export function ReplacementCostChart({ label, plan }: Props) {
  const { t, language } = useText()
  const { best, curve, toFailure } = plan
  const figure = (value: number): string => formatFigure(value, language)
  const last = (curve.at(-1)?.ageKm ?? 1) / PER
  const most = toFailure * PER * HEADROOM
  const [low, high] = best?.bounds ?? [0, 0]
  const x = linearAxis(t.costAgeAxis, last, figure)
  const y = linearAxis(t.costAxis, most, figure)
  return (
    <>
      <XyChart
        label={label}
        x={x}
        y={y}
        bands={
          best === null
            ? []
            : [
                {
                  key: 'bounds',
                  colour: BEST,
                  places: [
                    [low / PER, 0, y.to],
                    [Math.min(x.to, high / PER), 0, y.to],
                  ],
                },
              ]
        }
        lines={[
          {
            key: 'failure',
            colour: 'var(--text-2)',
            dashes: DASHES,
            places: [
              [0, toFailure * PER],
              [last, toFailure * PER],
            ],
          },
          {
            key: 'cost',
            colour: COLOUR,
            places: curve
              .map(({ ageKm, cost }) => [ageKm / PER, cost * PER] as const)
              .filter(([, cost]) => cost <= y.to * HEADROOM),
          },
          ...(best === null
            ? []
            : [
                {
                  key: 'best',
                  colour: BEST,
                  places: [
                    [best.ageKm / PER, 0],
                    [best.ageKm / PER, best.cost * PER],
                  ] as const,
                },
              ]),
        ]}
        marks={[]}
        dotColour={COLOUR}
        describe={() => ({ key: '', name: '', label: '', tip: [] })}
        onOpen={() => undefined}
      />
      <ChartLegend
        items={[
          { shape: 'line', colour: COLOUR, text: t.costLegend },
          { shape: 'dashes', colour: 'var(--text-2)', text: t.costToFailure },
          ...(best === null ? [] : [{ shape: 'pale-bar' as const, colour: BEST, text: t.costBestLegend }]),
        ]}
      />
    </>
  )
}
