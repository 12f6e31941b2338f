/** Everything open by state, most urgent first; ticked failures are given to a person together. */
import { useCommand, useSayDone } from '../../panels/useCommand'
import { useState } from 'react'
import { Link } from 'wouter'
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { Person } from '../../domain/person'
import { MOST_CARDS, type OpenTask, type TaskList } from '../../domain/workflow/openWork'
import { permits } from '../../domain/workflow/permits'
import type { LimitedState } from '../../domain/workflow/timeLimits'
import { formatCount } from '../../i18n/format'
import { filtersAsText } from '../../metrics/filterText'
import { SeverityTag } from '../../panels/StateTags'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { assignOwner } from '../../store/failures'
import { useText } from '../../ui/LanguageContext'
import { TimeLeft } from './TimeLeft'
import type { WaitingWork } from './useOpenWork'

const COLUMNS: readonly LimitedState[] = [
  'SUBMITTED',
  'RETURNED',
  'HANDLING',
  'ANALYSIS',
  'ACTION',
  'VERIFY',
  'CLOSE_REVIEW',
]

const NONE: TaskList = { count: 0, first: [] }

export function WorkBoard({ work, person }: { readonly work: WaitingWork; readonly person: Person }) {
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setChosen((before) => new Set(isChosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  return (
    <div className="stack">
      <AssignBar owners={work.owners} chosen={chosen} person={person} onAssigned={() => setChosen(new Set())} />
      <div className="work-board">
        {COLUMNS.map((state) => {
          const tasks = work.board[state] ?? NONE
          return tasks.count === 0 && state === 'RETURNED' ? null : (
            <Column
              key={state}
              state={state}
              tasks={tasks}
              calendar={work.rules.calendar}
              names={names ?? {}}
              chosen={chosen}
              onChoose={choose}
            />
          )
        })}
      </div>
    </div>
  )
}

interface AssignProps {
  readonly owners: readonly string[]
  readonly chosen: ReadonlySet<string>
  readonly person: Person
  readonly onAssigned: () => void
}

/** Gives the ticked failures to a person. */
function AssignBar({ owners, chosen, person, onAssigned }: AssignProps) {
  const { t } = useText()
  const sayDone = useSayDone()
  const { isPending, run } = useCommand()
  const [owner, setOwner] = useState('')
  const against = permits('assign-owner', person)[0]
  const refusal =
    against !== undefined
      ? t.commandRefusal(against)
      : chosen.size === 0
        ? t.boardNothingChosen
        : owner.trim() === ''
          ? t.boardNameNeeded
          : isPending
            ? t.commandPending
            : undefined
  const assign = async (): Promise<void> => {
    const end = await run(() => assignOwner([...chosen], owner.trim(), person))
    if (end.ended !== 'done') return
    const change = end.value
    sayDone(change === null ? t.editNothing : t.boardAssigned(change.edits.length, owner.trim()), change)
    onAssigned()
  }
  return (
    <div className="row">
      <label className="row">
        {t.boardAssign}{' '}
        <input
          className="input work-owner"
          list="work-owners"
          value={owner}
          onChange={(event) => setOwner(event.target.value)}
        />
      </label>
      <datalist id="work-owners">
        {owners.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button
        type="button"
        className="button primary"
        disabled={refusal !== undefined}
        title={refusal}
        onClick={() => void assign()}
      >
        {t.boardAssignDo(chosen.size)}
      </button>
      {refusal === undefined ? null : <span className="small muted">{refusal}</span>}
    </div>
  )
}

interface ColumnProps {
  readonly state: LimitedState
  readonly tasks: TaskList
  readonly calendar: WorkingCalendar
  readonly names: Readonly<Record<string, string>>
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void
}

/** What is open in one state. */
function Column({ state, tasks: { count, first }, calendar, names, chosen, onChoose }: ColumnProps) {
  const { t, language } = useText()
  const { label } = useCodes()
  const ids = first.map(({ task }) => task.failureId)
  const inState = filtersAsText([{ field: 'state', op: 'is', values: [state] }])
  return (
    <section className="work-column" aria-label={label('CL-STATE', state)}>
      <header className="row">
        <input
          type="checkbox"
          aria-label={t.boardSelectAll(label('CL-STATE', state))}
          disabled={ids.length === 0}
          checked={ids.length > 0 && ids.every((id) => chosen.has(id))}
          onChange={(event) => onChoose(ids, event.target.checked)}
        />
        <h2>{label('CL-STATE', state)}</h2>
        <span className="number">{formatCount(count, language)}</span>
      </header>
      <ul>
        {first.map((entry) => (
          <Card
            key={entry.task.failureId}
            calendar={calendar}
            entry={entry}
            names={names}
            isChosen={chosen.has(entry.task.failureId)}
            onChoose={(isChosen) => onChoose([entry.task.failureId], isChosen)}
          />
        ))}
      </ul>
      {count > MOST_CARDS ? (
        <Link className="small" href={`/failures?${new URLSearchParams([['f', inState]]).toString()}`}>
          {t.boardMore(formatCount(count - MOST_CARDS, language))}
        </Link>
      ) : null}
    </section>
  )
}

function Card({
  entry: {
    task,
    file: { failure },
  },
  calendar,
  names,
  isChosen,
  onChoose,
}: {
  readonly entry: OpenTask
  readonly calendar: WorkingCalendar
  readonly names: Readonly<Record<string, string>>
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}) {
  const { t } = useText()
  const no = failure.no ?? t.noNumber
  return (
    <li className="card work-card">
      <div className="row">
        <input
          type="checkbox"
          aria-label={t.boardSelect(no)}
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <Link className="mono" href={`/failures/${failure.id}`}>
          {no}
        </Link>
        <SeverityTag code={failure.severity} />
      </div>
      <p className="small muted">
        {[
          names[failure.trainId ?? ''] ?? failure.trainText ?? '',
          names[failure.bomNodeId ?? ''] ?? failure.nodeText ?? '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <p className="work-about">{failure.title ?? failure.description}</p>
      <p className="small">
        {failure.owner ?? <span className="muted">{t.boardUnassigned}</span>} ·{' '}
        {task.kind === 'resume' ? (
          t.workPaused
        ) : task.clock === null ? (
          <span className="muted">{t.workNoLimit}</span>
        ) : (
          <TimeLeft task={task} calendar={calendar} />
        )}
      </p>
    </li>
  )
}
