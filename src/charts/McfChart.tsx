/** Mean failures per unit by age, with its band; where few are under watch it is drawn faint. Up to four groups. */
import { formatCount, formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { McfPoint, MeanCumulative } from '../metrics/meanCumulative'
import { useText } from '../ui/LanguageContext'
import type { AxisUnit } from './axisUnit'
import { ChartLegend } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { linearAxis } from './scales'
import { XyChart, type XyLine, type XyMark } from './XyChart'

export interface McfGroup {
  readonly name: string
  readonly mcf: MeanCumulative
}

interface Props {
  readonly label: string
  readonly groups: readonly McfGroup[]
  /** What the height counts: failures per train, per unit. */
  readonly axis: string
  readonly unit: AxisUnit
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly point: McfPoint
  readonly group: string
}

/** With fewer under watch a step says little. */
const FEW_AT_RISK = 5
const COLOURS = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)']
const colourOf = (group: number): string => COLOURS[group % COLOURS.length] ?? ''

export function McfChart({ label, groups, axis, unit, onOpen }: Props) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const marks = marksOf(groups, unit)
  if (marks.length === 0) return null
  const longest = Math.max(...groups.map(({ mcf }) => mcf.longest)) / unit.divisor
  const highest = Math.max(
    ...marks.map(({ point }) =>
      Math.min(point.upper ?? point.mean, 3 * Math.max(point.mean, ...marks.map(({ y }) => y))),
    ),
  )
  return (
    <>
      <XyChart
        label={label}
        x={linearAxis(unit.axis, longest, figure)}
        y={linearAxis(axis, highest, figure)}
        bands={groups.map(({ name, mcf }, at) => ({
          key: name,
          colour: colourOf(at),
          isStep: true,
          places: mcf.points.flatMap(({ age, lower, upper }) =>
            lower === null || upper === null ? [] : [[age / unit.divisor, lower, upper] as const],
          ),
        }))}
        lines={groups.flatMap((group, at) => linesOf(group, colourOf(at), unit))}
        marks={marks}
        dotColour={groups.length === 1 ? colourOf(0) : 'var(--text-3)'}
        describe={(members) => describe(members, groups.length > 1, unit, { t, language })}
        onOpen={onOpen}
      />
      <McfLegend groups={groups} />
    </>
  )
}

function McfLegend({ groups }: Pick<Props, 'groups'>) {
  const { t } = useText()
  const isFaint = groups.some(({ mcf }) => mcf.points.some(({ atRisk }) => atRisk < FEW_AT_RISK))
  return (
    <ChartLegend
      items={groups.flatMap(({ name }, at) => [
        { shape: 'steps' as const, colour: colourOf(at), text: groups.length === 1 ? t.mcfLegend : name },
        { shape: 'pale-bar' as const, colour: colourOf(at), text: t.lifeBandLegend },
      ])}
      remarks={isFaint ? [t.mcfFaint(String(FEW_AT_RISK))] : []}
    />
  )
}

/** The steps of every group, by age. */
function marksOf(groups: readonly McfGroup[], { divisor }: AxisUnit): readonly Mark[] {
  return groups
    .flatMap(({ name, mcf }) =>
      mcf.points.map((point): Mark => ({
        point,
        group: name,
        x: point.age / divisor,
        y: point.mean,
        rows: point.rows,
      })),
    )
    .sort((a, b) => a.x - b.x)
}

/** The steps of a group, and faintly those after which few are under watch. */
function linesOf({ name, mcf }: McfGroup, colour: string, { divisor }: AxisUnit): readonly XyLine[] {
  const places = (points: readonly McfPoint[]) => points.map(({ age, mean }) => [age / divisor, mean] as const)
  const few = mcf.points.findIndex(({ atRisk }) => atRisk < FEW_AT_RISK)
  const cut = few < 0 ? mcf.points.length : few
  const start = mcf.points[0] === undefined ? [] : [[0, 0] as const]
  const end = mcf.points.at(-1)
  return [
    {
      key: `${name}|many`,
      colour,
      isStep: true,
      places: [
        ...start,
        ...places(mcf.points.slice(0, cut)),
        ...(cut === mcf.points.length && end !== undefined ? [[mcf.longest / divisor, end.mean] as const] : []),
      ],
    },
    ...(cut < mcf.points.length
      ? [
          {
            key: `${name}|few`,
            colour,
            isStep: true,
            isFaint: true,
            places: places(mcf.points.slice(Math.max(0, cut - 1))),
          },
        ]
      : []),
  ]
}

interface In {
  readonly t: Messages
  readonly language: Language
}

function describe(members: readonly Mark[], isGrouped: boolean, unit: AxisUnit, { t, language }: In) {
  const figure = (value: number): string => formatFigure(value, language)
  const last = members.at(-1)
  const age = `${figure(last?.x ?? 0)} ${unit.word}`
  return {
    key: `${last?.group}|${last?.x}`,
    name: age,
    label: t.mcfMark(isGrouped ? `${last?.group} ${age}` : age, figure(last?.y ?? 0)),
    tip: [
      t.chartOfThese(
        formatCount(
          members.reduce((sum, { point }) => sum + point.events, 0),
          language,
        ),
      ),
      t.mcfAtRisk(formatCount(last?.point.atRisk ?? 0, language)),
      ...(last?.point.lower == null || last.point.upper === null
        ? []
        : [t.boundsOf(figure(last.point.lower), figure(last.point.upper))]),
    ],
  }
}
