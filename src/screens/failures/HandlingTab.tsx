/** What was done on site, and which parts came off and went on. */
import { useState } from 'react'
import { handlingFields, type Handling } from '../../domain/records/handling'
import { replacementFields, type Replacement } from '../../domain/records/replacement'
import { useActor } from '../../panels/useActor'
import { saveHandling, saveReplacement, type FailureDossier } from '../../store/failures'
import { useText } from '../../ui/LanguageContext'
import { RecordDialog } from './RecordDialog'
import { RecordFacts } from './RecordFacts'

const HANDLING_INPUTS = ['startAt', 'endAt', 'handler', 'crew', 'method', 'measure', 'result', 'prelimCauseCat', 'prelimCause', 'diagH', 'repairH', 'functionTestOk', 'restrictions', 'nextCheckAt'] as const satisfies readonly (keyof Handling)[]
const REPLACEMENT_INPUTS = ['at', 'removedSerial', 'installedSerial', 'noSerialReason', 'position', 'installedSource', 'isMainFault', 'reason', 'removedDisposition', 'tagNo', 'odometerKm', 'swOld', 'swNew'] as const satisfies readonly (keyof Replacement)[]

export function HandlingTab({ dossier }: { readonly dossier: FailureDossier }) {
  const { t } = useText()
  const { actor } = useActor()
  const [handling, setHandling] = useState<{ readonly id: string | null; readonly fields: Handling } | null>(null)
  const [replacement, setReplacement] = useState<{ readonly id: string | null; readonly fields: Replacement } | null>(null)
  const failureId = dossier.failure.id
  return (
    <div className="stack">
      <div className="spread"><h2>{t.tabHandling}</h2><button type="button" className="button" onClick={() => setHandling({ id: null, fields: { handler: actor } })}>{t.handlingAdd}</button></div>
      {dossier.handlings.length === 0 ? <p className="muted">{t.handlingNone}</p> : null}
      <ul className="entry-list">
        {dossier.handlings.map((entry) => (
          <li key={entry.id} className="card card-pad">
            <RecordFacts fields={handlingFields} record={entry} hide={['failureId']} />
            <button type="button" className="button quiet" onClick={() => setHandling({ id: entry.id, fields: entry })}>{t.edit}</button>
          </li>
        ))}
      </ul>
      <div className="spread"><h2>{t.tabReplacements}</h2><button type="button" className="button" onClick={() => setReplacement({ id: null, fields: { isMainFault: true, removedSerial: dossier.failure.reportedSerial } as Replacement })}>{t.replacementAdd}</button></div>
      {dossier.replacements.length === 0 ? <p className="muted">{t.replacementNone}</p> : null}
      <ul className="entry-list">
        {dossier.replacements.map((entry) => (
          <li key={entry.id} className="card card-pad">
            <RecordFacts fields={replacementFields} record={entry} hide={['failureId', 'handlingId']} />
            <button type="button" className="button quiet" onClick={() => setReplacement({ id: entry.id, fields: entry })}>{t.edit}</button>
          </li>
        ))}
      </ul>
      {handling === null ? null : (
        <RecordDialog title={handling.id === null ? t.handlingAdd : t.tabHandling} fields={handlingFields} names={HANDLING_INPUTS} record={handling.fields} multiline={['measure', 'prelimCause', 'restrictions']} onClose={() => setHandling(null)} onSave={(fields) => saveHandling(failureId, handling.id, fields, actor)} />
      )}
      {replacement === null ? null : (
        <RecordDialog title={replacement.id === null ? t.replacementAdd : t.tabReplacements} fields={replacementFields} names={REPLACEMENT_INPUTS} record={replacement.fields} multiline={[]} onClose={() => setReplacement(null)} onSave={(fields) => saveReplacement(failureId, replacement.id, { bomNodeId: dossier.failure.bomNodeId, ...fields } as Replacement, actor)} />
      )}
    </div>
  )
}
