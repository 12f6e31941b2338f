/** Failures as they added up over what was run, beside the power law: on two logarithmic scales a straight line. */
import { useMemo } from 'react'
import { formatCount, formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { Growth } from '../metrics/growth'
import { useText } from '../ui/LanguageContext'
import type { AxisUnit } from './axisUnit'
import { ChartLegend, DASHES } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { linearAxis, logAxis } from './scales'
import { XyChart, type Place, type XyMark } from './XyChart'

interface Props {
  readonly label: string
  readonly growth: Growth
  /** In order; `row` where a failure of this program stands behind it. */
  readonly events: readonly { readonly exposure: number; readonly row?: number }[]
  readonly isLog: boolean
  /** Exposure in the unit of the axis, and its title. */
  readonly unit: AxisUnit
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly exposure: number
  readonly failures: number
}

const CURVE_POINTS = 80
const POINTS = 'var(--series-1)'
const LAW = 'var(--series-2)'

export function GrowthChart({ label, growth, events, isLog, unit, onOpen }: Props) {
  const { t, language } = useText()
  const place = (value: number): number => (isLog ? Math.log(value) : value)
  const marks = useMemo(
    () =>
      events.map(({ exposure, row }, at): Mark => ({
        exposure: exposure / unit.divisor,
        failures: at + 1,
        x: place(exposure / unit.divisor),
        y: place(at + 1),
        rows: new Uint32Array(row === undefined ? [] : [row]),
      })),
    // oxlint-disable-next-line react/exhaustive-deps
    [events, isLog, unit.divisor],
  )
  const first = marks[0]
  if (first === undefined) return null
  const end = growth.end / unit.divisor
  const figure = (value: number): string => formatFigure(value, language)
  const law = growth.law.status === 'estimated' ? growth.law.fit : null
  const isRefused = growth.fitTest.status === 'estimated' && growth.fitTest.isRefused
  const corners = [
    [place(isLog ? first.exposure : 0), place(isLog ? 1 : 0)] as const,
    ...marks.map(({ x, y }) => [x, y] as const),
    [place(end), place(events.length)] as const,
  ]
  return (
    <>
      <XyChart
        label={label}
        x={isLog ? logAxis(unit.axis, first.exposure, end, figure) : linearAxis(unit.axis, end, figure)}
        y={
          isLog
            ? logAxis(t.chartCumulativeAxis, 1, events.length, figure)
            : linearAxis(t.chartCumulativeAxis, events.length, figure, true)
        }
        bands={[]}
        lines={[
          { key: 'steps', places: corners, colour: POINTS, isStep: true, isFaint: true },
          ...(law === null
            ? []
            : [
                {
                  key: 'law',
                  places: expectedPlaces(
                    { from: isLog ? first.exposure / 1.25 : end / 1000, end, failures: events.length, beta: law.beta },
                    place,
                  ),
                  colour: LAW,
                  ...(isRefused ? { dashes: DASHES } : {}),
                },
              ]),
        ]}
        marks={marks}
        dotColour={POINTS}
        describe={(members) => describe(members, unit, t, language)}
        onOpen={onOpen}
      />
      <ChartLegend
        items={[
          { shape: 'steps', colour: POINTS, text: t.chartCumulativeSteps },
          ...(law === null
            ? []
            : [
                {
                  shape: isRefused ? ('dashes' as const) : ('line' as const),
                  colour: LAW,
                  text: t.growthLawLegend(figure(law.beta)),
                },
              ]),
        ]}
      />
    </>
  )
}

interface Expected {
  readonly from: number
  readonly end: number
  readonly failures: number
  readonly beta: number
}

/** The curve of the power law, close together at the start, where it bends. */
function expectedPlaces({ from, end, failures, beta }: Expected, place: (value: number) => number): readonly Place[] {
  return Array.from({ length: CURVE_POINTS + 1 }, (_, at) => {
    const exposure = from * (end / from) ** (at / CURVE_POINTS)
    return [place(exposure), place(failures * (exposure / end) ** beta)]
  })
}

function describe(members: readonly Mark[], unit: AxisUnit, t: Messages, language: Language) {
  const figure = (value: number): string => formatFigure(value, language)
  const [from, to] = [members[0], members.at(-1)]
  const at = figure(to?.exposure ?? 0)
  return {
    key: String(to?.failures),
    name: `${at} ${unit.word}`,
    label: t.growthMark(`${at} ${unit.word}`, formatCount(to?.failures ?? 0, language)),
    tip: [
      t.chartOfThese(formatCount(members.length, language)),
      ...(members.length > 1 ? [t.chartRange(figure(from?.exposure ?? 0), at)] : []),
    ],
  }
}
