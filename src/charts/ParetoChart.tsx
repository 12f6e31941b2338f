/** The few categories that make most failures: bars from the largest down, and the share they reach together. */
import { useId } from 'react'
import { formatCount } from '../i18n/format'
import type { ParetoBar } from '../metrics/nodeParetos'
import { useText } from '../ui/LanguageContext'
import { ChartLegend } from './ChartLegend'
import { ChartStage } from './ChartStage'
import type { OnOpen } from './openedMark'
import { paretoBars } from './paretoBars'
import { COLOUR, ParetoDrawing } from './ParetoDrawing'

interface Props {
  /** What the categories are, for screen readers: `故障现象`. */
  readonly label: string
  readonly bars: readonly ParetoBar[]
  readonly onOpen: OnOpen
}

export function ParetoChart({ label, bars, onOpen }: Props) {
  const { t, language } = useText()
  const hatch = useId()
  if (bars.length === 0) return null
  const drawn = paretoBars(bars, t, language)
  const { data, folded, remarks } = drawn
  return (
    <>
      <ChartStage label={label}>
        {(width, host) => <ParetoDrawing bars={drawn} hatch={hatch} width={width} host={host} onOpen={onOpen} />}
      </ChartStage>
      <ChartLegend
        remarks={remarks}
        items={[
          { shape: 'bar', colour: COLOUR, text: t.chartVitalLegend },
          ...(data.some(({ fill }) => fill === 'pale')
            ? [{ shape: 'pale-bar' as const, colour: COLOUR, text: t.chartOrdinaryLegend }]
            : []),
          ...(folded > 1
            ? [
                {
                  shape: 'hatched-bar' as const,
                  colour: COLOUR,
                  text: t.chartOther(formatCount(folded, language)),
                },
              ]
            : []),
          { shape: 'dotted-line', colour: 'var(--text-2)', text: t.chartCumulativeLegend },
          { shape: 'dashes', colour: 'var(--text-3)', text: t.chartCutLegend },
        ]}
      />
    </>
  )
}
