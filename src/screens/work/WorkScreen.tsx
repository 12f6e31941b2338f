/** What waits for the person at this device, what of it is late, what they wait for, and the board of everything open. */
import { oneOf } from '../../domain/closedSet'
import { usePerson } from '../../panels/usePerson'
import { Link, useSearchParams } from 'wouter'
import { awaitsSignOff, type OpenSignOff } from '../../domain/workflow/boardMeetings'
import type { TaskList } from '../../domain/workflow/openWork'
import { formatCount, formatMoment } from '../../i18n/format'
import { AlertList } from '../../panels/alerts/AlertList'
import { isAlertFor, useAlerts } from '../../panels/alerts/useAlerts'
import { useReopenProposals } from '../../panels/useReopenProposals'
import type { Proposal } from '../../store/recurrenceAfterAction'
import { useText } from '../../ui/LanguageContext'
import { ArchiveNote } from './ArchiveNote'
import { TaskTable } from './TaskTable'
import { WorkBoard } from './WorkBoard'
import { useOpenWork } from './useOpenWork'
import './work.css'

const VIEWS = ['workMine', 'workLate', 'workAwaited', 'workAlerts', 'backTab', 'workBoard'] as const
type View = (typeof VIEWS)[number]

export function WorkScreen() {
  const { t } = useText()
  const person = usePerson()
  const { name: actor, role } = person
  const [params, setParams] = useSearchParams()
  const work = useOpenWork(person)
  const proposals = useReopenProposals(null)
  const answer = useAlerts()
  const alerts = answer?.alerts.filter((alert) => isAlertFor(alert, person)) ?? []
  const view: View = oneOf(VIEWS, params.get('view')) ?? 'workMine'
  if (work === undefined)
    return (
      <div className="page" aria-busy="true">
        <h1>{t.work}</h1>
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  const lists: Readonly<Record<Exclude<View, 'workBoard' | 'backTab' | 'workAlerts'>, TaskList>> = {
    workMine: work.mine,
    workLate: work.late,
    workAwaited: work.awaited,
  }
  const signOffs: Readonly<Partial<Record<View, readonly OpenSignOff[]>>> = {
    workMine: work.signOffs.filter((open) => actor !== '' && open.person === actor),
    workAwaited: work.signOffs.filter((open) => awaitsSignOff(open, actor)),
  }
  const countIn = (name: Exclude<View, 'workBoard'>): number =>
    name === 'backTab'
      ? (proposals?.length ?? 0)
      : name === 'workAlerts'
        ? alerts.length
        : lists[name].count + (signOffs[name]?.length ?? 0)
  return (
    <div className="page">
      <header className="spread">
        <h1>{t.work}</h1>
        <span className="row">
          <Link className="button" href="/review">
            {t.reviewOpen}
          </Link>
          <span className="muted">
            {actor === '' ? t.loopNoName : actor} · {t.roleName(role)}
          </span>
        </span>
      </header>
      {actor === '' ? (
        <p className="note">
          <Link href="/settings">{t.workNoName}</Link>
        </p>
      ) : null}
      {work.unknownYears.length === 0 ? null : (
        <p className="small muted">
          <Link href="/settings#calendar">{t.workYearUnknown(work.unknownYears.join(t.listComma))}</Link>
        </p>
      )}
      <ArchiveNote person={person} />
      <TabList view={view} countIn={countIn} onChoose={(name) => setParams({ view: name }, { replace: true })} />
      <div role="tabpanel" id="work-panel" aria-labelledby={`work-${view}`}>
        {view === 'workBoard' ? (
          <WorkBoard work={work} person={person} />
        ) : view === 'workAlerts' ? (
          <AlertList alerts={alerts} none={t.alertsWorkNone} />
        ) : view === 'backTab' ? (
          <Proposals proposals={proposals ?? []} />
        ) : (
          <TaskTable
            calendar={work.rules.calendar}
            list={lists[view]}
            signOffs={signOffs[view] ?? []}
            none={
              view === 'workMine'
                ? t.workNothingMine(actor === '' ? t.loopNoName : actor, t.roleName(role))
                : t.workNothing
            }
          />
        )}
      </div>
    </div>
  )
}

interface TabProps {
  readonly view: View
  readonly countIn: (view: Exclude<View, 'workBoard'>) => number
  readonly onChoose: (view: View) => void
}

function TabList({ view, countIn, onChoose }: TabProps) {
  const { t, language } = useText()
  return (
    <div className="tabs" role="tablist">
      {VIEWS.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`work-${name}`}
          aria-selected={view === name}
          aria-controls="work-panel"
          className="tab"
          onClick={() => onChoose(name)}
        >
          {t[name]}
          {name === 'workBoard' ? '' : ` ${formatCount(countIn(name), language)}`}
        </button>
      ))}
    </div>
  )
}

/** Closed failures that came back, each a way to its evidence and the decision. */
function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const { t } = useText()
  if (proposals.length === 0) return <p className="muted work-none">{t.backNone}</p>
  return (
    <ul className="entry-list">
      {proposals.map(({ closed, action, later }) => (
        <li key={`${closed.id}-${action.id}`} className="card card-pad stack">
          <div className="spread">
            <Link className="mono" href={`/failures/${closed.id}`}>
              {closed.no ?? t.noNumber}
            </Link>
            <Link className="button" href={`/failures/${closed.id}`}>
              {t.backOpen}
            </Link>
          </div>
          <p>{closed.description}</p>
          <p className="muted">
            {t.backWhy(action.description ?? '', formatMoment(action.effectiveAt ?? action.doneAt ?? ''), later.length)}
          </p>
          <p className="small">
            {later
              .map(({ failure }) => `${failure.no ?? t.noNumber} ${formatMoment(failure.occurredAt ?? '')}`)
              .join(t.listComma)}
          </p>
        </li>
      ))}
    </ul>
  )
}
