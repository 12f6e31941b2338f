/** Every import there ever was, with its counts; each can be taken back and brought back whole. */
import type { ImportBatch } from '../../domain/importBatch'
import { useLiveQuery } from '../../panels/useLiveQuery'
import { formatCount, formatStamp } from '../../i18n/format'
import { allImports } from '../../store/imports'
import { useText } from '../../ui/LanguageContext'
import { useUndoImport } from './UndoImport'

export function ImportHistory() {
  const { t } = useText()
  const { takeBack, bringBack, isPending, dialog } = useUndoImport()
  const imports = useLiveQuery(() => allImports(), [])
  return (
    <section className="stack">
      <h2>{t.importHistory}</h2>
      {imports === undefined || imports.length === 0 ? (
        <p className="muted">{t.importHistoryNone}</p>
      ) : (
        <ul className="import-list">
          {imports.map((batch) => (
            <Batch
              key={batch.id}
              batch={batch}
              isPending={isPending}
              onRedo={() => void bringBack(batch.id)}
              onUndo={() => void takeBack(batch)}
            />
          ))}
        </ul>
      )}
      {dialog}
    </section>
  )
}

interface BatchProps {
  readonly batch: ImportBatch
  /** One of them is being taken back or brought back. */
  readonly isPending: boolean
  readonly onRedo: () => void
  readonly onUndo: () => void
}

function Batch({ batch, isPending, onRedo, onUndo }: BatchProps) {
  const { t, language } = useText()
  return (
    <li className="card card-pad spread">
      <div className="grow">
        <strong>{batch.isSample ? t.importSample : batch.files.map((file) => file.name).join(t.listComma)}</strong>
        <p className="small muted">
          {formatStamp(batch.at)} {batch.actor} ·{' '}
          {Object.entries(batch.counts)
            .filter(([, count]) => count > 0)
            .map(([table, count]) => `${t.tableName(table)} ${formatCount(count, language)}`)
            .join(' · ')}
        </p>
        {batch.blankStates === undefined ? null : (
          <p className="small muted">
            {t.importBlankStates(formatCount(batch.blankStates.rows, language), batch.blankStates.takenFor)}
          </p>
        )}
      </div>
      {batch.state === 'undone' ? (
        <div className="row">
          <span className="chip">{t.importUndone}</span>
          <button
            type="button"
            className="button"
            disabled={isPending}
            title={isPending ? t.commandPending : undefined}
            onClick={onRedo}
          >
            {t.importRedo}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="button"
          disabled={isPending}
          title={isPending ? t.commandPending : undefined}
          onClick={onUndo}
        >
          {t.importUndo}
        </button>
      )}
    </li>
  )
}
