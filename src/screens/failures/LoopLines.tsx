/** The lines of the loop panel: the states of the path, what forced it, and who the person at the screen is. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { Link } from 'wouter'
import type { Person } from '../../domain/person'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { cycleOf, type CaseFile } from '../../domain/workflow/caseFile'
import { forcedPath, type Path } from '../../domain/workflow/forcedPath'
import type { GateContext } from '../../domain/workflow/gates'
import { ROLES, type Role } from '../../domain/workflow/roles'
import { statesOnWay, type FailureState } from '../../domain/workflow/transitions'
import { useCodes } from '../../panels/useCodes'
import { useRoleChoice } from '../../panels/useRoleChoice'
import { visitedStates } from '../../store/visitedStates'
import { useText } from '../../ui/LanguageContext'

/** What lies before the report and after closing is not drawn. */
const NOT_SHOWN: ReadonlySet<FailureState> = new Set<FailureState>(['DRAFT', 'ARCHIVED'])

interface StagesProps {
  readonly failure: CaseFile['failure']
  readonly path: Path
}

/** A step that did not happen is not ticked, though it lies before the present one on the way. */
export function Stages({ failure, path }: StagesProps) {
  const { t } = useText()
  const { label } = useCodes()
  const visited = useLiveQuery(() => visitedStates(failure.id), [failure.id, failure.state])
  const isPast = (state: FailureState, place: number, at: number): boolean => place < at && visited?.has(state) === true
  const stages = statesOnWay(path).filter((state) => !NOT_SHOWN.has(state))
  const at = stages.findIndex((state) => state === failure.state)
  return (
    <ol className="loop-stages">
      {stages.map((state, place) => (
        <li
          key={state}
          aria-current={place === at ? 'step' : undefined}
          className={isPast(state, place, at) ? 'is-past' : place === at ? 'is-now' : ''}
          title={place < at && !isPast(state, place, at) ? t.stageSkipped : undefined}
        >
          <span aria-hidden>{isPast(state, place, at) ? '✓' : place === at ? '●' : place < at ? '–' : '○'}</span>
          {label('CL-STATE', state)}
          {place < at && !isPast(state, place, at) ? <span className="visually-hidden">{t.stageSkipped}</span> : null}
        </li>
      ))}
      {at >= 0 ? null : (
        <li className="is-now" aria-current="step">
          {label('CL-STATE', failure.state)}
        </li>
      )}
    </ol>
  )
}

interface PathProps {
  readonly file: CaseFile
  readonly path: Path
  readonly context: GateContext
}

export function PathLine({ file, path, context }: PathProps) {
  const { t, language } = useText()
  const { failure } = file
  const forced = forcedPath(file, context.escalation)
  const pathField = FIELDS_OF_TABLE.failures['path']
  const pathName = (value: string): string =>
    pathField?.choices?.find((choice) => choice.value === value)?.[language] ?? value
  return (
    <p className="small muted">
      {failure.path === undefined ? null : `${t.loopPath(pathName(path))} · `}
      {t.loopCycle(cycleOf(failure))}
      {forced.by.length === 0
        ? null
        : ` · ${t.loopForced(pathName(forced.path), forced.by.map(t.forcedName).join(t.listComma))}`}
    </p>
  )
}

interface RoleProps {
  readonly file: CaseFile
  readonly person: Person
  readonly path: Path
}

export function RoleLine({ file: { failure }, person, path }: RoleProps) {
  const { t } = useText()
  const { role, setRole } = useRoleChoice()
  const marked = new URLSearchParams({ at: failure.state ?? '', path, failure: failure.id })
  return (
    <div className="small muted loop-role">
      {t.loopYouAre(person.name === '' ? t.loopNoName : person.name)}
      <label>
        {t.loopChangeRole}{' '}
        <select className="input compact-input" value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((known) => (
            <option key={known} value={known}>
              {t.roleName(known)}
            </option>
          ))}
        </select>
      </label>
      <Link href="/settings#roles">{t.rolesTitle}</Link>
      <Link href={`/print/workflow?${marked.toString()}`}>{t.mapHere}</Link>
    </div>
  )
}
