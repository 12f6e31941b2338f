/** How failures of one train add up as it ages, group by group, and by how much one group stands above its reference. */
import { ChartFrame } from '../../charts/ChartFrame'
import { MarkTable } from '../../charts/MarkTable'
import type { AxisUnit } from '../../charts/axisUnit'
import { McfChart, type McfGroup } from '../../charts/McfChart'
import { McfDifferenceChart } from '../../charts/McfDifferenceChart'
import { formatCount, formatFigure } from '../../i18n/format'
import type { HistoryOfGroup } from '../../metrics/compare/groupHistories'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import type { CompareShown } from './CompareTab'
import { DRAWN_GROUPS } from './GroupLivesFrame'

interface Props extends CompareShown {
  readonly histories: readonly HistoryOfGroup[]
}

export function GroupMcfFrame({ histories, nameOf, measure, name, filter, onOpen, ...tab }: Props) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  const unit =
    measure === 'days'
      ? { divisor: 1, axis: t.mcfDaysAxis, word: t.days }
      : { divisor: 1000, axis: t.mcfKmAxis, word: t.thousandKm }
  const estimated = histories.flatMap(({ word, mcf }) =>
    mcf.status === 'estimated' ? [{ name: nameOf(word), mcf }] : [],
  )
  const first = new Set(estimated.toSorted((a, b) => b.mcf.events - a.mcf.events).slice(0, DRAWN_GROUPS))
  const drawn = estimated.filter((group) => first.has(group))
  const events = estimated.reduce((sum, { mcf }) => sum + mcf.events, 0)
  const units = estimated.reduce((sum, { mcf }) => sum + mcf.units, 0)
  return (
    <>
      <ChartFrame
        title={`${name} — ${t.chartGroupMcf}`}
        subtitle={`${t.mcfSubtitle(count(events), count(units), unit.word)}${t.semicolon}${filter}`}
        help="mcf"
        empty={drawn.length === 0 ? t.groupMcfNone : null}
        table={<McfTable estimated={estimated} unit={unit} onOpen={onOpen} />}
      >
        <McfChart label={t.chartGroupMcf} groups={drawn} axis={t.mcfAxis} unit={unit} onOpen={onOpen} />
        {drawn.length < estimated.length ? (
          <p className="chart-remark">{t.groupLivesDrawn(count(drawn.length))}</p>
        ) : null}
      </ChartFrame>
      <DifferenceFrame {...{ histories, nameOf, unit, name, filter, onOpen, ...tab }} measure={measure} />
    </>
  )
}

interface TableProps extends Pick<Props, 'onOpen'> {
  readonly estimated: readonly McfGroup[]
  readonly unit: AxisUnit
}

function McfTable({ estimated, unit, onOpen }: TableProps) {
  const { t, language } = useText()
  const figure = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  return (
    <MarkTable
      caption={t.chartGroupMcf}
      nameHead={`${t.compareGroup} · ${unit.axis}`}
      countHead={t.chartFailures}
      heads={[t.mcfMean, t.figureLower, t.figureUpper, t.mcfRisk]}
      onOpen={onOpen}
      rows={estimated.flatMap(({ name, mcf }) =>
        mcf.points.map(({ age, mean, lower, upper, atRisk, rows }) => ({
          key: `${name}|${age}`,
          name: `${name} · ${figure(age / unit.divisor)}`,
          rows,
          cells: [figure(mean), figure(lower), figure(upper), formatCount(atRisk, language)],
        })),
      )}
    />
  )
}

interface DifferenceProps extends Props {
  readonly unit: AxisUnit
}

function DifferenceFrame({
  histories,
  nameOf,
  unit,
  groups,
  reference,
  name,
  filter,
  onOpen,
  ...tab
}: DifferenceProps) {
  const { t, language } = useText()
  const { param, setParam } = tab
  const figure = (value: number): string => formatFigure(value, language)
  const choices = histories.filter(({ difference }) => difference.length > 0)
  const chosen =
    choices.find(({ word }) => word === param('diff')) ?? choices.toSorted((a, b) => countOf(b) - countOf(a))[0]
  const difference = (chosen?.difference ?? []).map((at) => ({ ...at, time: at.time / unit.divisor }))
  return (
    <ChartFrame
      title={`${name} — ${t.chartGroupMcfDifference}`}
      subtitle={
        chosen === undefined
          ? filter
          : `${t.groupMcfDifferenceWords(nameOf(chosen.word), reference)}${t.semicolon}${filter}`
      }
      help="mcf"
      empty={chosen === undefined ? REASONS['fewer-than-two-groups'][language] : null}
      controls={
        choices.length < 2 ? null : (
          <label className="row small">
            {t.groupMcfDifferenceOf}
            <select
              className="input compact-input"
              value={chosen?.word ?? ''}
              onChange={(event) => setParam('diff', event.target.value)}
            >
              {choices.map(({ word }) => (
                <option key={word} value={word}>
                  {nameOf(word)}
                </option>
              ))}
            </select>
          </label>
        )
      }
      table={
        <MarkTable
          caption={t.chartGroupMcfDifference}
          nameHead={unit.axis}
          countHead={t.chartFailures}
          heads={[t.chartMcfDifference, t.figureLower, t.figureUpper]}
          onOpen={onOpen}
          rows={difference.map(({ time, difference: by, bounds, rows }) => ({
            key: String(time),
            name: figure(time),
            rows,
            cells: [figure(by), bounds === null ? '—' : figure(bounds[0]), bounds === null ? '—' : figure(bounds[1])],
          }))}
        />
      }
    >
      <McfDifferenceChart
        label={t.chartGroupMcfDifference}
        difference={difference}
        unit={unit}
        axis={t.mcfAxis}
        onOpen={onOpen}
      />
      {groups.length > 2 ? <p className="chart-remark">{t.groupMcfDifferencePointwise}</p> : null}
    </ChartFrame>
  )
}

const countOf = ({ mcf }: HistoryOfGroup): number => (mcf.status === 'estimated' ? mcf.events : 0)
