/** Share of repairs done by each time, and the lognormal law through them; each point opens its failure. */
import { formatCount, formatFigure, formatPercentile } from '../i18n/format'
import type { OneRepair } from '../metrics/repairHours'
import type { RepairTimes } from '../reliability/repairTimes'
import { normalCdf } from '../reliability/special/normalCdf'
import { useText } from '../ui/LanguageContext'
import { ChartLegend } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { linearAxis, logAxis } from './scales'
import { XyChart, type XyMark } from './XyChart'

interface Props {
  readonly label: string
  /** By hours. */
  readonly repairs: readonly OneRepair[]
  readonly times: RepairTimes
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly hours: number
  readonly share: number
}

const PERCENT = 100
const STEPS = 80
const COLOUR = 'var(--series-1)'

export function RepairTimesChart({ label, repairs, times, onOpen }: Props) {
  const { t, language } = useText()
  const [least, most] = [repairs[0]?.hours ?? 1, Math.max(repairs.at(-1)?.hours ?? 1, times.m95)]
  const marks = repairs.map(({ hours, row }, at): Mark => {
    const share = (at + 0.5) / repairs.length
    return { hours, share, x: Math.log(hours), y: share * PERCENT, rows: Uint32Array.of(row) }
  })
  const figure = (value: number): string => formatFigure(value, language)
  const x = logAxis(t.repairHoursAxis, least, most, figure)
  return (
    <>
      <XyChart
        label={label}
        x={x}
        y={linearAxis(t.repairShareAxis, PERCENT, figure)}
        bands={[]}
        lines={[
          {
            key: 'law',
            colour: COLOUR,
            places: Array.from({ length: STEPS + 1 }, (_, at) => {
              const log = x.from + ((x.to - x.from) * at) / STEPS
              return [log, PERCENT * normalCdf((log - times.mu) / times.sigma)] as const
            }),
          },
        ]}
        marks={marks}
        dotColour="var(--text-2)"
        describe={(members) => {
          const last = members.at(-1)
          const hours = `${figure(last?.hours ?? 0)} ${t.unitH}`
          return {
            key: `${last?.rows[0]}`,
            name: hours,
            label: t.repairMark(hours, formatPercentile(last?.share ?? 0, language)),
            tip: [t.chartOfThese(formatCount(members.length, language))],
          }
        }}
        onOpen={onOpen}
      />
      <ChartLegend
        items={[
          { shape: 'dot', colour: 'var(--text-2)', text: t.repairPoints },
          { shape: 'line', colour: COLOUR, text: t.repairLaw },
        ]}
      />
    </>
  )
}
