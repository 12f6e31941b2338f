/** One file of an import: its sheets, those without anything to import folded away, and whether it was imported before. */
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { formatBytes, formatCount, formatStamp } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import type { FileSummary, SheetSummary } from '../../workers/importAnswers'
import { SheetCard } from './SheetCard'
import { leadsToKind } from './SheetColumns'

/** Sheets that bring records, wait for their columns to be named, or that a person should know were held back. */
const isUsed = (sheet: SheetSummary): boolean =>
  sheet.records > 0 || sheet.kind !== 'other' || sheet.heldBack !== null || leadsToKind(sheet)

interface Props {
  readonly file: Extract<FileSummary, { readonly ok: true }>
  readonly onDecide: (sheet: string, decision: SheetOverride) => void
}

export function ReadFile({ file, onDecide }: Props) {
  const { t, language } = useText()
  const card = (sheet: SheetSummary) => (
    <SheetCard
      key={`${sheet.name}|${sheet.headerRows.join()}`}
      sheet={sheet}
      onDecide={(decision) => onDecide(sheet.name, decision)}
    />
  )
  const unused = file.sheets.filter((sheet) => !isUsed(sheet))
  return (
    <div className="stack">
      <h3>
        {file.name} <span className="muted small">{formatBytes(file.size, language)}</span>
      </h3>
      {file.importedBefore === null ? null : (
        <p className="note" role="note">
          {t.importedBefore(formatStamp(file.importedBefore.at), file.importedBefore.actor)}
        </p>
      )}
      {file.sheets.filter(isUsed).map(card)}
      {unused.length === 0 ? null : (
        <details className="unused-sheets">
          <summary>
            {t.importUnusedSheets(formatCount(unused.length, language))}
            <span className="muted small"> {unused.map((sheet) => sheet.name).join(t.listComma)}</span>
          </summary>
          <div className="stack">{unused.map(card)}</div>
        </details>
      )}
    </div>
  )
}
