/** What was done on site, and which parts came off and went on. */
import { handlingFields } from '../../domain/records/handling'
import { replacementFields } from '../../domain/records/replacement'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { CustodySteps } from '../../panels/CustodySteps'
import { RecordFacts } from '../../panels/RecordFacts'
import { timeOfReplacement } from '../../store/serialLives'
import { useText } from '../../ui/LanguageContext'
import type { EditTarget } from '../../panels/editTarget'

export function HandlingTab({
  file,
  onEdit,
}: {
  readonly file: CaseFile
  readonly onEdit: (target: EditTarget) => void
}) {
  const { t } = useText()
  return (
    <div className="stack">
      <div className="spread">
        <h2>{t.tabHandling}</h2>
        <button type="button" className="button" onClick={() => onEdit({ table: 'handlings', record: null })}>
          {t.handlingAdd}
        </button>
      </div>
      {file.handlings.length === 0 ? <p className="muted">{t.handlingNone}</p> : null}
      <ul className="entry-list">
        {file.handlings.map((entry) => (
          <li key={entry.id} className="card card-pad">
            <RecordFacts fields={handlingFields} record={entry} hide={['failureId']} />
            <button
              type="button"
              className="button quiet"
              onClick={() => onEdit({ table: 'handlings', record: entry.id })}
            >
              {t.edit}
            </button>
          </li>
        ))}
      </ul>
      <div className="spread">
        <h2>{t.tabReplacements}</h2>
        <button type="button" className="button" onClick={() => onEdit({ table: 'replacements', record: null })}>
          {t.replacementAdd}
        </button>
      </div>
      {file.replacements.length === 0 ? <p className="muted">{t.replacementNone}</p> : null}
      <ul className="entry-list">
        {file.replacements.map((entry) => (
          <li key={entry.id} className="card card-pad stack">
            <RecordFacts fields={replacementFields} record={entry} hide={['failureId', 'handlingId', 'custody']} />
            <div>
              <button
                type="button"
                className="button quiet"
                onClick={() => onEdit({ table: 'replacements', record: entry.id })}
              >
                {t.edit}
              </button>
            </div>
            <section className="stack" aria-label={t.custodyTitle}>
              <CustodySteps removal={{ line: entry, removedAt: timeOfReplacement(entry, file.failure) }} />
            </section>
          </li>
        ))}
      </ul>
    </div>
  )
}
