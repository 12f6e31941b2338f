/** Share failed by age for several groups: steps with their band, and each group's Weibull law over them. */
import { formatCount, formatFigure, formatPercentile } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { LifeStep, LivesOfGroup } from '../metrics/compare/groupLives'
import { useText } from '../ui/LanguageContext'
import type { AxisUnit } from './axisUnit'
import { ChartLegend, DASHES } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { linearAxis } from './scales'
import { XyChart, type Place, type XyLine, type XyMark } from './XyChart'

interface Props {
  readonly label: string
  /** Without a law the steps stand alone. */
  readonly groups: readonly (Pick<LivesOfGroup, 'word' | 'longest' | 'steps'> & {
    readonly name: string
    readonly law: LivesOfGroup['law'] | null
  })[]
  readonly unit: AxisUnit
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly step: LifeStep
  readonly group: string
}

const COLOURS = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)', 'var(--series-5)']
const colourOf = (group: number): string => COLOURS[group % COLOURS.length] ?? ''
const CURVE = 60
/** Where fewer are at risk a step says little. */
const FEW_AT_RISK = 5

export function GroupLifeChart({ label, groups, unit, onOpen }: Props) {
  const { t, language } = useText()
  const share = (value: number): string => formatPercentile(value, language)
  const marks = groups
    .flatMap(({ name, steps }) =>
      steps.map((step): Mark => ({ step, group: name, x: step.age / unit.divisor, y: step.failed, rows: step.rows })),
    )
    .sort((a, b) => a.x - b.x)
  if (marks.length === 0) return null
  const longest = Math.max(...groups.map((group) => group.longest)) / unit.divisor
  const highest = Math.max(...marks.map(({ y }) => y), ...groups.map(({ steps }) => steps.at(-1)?.upper ?? 0))
  return (
    <>
      <XyChart
        label={label}
        x={linearAxis(unit.axis, longest, (value) => formatFigure(value, language))}
        y={linearAxis(t.groupLivesAxis, Math.min(1, highest), share)}
        bands={groups.map(({ name, steps }, at) => ({
          key: name,
          colour: colourOf(at),
          isStep: true,
          places: steps.flatMap(({ age, lower, upper }) =>
            lower === null || upper === null ? [] : [[age / unit.divisor, lower, upper] as const],
          ),
        }))}
        lines={groups.flatMap((group, at) => linesOf(group, colourOf(at), unit))}
        marks={marks}
        dotColour="var(--text-3)"
        describe={(members) => describe(members, unit, { t, language })}
        onOpen={onOpen}
      />
      <LifeLegend groups={groups} />
    </>
  )
}

function LifeLegend({ groups }: Pick<Props, 'groups'>) {
  const { t } = useText()
  const isFaint = groups.some(({ steps }) => steps.some(({ atRisk }) => atRisk < FEW_AT_RISK))
  return (
    <ChartLegend
      items={groups.flatMap(({ name, law }, at) => [
        { shape: 'steps' as const, colour: colourOf(at), text: name },
        ...(law?.status === 'fitted'
          ? [{ shape: 'dashes' as const, colour: colourOf(at), text: `${t.groupLivesLaw} ${name}` }]
          : []),
      ])}
      remarks={isFaint ? [t.groupLivesFaint(String(FEW_AT_RISK))] : []}
    />
  )
}

interface In {
  readonly t: Messages
  readonly language: Language
}

function describe(members: readonly Mark[], unit: AxisUnit, { t, language }: In) {
  const last = members.at(-1)
  const share = (value: number): string => formatPercentile(value, language)
  const age = `${formatFigure(last?.x ?? 0, language)} ${unit.word}`
  const count = members.reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    key: `${last?.group}|${last?.x}`,
    name: age,
    label: t.groupLivesMark(last?.group ?? '', age, share(last?.y ?? 0)),
    tip: [
      t.chartOfThese(formatCount(count, language)),
      t.mcfAtRisk(formatCount(last?.step.atRisk ?? 0, language)),
      ...(last?.step.lower == null || last.step.upper === null
        ? []
        : [t.boundsOf(share(last.step.lower), share(last.step.upper))]),
    ],
  }
}

function linesOf({ name, steps, law, longest }: Props['groups'][number], colour: string, { divisor }: AxisUnit) {
  const places = (of: readonly LifeStep[]): readonly Place[] => of.map(({ age, failed }) => [age / divisor, failed])
  const few = steps.findIndex(({ atRisk }) => atRisk < FEW_AT_RISK)
  const cut = few < 0 ? steps.length : few
  const last = steps.at(-1)
  const lines: XyLine[] = [
    {
      key: `${name}|many`,
      colour,
      isStep: true,
      places: [
        [0, 0],
        ...places(steps.slice(0, cut)),
        ...(cut === steps.length && last !== undefined ? [[longest / divisor, last.failed] as const] : []),
      ],
    },
  ]
  if (cut < steps.length)
    lines.push({
      key: `${name}|few`,
      colour,
      isStep: true,
      isFaint: true,
      places: places(steps.slice(Math.max(0, cut - 1))),
    })
  if (law?.status === 'fitted')
    lines.push({
      key: `${name}|law`,
      colour,
      dashes: DASHES,
      places: Array.from({ length: CURVE + 1 }, (_, at) => {
        const age = (longest * at) / CURVE
        return [age / divisor, -Math.expm1(-((age / law.eta) ** law.beta))] as const
      }),
    })
  return lines
}
