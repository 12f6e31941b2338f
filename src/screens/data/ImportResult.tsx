/** What is really in the database after an import, and the way to take all of it back. */
import { Link } from 'wouter'
import type { ImportBatch } from '../../domain/importBatch'
import { formatCount } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { useUndoImport } from './UndoImport'

export function ImportResult({ batch, onAgain }: { readonly batch: ImportBatch; readonly onAgain: () => void }) {
  const { t, language } = useText()
  const { takeBack, isPending, dialog } = useUndoImport(onAgain)
  return (
    <section className="card card-pad stack" aria-live="polite">
      <h2>{t.importDone}</h2>
      <p className="muted small">{t.importDoneWhy}</p>
      <table className="table plan-table">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col" className="number">
              {t.importInDatabase}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(batch.counts)
            .filter(([, count]) => count > 0)
            .map(([table, count]) => (
              <tr key={table}>
                <th scope="row">{t.tableName(table)}</th>
                <td className="number">{formatCount(count, language)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <div className="row">
        <Link className="button primary" href="/products">
          {t.importSeeProducts}
        </Link>
        <Link className="button" href="/failures">
          {t.importSeeFailures}
        </Link>
        <button type="button" className="button" onClick={onAgain}>
          {t.importAnother}
        </button>
        <button
          type="button"
          className="button danger"
          disabled={isPending}
          title={isPending ? t.commandPending : undefined}
          onClick={() => void takeBack(batch)}
        >
          {t.importUndo}
        </button>
      </div>
      {dialog}
    </section>
  )
}
