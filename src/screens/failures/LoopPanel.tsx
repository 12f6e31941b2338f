/** Where a failure stands on its way to closing, every step that leads on, and each missing item as a way to put it right. */
import { Zap } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '../../domain/person'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { decisionsFor, type Decision } from '../../domain/workflow/decide'
import { pathOf } from '../../domain/workflow/forcedPath'
import type { GateContext } from '../../domain/workflow/gates'
import { canCloseInOneGo } from '../../domain/workflow/lightClosing'
import type { Missing } from '../../domain/workflow/missing'
import { isReader, permits } from '../../domain/workflow/permits'
import { leadsOn } from '../../domain/workflow/transitions'
import type { EditTarget } from '../../panels/editTarget'
import { useText } from '../../ui/LanguageContext'
import { LightClosingDialog } from './LightClosingDialog'
import { PathLine, RoleLine, Stages } from './LoopLines'
import { NextStep, refusalWords } from './NextStep'
import { StateClock } from './StateClock'
import { StateNotes } from './StateNotes'
import { StepDialog } from './StepDialog'
import { useWhoIsNext } from './useWhoIsNext'
import { WaiverDialog } from './WaiverDialog'
import './loopPanel.css'

interface Props {
  readonly file: CaseFile
  readonly person: Person
  readonly context: GateContext
  readonly onEdit: (target: EditTarget) => void
}

export function LoopPanel({ file, person, context, onEdit }: Props) {
  const { t } = useText()
  const [step, setStep] = useState<Decision | null>(null)
  const [isInOneGo, setInOneGo] = useState(false)
  const [waiving, setWaiving] = useState<Missing | null>(null)
  const { failure } = file
  const path = pathOf(file)
  const decisions = decisionsFor(file, person, context)
  const onward = decisions.filter(({ transition }) => leadsOn(transition.name))
  const aside = decisions.filter(({ transition }) => !leadsOn(transition.name))
  return (
    <section className="card card-pad stack loop" aria-label={t.loopTitle}>
      <Stages failure={failure} path={path} />
      <PathLine file={file} path={path} context={context} />
      <StateClock failure={failure} now={context.now} />
      <StateNotes file={file} />
      <WaitsFor file={file} />
      {canCloseInOneGo(file, context.escalation) && !isReader(person.role) ? (
        <InOneGo file={file} person={person} onOpen={() => setInOneGo(true)} />
      ) : null}
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
      <StepsAside decisions={aside} onTake={setStep} />
      <RoleLine file={file} person={person} path={path} />
      {isInOneGo ? (
        <LightClosingDialog
          file={file}
          hasAlike={(context.escalation.alikeIn90Days ?? 1) > 1}
          onClose={() => setInOneGo(false)}
        />
      ) : null}
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

/** For a minor failure: everything until its closing review in one dialog, by whoever may take those steps. */
function InOneGo({ file, person, onOpen }: Pick<Props, 'file' | 'person'> & { readonly onOpen: () => void }) {
  const { t } = useText()
  const records = { failures: [file.failure] }
  const [against] = [
    ...permits('step-finishLight', person, records),
    ...(file.handlings.length > 0 ? [] : permits('add-handling', person, records)),
  ]
  const refused = against === undefined ? undefined : t.commandRefusal(against)
  return (
    <div className="row">
      <button type="button" className="button" disabled={refused !== undefined} title={refused} onClick={onOpen}>
        <Zap size={15} aria-hidden />
        {t.lightTitle}
      </button>
      <span className="small muted">{refused ?? t.lightHint}</span>
    </div>
  )
}

/** Whom it waits for now, by name where one is known. */
function WaitsFor({ file: { failure } }: Pick<Props, 'file'>) {
  const { t } = useText()
  const next = useWhoIsNext()(failure)
  return next === null ? null : <p className="loop-waits">{t.waitsFor(next)}</p>
}

interface AsideProps {
  readonly decisions: readonly Decision[]
  readonly onTake: (decision: Decision) => void
}

/** Steps that lead elsewhere than on: back, to a stop, to another path. */
function StepsAside({ decisions, onTake }: AsideProps) {
  const { t } = useText()
  if (decisions.length === 0) return null
  return (
    <div className="row loop-aside">
      {decisions.map((decision) => {
        const refusal = refusalWords(decision, t)
        return (
          <button
            key={decision.transition.name}
            type="button"
            className="button quiet"
            disabled={refusal !== null}
            title={refusal ?? undefined}
            onClick={() => onTake(decision)}
          >
            {t.stepName(decision.transition.name)}
          </button>
        )
      })}
    </div>
  )
}
