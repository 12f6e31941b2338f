/** What became of a part after it came off: each step with who had it, by which paper, and the next one to record. */
import { CommandTrouble } from './CommandTrouble'
import { usePerson } from './usePerson'
import { useCommand, useSayDone } from './useCommand'
import { useState } from 'react'
import {
  CUSTODY_KINDS,
  custodyOf,
  custodyRefusal,
  endsCustody,
  keepersOfCustody,
  type CustodyRefusal,
  type CustodyStep,
} from '../domain/custody'
import { formatMoment, localMoment } from '../i18n/format'
import { useActor } from './useActor'
import { useCodes } from './useCodes'
import { useRole } from './useRole'
import { recordCustody, type Removal } from '../store/replacements'
import { Dialog } from '../ui/Dialog'
import { useText } from '../ui/LanguageContext'
import { ScrollX } from '../ui/ScrollX'

export function CustodySteps({ removal }: { readonly removal: Removal }) {
  const { t } = useText()
  const { label } = useCodes()
  const { actor } = useActor()
  const { role } = useRole()
  const refusalText = useRefusalText()
  const [isRecording, setRecording] = useState(false)
  const { line, removedAt } = removal
  const steps = custodyOf(line)
  const last = steps.at(-1)
  const guard: CustodyRefusal | null =
    last !== undefined && endsCustody(last.kind)
      ? 'custody-over'
      : actor === ''
        ? 'nobody-named'
        : keepersOfCustody().includes(role)
          ? null
          : 'role'
  const why = guard === null ? undefined : refusalText(guard)
  return (
    <div className="stack">
      <div className="spread">
        <span>
          <strong>{t.custodyRemoval(formatMoment(removedAt))}</strong>{' '}
          <span className="muted small">
            {[
              line.tagNo === undefined ? '' : t.custodyTag(line.tagNo),
              label('CL-DISP', line.removedDisposition),
              line.returnDue === undefined ? '' : t.custodyDue(line.returnDue),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </span>
        <button
          type="button"
          className="button"
          disabled={why !== undefined}
          title={why}
          onClick={() => setRecording(true)}
        >
          {t.custodyAdd}
        </button>
      </div>
      {steps.length === 0 ? (
        <p className="small muted">{t.custodyNone}</p>
      ) : (
        <ScrollX label={t.custodyTitle}>
          <table className="table" style={{ minWidth: 640 }}>
            <thead>
              <tr>
                <th scope="col">{t.custodyAt}</th>
                <th scope="col">{t.custodyStep}</th>
                <th scope="col">{t.custodyFrom}</th>
                <th scope="col">{t.custodyTo}</th>
                <th scope="col">{t.custodyDoc}</th>
                <th scope="col">{t.custodyBy}</th>
                <th scope="col">{t.custodyNote}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={`${step.kind}-${step.at}-${step.to}-${step.doc}`}>
                  <td className="nowrap">{formatMoment(step.at)}</td>
                  <th scope="row">{t.custodyKind(step.kind)}</th>
                  <td>{step.from}</td>
                  <td>{step.to}</td>
                  <td>{step.doc}</td>
                  <td>{step.by}</td>
                  <td>{step.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
      {isRecording ? <CustodyDialog removal={removal} onClose={() => setRecording(false)} /> : null}
    </div>
  )
}

function useRefusalText() {
  const { t } = useText()
  return (refusal: CustodyRefusal): string =>
    refusal === 'role'
      ? `${t.custodyRefusal('role')}${t.colon}${keepersOfCustody().map(t.roleName).join(t.listComma)}`
      : t.custodyRefusal(refusal)
}

/** Records the next step of a part that came off. */
export function CustodyDialog({ removal, onClose }: { readonly removal: Removal; readonly onClose: () => void }) {
  const { t } = useText()
  const person = usePerson()
  const { isPending, trouble, run } = useCommand('here')
  const sayDone = useSayDone()
  const refusalText = useRefusalText()
  const [step, setStep] = useState<Omit<CustodyStep, 'by'>>({
    kind: custodyOf(removal.line).length === 0 ? 'handedOver' : 'sentToRepair',
    at: localMoment().slice(0, 16),
    from: custodyOf(removal.line).at(-1)?.to ?? '',
    to: '',
    doc: '',
    note: '',
  })
  const trimmed: CustodyStep = {
    ...step,
    from: step.from.trim(),
    to: step.to.trim(),
    doc: step.doc.trim(),
    note: step.note.trim(),
    by: person.name,
  }
  const refused = custodyRefusal({ ...removal.line, removedAt: removal.removedAt }, trimmed, person.role)
  const refusal = refused === null ? (isPending ? t.commandPending : undefined) : refusalText(refused)
  const save = async (): Promise<void> => {
    const end = await run(() => recordCustody(removal.line.id, trimmed, person))
    if (end.ended !== 'done') return
    sayDone(t.editSaved, end.value)
    onClose()
  }
  const input = (name: 'from' | 'to' | 'doc', label: string) => (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        value={step[name]}
        onChange={(event) => setStep({ ...step, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <Dialog
      title={t.custodyAdd}
      onClose={onClose}
      footer={
        <>
          {refusal === undefined ? null : <span className="small muted grow">{refusal}</span>}
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => void save()}
          >
            {t.save}
          </button>
        </>
      }
    >
      <CommandTrouble trouble={trouble} />
      <label className="field">
        <span className="field-label">{t.custodyStep}</span>
        <select
          className="input"
          value={step.kind}
          onChange={(event) =>
            setStep({ ...step, kind: CUSTODY_KINDS.find((kind) => kind === event.target.value) ?? step.kind })
          }
        >
          {CUSTODY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t.custodyKind(kind)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{t.custodyAt}</span>
        <input
          className="input"
          type="datetime-local"
          value={step.at}
          onChange={(event) => setStep({ ...step, at: event.target.value })}
        />
      </label>
      {input('from', t.custodyFrom)}
      {input('to', t.custodyTo)}
      {input('doc', t.custodyDoc)}
      <label className="field">
        <span className="field-label">{t.custodyNote}</span>
        <textarea
          className="input"
          rows={2}
          value={step.note}
          onChange={(event) => setStep({ ...step, note: event.target.value })}
        />
      </label>
    </Dialog>
  )
}
