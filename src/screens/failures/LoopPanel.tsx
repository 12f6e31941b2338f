/** Where a failure stands on its way to closing, every step that leads on, and each missing item as a way to put it right. */
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { momentOf } from '../../domain/calendar/workingCalendar'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { cycleOf, type CaseFile } from '../../domain/workflow/caseFile'
import type { Person } from '../../domain/person'
import { decisionsFor, isWaivable, waiversOf, type Decision } from '../../domain/workflow/decide'
import { forcedPath, pathOf } from '../../domain/workflow/forcedPath'
import type { GateContext } from '../../domain/workflow/gates'
import { missingKey, type Missing } from '../../domain/workflow/missing'
import { ROLES, type Role } from '../../domain/workflow/roles'
import { clockOf, pausesOf } from '../../domain/workflow/timeLimits'
import { leadsOn, statesOnWay, type FailureState } from '../../domain/workflow/transitions'
import { formatMoment } from '../../i18n/format'
import { LateBy } from '../../panels/LateBy'
import { ProvisionalMark } from '../../panels/ProvisionalMark'
import { passedInWords, workedInWords } from '../../panels/timeInWords'
import { useCodes } from '../../panels/useCodes'
import { useWorkRules } from '../../panels/useWorkRules'
import { useRole } from '../../panels/useRole'
import { useText } from '../../ui/LanguageContext'
import type { EditTarget } from '../../panels/editTarget'
import { StepDialog } from './StepDialog'
import { WaiverDialog } from './WaiverDialog'
import './loopPanel.css'

/** What lies before the report and after closing is not drawn. */
const NOT_SHOWN: ReadonlySet<FailureState> = new Set<FailureState>(['DRAFT', 'ARCHIVED'])

interface Props {
  readonly file: CaseFile
  readonly person: Person
  readonly context: GateContext
  readonly onEdit: (target: EditTarget) => void
}

export function LoopPanel({ file, person, context, onEdit }: Props) {
  const { t, language } = useText()
  const { label } = useCodes()
  const { role, setRole } = useRole()
  const [step, setStep] = useState<Decision | null>(null)
  const [waiving, setWaiving] = useState<Missing | null>(null)
  const { failure } = file
  const path = pathOf(file)
  const stages = statesOnWay(path).filter((state) => !NOT_SHOWN.has(state))
  const at = stages.findIndex((state) => state === failure.state)
  const forced = forcedPath(file, context.escalation)
  const pathField = FIELDS_OF_TABLE.failures['path']
  const pathName = (value: string): string =>
    pathField?.choices?.find((choice) => choice.value === value)?.[language] ?? value
  const decisions = decisionsFor(file, person, context)
  const onward = decisions.filter(({ transition }) => leadsOn(transition.name))
  const aside = decisions.filter(({ transition }) => !leadsOn(transition.name))
  const waivers = waiversOf(file)

  return (
    <section className="card card-pad stack loop" aria-label={t.loopTitle}>
      <ol className="loop-stages">
        {stages.map((state, place) => (
          <li
            key={state}
            aria-current={place === at ? 'step' : undefined}
            className={place < at ? 'is-past' : place === at ? 'is-now' : ''}
          >
            <span aria-hidden>{place < at ? '✓' : place === at ? '●' : '○'}</span>
            {label('CL-STATE', state)}
          </li>
        ))}
        {at >= 0 ? null : (
          <li className="is-now" aria-current="step">
            {label('CL-STATE', failure.state)}
          </li>
        )}
      </ol>
      <p className="small muted">
        {failure.path === undefined ? null : `${t.loopPath(pathName(path))} · `}
        {t.loopCycle(cycleOf(failure))}
        {forced.by.length === 0
          ? null
          : ` · ${t.loopForced(pathName(forced.path), forced.by.map(t.forcedName).join(t.listComma))}`}
      </p>
      <StateClock failure={failure} now={context.now} />
      {failure.sentBackWhy === undefined ? null : <p className="note warn">{t.loopSentBack(failure.sentBackWhy)}</p>}
      {failure.reopenCode === undefined ? null : (
        <p className="note">{t.loopReopened(label('CL-REOPEN', failure.reopenCode), failure.reopenWhy ?? '')}</p>
      )}
      {failure.suspendedAt === undefined ? null : (
        <p className="note warn">
          {t.loopSuspended(
            formatMoment(failure.suspendedAt),
            failure.suspendedWhy ?? '',
            formatMoment(failure.resumeOn ?? ''),
          )}
        </p>
      )}
      {waivers.length === 0 ? null : (
        <div className="note">
          <strong>{t.loopWaivers}</strong>
          <ul>
            {waivers.map((waiver) => (
              <li key={waiver.item}>
                {t.loopWaiver(waiverName(waiver.item, t), waiver.by, formatMoment(waiver.at), waiver.why)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {decisions.length === 0 ? <p className="muted">{t.loopNothing}</p> : null}
      {onward.map((decision) => (
        <NextStep
          key={decision.transition.name}
          decision={decision}
          file={file}
          person={person}
          onTake={() => setStep(decision)}
          onEdit={onEdit}
          onWaive={setWaiving}
        />
      ))}
      {aside.length === 0 ? null : (
        <div className="row loop-aside">
          {aside.map((decision) => {
            const refusal = refusalWords(decision, t)
            return (
              <button
                key={decision.transition.name}
                type="button"
                className="button quiet"
                disabled={refusal !== null}
                title={refusal ?? undefined}
                onClick={() => setStep(decision)}
              >
                {t.stepName(decision.transition.name)}
              </button>
            )
          })}
        </div>
      )}
      <div className="small muted loop-role">
        {t.loopYouAre(person.name === '' ? t.loopNoName : person.name)}
        <label>
          {t.loopChangeRole}{' '}
          <select
            className="input compact-input"
            value={role}
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {ROLES.map((known) => (
              <option key={known} value={known}>
                {t.roleName(known)}
              </option>
            ))}
          </select>
        </label>
        <Link href="/settings#roles">{t.rolesTitle}</Link>
        <Link
          href={`/print/workflow?${new URLSearchParams({ at: failure.state ?? '', path, failure: failure.id }).toString()}`}
        >
          {t.mapHere}
        </Link>
      </div>
      {step === null ? null : (
        <StepDialog
          file={file}
          name={step.transition.name}
          person={person}
          context={context}
          onClose={() => setStep(null)}
        />
      )}
      {waiving === null ? null : (
        <WaiverDialog
          file={file}
          missing={waiving}
          person={person}
          now={context.now}
          onClose={() => setWaiving(null)}
        />
      )}
    </section>
  )
}

/** How long it has been in this state, when that ends, and the pauses taken off. */
function StateClock({ failure, now }: { readonly failure: CaseFile['failure']; readonly now: string }) {
  const { t, language } = useText()
  const rules = useWorkRules()
  const clock = rules === undefined ? null : clockOf(failure, now, rules.calendar, rules.limits)
  if (rules === undefined || clock === null) return null
  const { due, leftMinutes, totalMinutes, netMinutes, isPaused } = clock
  const pauses = pausesOf(failure)
  return (
    <p className="small muted">
      {t.clockTitle}
      {t.colon}
      {t.workTotalNet(
        passedInWords(totalMinutes, t, language),
        workedInWords(netMinutes, clock, rules.calendar, t, language),
      )}
      {` · ${t.workDue} ${formatMoment(momentOf(due))} · `}
      {leftMinutes < 0 ? (
        <LateBy className="loop-late" words={workedInWords(leftMinutes, clock, rules.calendar, t, language)} />
      ) : (
        t.workTimeLeft(workedInWords(leftMinutes, clock, rules.calendar, t, language))
      )}
      <ProvisionalMark years={clock.provisionalYears} />
      {isPaused ? ` · ${t.workPaused}` : ''}
      {pauses.length === 0 ? null : (
        <span
          title={pauses.map(({ from, to, why }) => t.clockPause(formatMoment(from), formatMoment(to), why)).join('\n')}
        >
          {' '}
          · {t.clockPauses(pauses.length)}
        </span>
      )}
    </p>
  )
}

type Words = ReturnType<typeof useText>['t']

/** Why a step is not open to this person; null when it is. */
function refusalWords({ refusals, transition }: Decision, t: Words): string | null {
  if (refusals.length === 0) return null
  return refusals
    .map((refusal) =>
      refusal === 'role' ? t.loopRoles(transition.roles.map(t.roleName).join(t.listComma)) : t.refusalName(refusal),
    )
    .join(t.semicolon)
}

interface NextStepProps {
  readonly decision: Decision
  readonly file: CaseFile
  readonly person: Person
  readonly onTake: () => void
  readonly onEdit: (target: EditTarget) => void
  readonly onWaive: (missing: Missing) => void
}

function NextStep({ decision, file, person, onTake, onEdit, onWaive }: NextStepProps) {
  const { t } = useText()
  const { transition, missing } = decision
  const refusal = refusalWords(decision, t)
  const why = refusal ?? (missing.length > 0 ? t.loopMissing(missing.length) : null)
  const name = t.stepName(transition.name)
  return (
    <div className="loop-next">
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={why !== null}
          title={why ?? undefined}
          onClick={onTake}
        >
          {name}
          <ChevronRight size={16} aria-hidden />
        </button>
        <span className="small muted">{refusal ?? (missing.length > 0 ? t.loopMissingTitle(name) : t.loopReady)}</span>
      </div>
      {missing.length === 0 ? null : (
        <ul className="loop-missing" aria-label={t.loopMissing(missing.length)}>
          {missing.map((item) => (
            <li key={missingKey(item)}>
              <MissingLink item={item} file={file} onEdit={onEdit} />
              {isWaivable(item, file) ? (
                <button
                  type="button"
                  className="button quiet small"
                  disabled={person.role !== 'FRB'}
                  title={person.role === 'FRB' ? undefined : t.loopWaiveOnly}
                  onClick={() => onWaive(item)}
                >
                  {t.loopWaive}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function MissingLink({
  item,
  file,
  onEdit,
}: {
  readonly item: Missing
  readonly file: CaseFile
  readonly onEdit: (target: EditTarget) => void
}) {
  const { t, language } = useText()
  const { table, record, field, gate, reason, detail } = item
  const fieldName = field === null ? '' : (FIELDS_OF_TABLE[table][field]?.[language] ?? field)
  const words = (
    <>
      <span className="mono small">{gate}</span> {fieldName === '' ? '' : `${fieldName}${t.colon}`}
      {t.missingReason(reason, detail ?? '')}
    </>
  )
  if (table === 'problems' && file.problem !== null)
    return (
      <Link className="loop-item" href={`/problems/${file.problem.id}`}>
        {words}
      </Link>
    )
  return (
    <button type="button" className="loop-item" onClick={() => onEdit({ table, record, field, gate })}>
      {words}
    </button>
  )
}

/** A waived item in words; its key says which field and which reason. */
function waiverName(key: string, t: Words): string {
  const [gate = '', , , field = '', reason = ''] = key.split('|')
  return [gate, field, t.missingReason(reason as Missing['reason'], '')].filter((part) => part !== '').join(' ')
}
