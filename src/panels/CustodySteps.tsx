/** What became of a part after it came off: each step with who had it, by which paper, and the next one to record. */
import { useState } from 'react'
import { custodyOf, endsCustody, keepersOfCustody, type CustodyRefusal } from '../domain/custody'
import { formatMoment } from '../i18n/format'
import type { Removal } from '../store/replacements'
import { useText } from '../ui/LanguageContext'
import { ScrollX } from '../ui/ScrollX'
import { TableHead } from '../ui/TableHead'
import { CustodyDialog } from './CustodyDialog'
import { useRefusalText } from './custodyRefusalText'
import { useActor } from './useActor'
import { useCodes } from './useCodes'
import { useRole } from './useRole'

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
            <TableHead
              columns={[
                t.custodyAt,
                t.custodyStep,
                t.custodyFrom,
                t.custodyTo,
                t.custodyDoc,
                t.custodyBy,
                t.custodyNote,
              ]}
            />
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
