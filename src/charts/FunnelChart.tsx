/** Rates of groups over what each ran, with the limits of chance around their mean: few kilometres, wide limits. */
import { formatCount, formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { ComparedGroup } from '../metrics/compare/groupRates'
import type { Funnel } from '../metrics/compare/nodeComparison'
import { inMillions, perMillion } from '../reliability/perMillion'
import { useText } from '../ui/LanguageContext'
import { ChartLegend, DASH_DOTS, DASHES } from './ChartLegend'
import type { OnOpen } from './openedMark'
import { linearAxis } from './scales'
import { XyChart, type Place, type XyLine, type XyMark } from './XyChart'

interface Props {
  readonly label: string
  readonly groups: readonly (ComparedGroup & { readonly name: string; readonly isDifferent: boolean })[]
  readonly funnel: Funnel
  readonly mean: number
  readonly onOpen: OnOpen
}

interface Mark extends XyMark {
  readonly of: Props['groups'][number]
}

const LIMIT = 'var(--text-2)'
const MARK = 'var(--series-1)'
const SIGNAL = 'var(--alarm)'
/** A limit far above all rates would press them to the floor. */
const MOST_ABOVE = 1.6

export function FunnelChart({ label, groups, funnel, mean, onOpen }: Props) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const marks = groups
    .map((of): Mark => ({
      of,
      x: inMillions(of.exposureKm),
      y: perMillion(of.rows.length / of.exposureKm),
      rows: of.rows,
    }))
    .sort((a, b) => a.x - b.x)
  const longest = Math.max(...marks.map(({ x }) => x), ...funnel.outer.map(({ exposure }) => inMillions(exposure)))
  const highest = Math.max(perMillion(mean), ...marks.map(({ y }) => y))
  const top = Math.min(highest * MOST_ABOVE, Math.max(highest, ...funnel.outer.map(({ upper }) => perMillion(upper))))
  return (
    <>
      <XyChart
        label={label}
        x={linearAxis(t.funnelAxis, longest, figure)}
        y={linearAxis(t.funnelRateAxis, top, figure)}
        bands={[]}
        lines={[...limitLines(funnel, mean, longest), ...shrunkLines(marks, longest)]}
        marks={marks}
        dotColour={MARK}
        symbolOf={({ of }) => (of.isDifferent ? { shape: 'diamond', colour: SIGNAL } : { shape: 'dot', colour: MARK })}
        describe={(members) => describe(members, { t, language })}
        onOpen={onOpen}
      />
      <FunnelLegend groups={groups} mean={mean} />
    </>
  )
}

function FunnelLegend({ groups, mean }: Pick<Props, 'groups' | 'mean'>) {
  const { t, language } = useText()
  return (
    <ChartLegend
      items={[
        { shape: 'dot', colour: MARK, text: t.funnelInside },
        ...(groups.some(({ isDifferent }) => isDifferent)
          ? [{ shape: 'diamond' as const, colour: SIGNAL, text: t.funnelOutside }]
          : []),
        { shape: 'line', colour: LIMIT, text: t.compareMeanLegend(formatFigure(perMillion(mean), language)) },
        { shape: 'dashes', colour: LIMIT, text: t.funnelInner },
        { shape: 'dash-dots', colour: LIMIT, text: t.funnelOuter },
        { shape: 'steps', colour: 'var(--text-3)', text: t.funnelShrunk },
      ]}
    />
  )
}

interface In {
  readonly t: Messages
  readonly language: Language
}

function describe(members: readonly Mark[], { t, language }: In) {
  const figure = (value: number): string => formatFigure(value, language)
  const [first] = members
  const names = members.map(({ of }) => of.name).join(' / ')
  const name = members.length === 1 ? names : `${t.funnelMany(formatCount(members.length, language))} ${names}`
  const count = formatCount(
    members.reduce((sum, { rows }) => sum + rows.length, 0),
    language,
  )
  return {
    key: String(first?.of.word),
    name,
    label: t.compareRateMark(name, count, members.map(({ y }) => figure(y)).join(' / ')),
    tip: [
      t.chartOfThese(count),
      ...members.map(({ of }) => `${t.funnelShrunk} ${figure(perMillion(of.shrunk.rate))}`),
      ...members.flatMap(({ of }) => (of.isDifferent ? [t.funnelOutside] : [])),
    ],
  }
}

function limitLines({ inner, outer }: Funnel, mean: number, longest: number): readonly XyLine[] {
  const curve = (limits: Funnel['inner'], side: 'lower' | 'upper'): readonly Place[] =>
    limits.map((limit) => [inMillions(limit.exposure), perMillion(limit[side])])
  return [
    {
      key: 'mean',
      colour: LIMIT,
      places: [
        [0, perMillion(mean)],
        [longest, perMillion(mean)],
      ],
    },
    ...(['lower', 'upper'] as const).flatMap((side): readonly XyLine[] => [
      { key: `inner ${side}`, colour: LIMIT, dashes: DASHES, places: curve(inner, side) },
      { key: `outer ${side}`, colour: LIMIT, dashes: DASH_DOTS, places: curve(outer, side) },
    ]),
  ]
}

/** From each mark to what is left of its rate beside the others, with a short bar there. */
const shrunkLines = (marks: readonly Mark[], longest: number): readonly XyLine[] =>
  marks.flatMap(({ of, x, y }): readonly XyLine[] => {
    const shrunk = perMillion(of.shrunk.rate)
    const half = longest / 90
    return [
      {
        key: `${of.word} way`,
        colour: 'var(--text-3)',
        places: [
          [x, y],
          [x, shrunk],
        ],
        isFaint: true,
      },
      {
        key: `${of.word} shrunk`,
        colour: 'var(--text-3)',
        places: [
          [x - half, shrunk],
          [x + half, shrunk],
        ],
      },
    ]
  })
