/** How long the parts of each group lived, and whether they lived alike. */
import type { AxisUnit } from '../../charts/axisUnit'
import { ChartFrame } from '../../charts/ChartFrame'
import { GroupLifeChart } from '../../charts/GroupLifeChart'
import { MarkTable } from '../../charts/MarkTable'
import { formatCount, formatFigure, formatP } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { GroupLives, LivesOfGroup } from '../../metrics/compare/groupLives'
import type { NodeComparison } from '../../metrics/compare/nodeComparison'
import { FEW_FAILURES } from '../../metrics/lifeAnalysis'
import { REASONS } from '../../reliability/reasons'
import { joinedRows } from '../../metrics/rowGroups'
import { useText } from '../../ui/LanguageContext'
import type { CompareShown } from './CompareTab'
import { bounded, pAlone } from './groupCells'

/** Groups drawn over each other; more would not be told apart. */
export const DRAWN_GROUPS = 4

/** Below this groups of lives are called different. */
const DIFFERENT = 0.1

interface Props extends CompareShown {
  readonly lives: NonNullable<NodeComparison['lives']>
}

export function GroupLivesFrame({ lives, nameOf, measure, name, filter, onOpen }: Props) {
  const { t, language } = useText()
  const unit: AxisUnit =
    measure === 'days'
      ? { divisor: 1, axis: t.groupLifeDays, word: t.days }
      : { divisor: 1000, axis: t.groupLifeKm, word: t.thousandKm }
  const groups = 'reason' in lives ? [] : lives.groups.map((group) => ({ ...group, name: nameOf(group.word) }))
  const drawn = mostFailed(groups)
  const failed = groups.reduce((sum, group) => sum + group.failed, 0)
  const suspended = groups.reduce((sum, group) => sum + group.suspended, 0)
  const count = (value: number): string => formatCount(value, language)
  return (
    <ChartFrame
      title={`${name} — ${t.chartGroupLives}`}
      subtitle={`${t.groupLivesSubtitle(count(failed), count(suspended), unit.word)}${t.semicolon}${filter}`}
      notes={notesOn(groups, t, language)}
      help="compareLives"
      empty={
        'reason' in lives ? REASONS[lives.reason][language] : failed === 0 ? REASONS['no-failures'][language] : null
      }
      table={<LivesTable groups={groups} unit={unit} onOpen={onOpen} />}
    >
      {'reason' in lives ? null : <p className="chart-verdict">{verdictOf(lives, t, language)}</p>}
      <GroupLifeChart label={t.chartGroupLives} groups={drawn} unit={unit} onOpen={onOpen} />
      {drawn.length < groups.length ? <p className="chart-remark">{t.groupLivesDrawn(count(drawn.length))}</p> : null}
      {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figure-table group-table" role="region" aria-label={t.chartGroupLives} tabIndex={0}>
        <LivesTable groups={groups} unit={unit} onOpen={onOpen} />
      </div>
    </ChartFrame>
  )
}

type Named = LivesOfGroup & { readonly name: string }

/** In the order of the groups, those with most failures. */
function mostFailed(groups: readonly Named[]): readonly Named[] {
  const first = new Set(groups.toSorted((a, b) => b.failed - a.failed).slice(0, DRAWN_GROUPS))
  return groups.filter((group) => first.has(group))
}

function verdictOf({ test }: GroupLives, t: Messages, language: Language): string {
  if (test.status !== 'estimated') return REASONS[test.reason][language]
  const words = test.p < DIFFERENT ? t.groupLivesDiffer : t.groupLivesAlike
  const figures = t.groupLivesTest(
    formatFigure(test.chiSquare, language),
    String(test.degrees),
    formatP(test.p, language),
  )
  return `${words}${t.semicolon}${figures}`
}

function notesOn(groups: readonly Named[], t: Messages, language: Language): readonly string[] {
  const few = groups.filter(({ failed }) => failed > 0 && failed < FEW_FAILURES)
  const late = groups.reduce((sum, { leftTruncated }) => sum + leftTruncated, 0)
  return [
    ...(few.length === 0 ? [] : [t.groupLivesFew(few.map(({ name }) => name).join(' / '))]),
    ...(late === 0 ? [] : [t.groupLivesLate(formatCount(late, language))]),
  ]
}

interface TableProps extends Pick<CompareShown, 'onOpen'> {
  readonly groups: readonly Named[]
  readonly unit: AxisUnit
}

function LivesTable({ groups, unit, onOpen }: TableProps) {
  const { t, language } = useText()
  const figure = (value: number): string => formatFigure(value, language)
  const withBounds = (value: number, [lower, upper]: readonly [number, number], by = 1): string =>
    bounded(figure(value / by), figure(lower / by), figure(upper / by))
  return (
    <MarkTable
      caption={t.chartGroupLives}
      nameHead={t.compareGroup}
      countHead={t.groupLivesFailed}
      heads={[t.groupLivesExpected, t.groupLivesSuspended, t.groupLivesBeta, t.groupLivesB10(unit.word), t.groupLivesP]}
      onOpen={onOpen}
      rows={groups.map(({ word, name, steps, expected, suspended, law, p, adjustedP }) => ({
        key: word,
        name,
        rows: joinedRows(steps.map(({ rows }) => rows)),
        cells: [
          expected === null ? '—' : figure(expected),
          formatCount(suspended, language),
          law.status === 'fitted' ? withBounds(law.beta, law.betaBounds) : '—',
          law.status === 'fitted' ? withBounds(law.b10, law.b10Bounds, unit.divisor) : '—',
          p === null ? '—' : `${pAlone(p, language)}\n(${pAlone(adjustedP ?? 1, language)})`,
        ],
      }))}
    />
  )
}
