/** By what groups are told apart, what they are set against, and where time is cut. */
import {
  GROUPS_OF_NODES,
  GROUPS_OF_PARTS,
  GROUPS_OF_TRAINS,
  type ComparedBy,
  type CompareQuestion,
} from '../../metrics/compare/compareQuestion'
import type { RecordedWords } from '../../metrics/compare/nodeComparison'
import { isKeyOf } from '../../domain/closedSet'
import { DayInput } from '../../panels/DayInput'
import { PeriodDates } from '../../panels/PeriodDates'
import { useText } from '../../ui/LanguageContext'
import { AgeMeasureChoice } from './AgeMeasureChoice'
import type { TabProps } from './GrowthTab'

interface Props extends Pick<TabProps, 'param' | 'setParam'> {
  readonly question: CompareQuestion
  readonly recorded: RecordedWords
  /** Groups to set others against. */
  readonly groups: readonly { readonly word: string; readonly name: string }[]
  /** The day “after” begins where none is chosen. */
  readonly middle: string
}

const BY_TIME: readonly ComparedBy[] = ['trainAge', 'season', 'date', 'periods']
const KINDS: readonly (readonly ['trains' | 'days' | 'parts' | 'nodes', readonly ComparedBy[]])[] = [
  ['trains', GROUPS_OF_TRAINS.filter((by) => !BY_TIME.includes(by))],
  ['days', BY_TIME],
  ['parts', GROUPS_OF_PARTS],
  ['nodes', GROUPS_OF_NODES],
]

export function CompareControls(props: Props) {
  const { t } = useText()
  const { question, middle, param, setParam } = props
  const { by, measure } = question
  return (
    <section className="card card-pad row small life-controls no-print" aria-label={t.tabCompare}>
      <GroupingChoice {...props} />
      <ReferenceChoice {...props} />
      {by === 'date' ? (
        <DayInput
          label={t.compareDate}
          value={param('at') === '' ? middle : param('at')}
          edge="first"
          onChange={(day) => setParam('at', day)}
        />
      ) : null}
      {by === 'periods' ? (
        <>
          <PeriodField name="p1" nth="1" param={param} setParam={setParam} />
          <PeriodField name="p2" nth="2" param={param} setParam={setParam} />
        </>
      ) : null}
      <AgeMeasureChoice measure={measure} setParam={setParam} />
    </section>
  )
}

/** By what; a grouping that nothing on record makes says so. */
function GroupingChoice({ question: { by }, recorded, setParam }: Props) {
  const { t } = useText()
  const named = (one: ComparedBy): string => {
    const name = t.comparedBy(one)
    const words = isKeyOf(recorded, one) ? recorded[one] : 2
    return words === 0 ? t.compareNotRecorded(name) : words === 1 ? t.compareOneWord(name) : name
  }
  return (
    <label className="row">
      {t.compareBy}
      <select
        className="input compact-input"
        value={by}
        onChange={(event) => {
          setParam('cmp', event.target.value)
          setParam('ref', '')
          setParam('diff', '')
        }}
      >
        {KINDS.map(([kind, members]) => (
          <optgroup key={kind} label={t.compareKind(kind)}>
            {members.map((one) => (
              <option key={one} value={one}>
                {named(one)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

function ReferenceChoice({ question, groups, setParam }: Props) {
  const { t } = useText()
  if (groups.length === 0) return null
  return (
    <label className="row">
      {t.compareReference}
      <select
        className="input compact-input"
        value={groups.some(({ word }) => word === question.reference) ? question.reference : ''}
        onChange={(event) => setParam('ref', event.target.value)}
      >
        <option value="">{t.compareOthers}</option>
        {groups.map(({ word, name }) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

interface PeriodProps extends Pick<TabProps, 'param' | 'setParam'> {
  readonly name: 'p1' | 'p2'
  readonly nth: string
}

function PeriodField({ name, nth, param, setParam }: PeriodProps) {
  const { t } = useText()
  const [from = '', to = ''] = param(name).split('~')
  const set = (period: { readonly from: string; readonly to: string }): void =>
    setParam(name, period.from === '' && period.to === '' ? '' : `${period.from}~${period.to}`)
  const label = t.comparePeriod(nth)
  return (
    <span className="row compare-period" role="group" aria-label={label}>
      {label}
      <PeriodDates from={from} to={to} onChange={set} />
    </span>
  )
}
