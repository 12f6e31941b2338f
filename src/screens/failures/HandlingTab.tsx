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

interface Props {
  readonly file: CaseFile
  readonly onEdit: (target: EditTarget) => void
}

const COMMANDS = {
  handlings: { add: 'add-handling', edit: 'edit-handling' },
  replacements: { add: 'add-replacement', edit: 'edit-replacement' },
} as const

type Table = keyof typeof COMMANDS

function EditButton({ table, record, file, onEdit }: Props & { readonly table: Table; readonly record: string }) {
  const { t } = useText()
  return (
    <CommandButton
      command={COMMANDS[table].edit}
      records={{ failures: [file.failure] }}
      isQuiet
      onPress={() => onEdit({ table, record })}
    >
      {t.edit}
    </CommandButton>
  )
}

function SectionHead({ table, file, onEdit }: Props & { readonly table: Table }) {
  const { t } = useText()
  return (
    <div className="spread">
      <h2>{table === 'handlings' ? t.tabHandling : t.tabReplacements}</h2>
      <CommandButton
        command={COMMANDS[table].add}
        records={{ failures: [file.failure] }}
        onPress={() => onEdit({ table, record: null })}
      >
        {table === 'handlings' ? t.handlingAdd : t.replacementAdd}
      </CommandButton>
    </div>
  )
}

export function HandlingTab({ file, onEdit }: Props) {
  const { t } = useText()
  return (
    <div className="stack">
      <SectionHead table="handlings" file={file} onEdit={onEdit} />
      {file.handlings.length === 0 ? <p className="muted">{t.handlingNone}</p> : null}
      <ul className="entry-list">
        {file.handlings.map((entry) => (
          <li key={entry.id} className="card card-pad">
            <RecordFacts table="handlings" fields={handlingFields} record={entry} hide={['failureId']} />
            <EditButton table="handlings" record={entry.id} file={file} onEdit={onEdit} />
          </li>
        ))}
      </ul>
      <SectionHead table="replacements" file={file} onEdit={onEdit} />
      {file.replacements.length === 0 ? <p className="muted">{t.replacementNone}</p> : null}
      <ul className="entry-list">
        {file.replacements.map((entry) => (
          <li key={entry.id} className="card card-pad stack">
            <RecordFacts
              table="replacements"
              fields={replacementFields}
              record={entry}
              hide={['failureId', 'handlingId', 'custody']}
            />
            <div>
              <EditButton table="replacements" record={entry.id} file={file} onEdit={onEdit} />
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
