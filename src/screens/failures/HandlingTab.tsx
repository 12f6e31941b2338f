/** What was done on site, and which parts came off and went on. */
import { handlingFields } from '../../domain/records/handling'
import { replacementFields } from '../../domain/records/replacement'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { CommandButton } from '../../panels/CommandButton'
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
  const records = { failures: [file.failure] }
  return (
    <div className="stack">
      <div className="spread">
        <h2>{t.tabHandling}</h2>
        <CommandButton
          command="add-handling"
          records={records}
          onPress={() => onEdit({ table: 'handlings', record: null })}
        >
          {t.handlingAdd}
        </CommandButton>
      </div>
      {file.handlings.length === 0 ? <p className="muted">{t.handlingNone}</p> : null}
      <ul className="entry-list">
        {file.handlings.map((entry) => (
          <li key={entry.id} className="card card-pad">
            <RecordFacts fields={handlingFields} record={entry} hide={['failureId']} />
            <CommandButton
              command="edit-handling"
              records={records}
              isQuiet
              onPress={() => onEdit({ table: 'handlings', record: entry.id })}
            >
              {t.edit}
            </CommandButton>
          </li>
        ))}
      </ul>
      <div className="spread">
        <h2>{t.tabReplacements}</h2>
        <CommandButton
          command="add-replacement"
          records={records}
          onPress={() => onEdit({ table: 'replacements', record: null })}
        >
          {t.replacementAdd}
        </CommandButton>
      </div>
      {file.replacements.length === 0 ? <p className="muted">{t.replacementNone}</p> : null}
      <ul className="entry-list">
        {file.replacements.map((entry) => (
          <li key={entry.id} className="card card-pad stack">
            <RecordFacts fields={replacementFields} record={entry} hide={['failureId', 'handlingId', 'custody']} />
            <div>
              <CommandButton
                command="edit-replacement"
                records={records}
                isQuiet
                onPress={() => onEdit({ table: 'replacements', record: entry.id })}
              >
                {t.edit}
              </CommandButton>
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
