/** One sheet of a file: what it was taken for, its header, and which column means what; all of it can be changed. */
import { useState } from 'react'
import type { CanonicalField } from '../../exchange/cells/importFields'
import type { SheetKind, SheetOverride } from '../../exchange/tables/parsedSheet'
import { MAPPABLE_FIELDS, wordsOfImports } from '../../i18n/importWords'
import { formatCount, formatShare } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { TableHead } from '../../ui/TableHead'
import type { SheetSummary } from '../../workers/importAnswers'

const KINDS: readonly SheetKind[] = [
  'failure-ledger',
  'failure-form',
  'analysis-form',
  'action-form',
  'part-replacement-journal',
  'mileage-matrix',
  'bom',
  'fleet',
  'other',
]
const FORMS: ReadonlySet<SheetKind> = new Set(['failure-form', 'analysis-form', 'action-form'])
/** Below this a person should look at the column. */
const SURE = 0.8

interface Props {
  readonly sheet: SheetSummary
  readonly onDecide: (decision: SheetOverride) => void
}

export function SheetCard({ sheet, onDecide }: Props) {
  const { t, language } = useText()
  // Without records the columns are what is missing.
  const [isOpen, setIsOpen] = useState(sheet.kind !== 'other' && sheet.records === 0)
  const doubtful = sheet.columns.filter((column) => column.field !== null && column.confidence < SURE).length
  return (
    <div className={sheet.kind === 'other' ? 'card sheet-card is-quiet' : 'card sheet-card'}>
      <div className="spread">
        <div className="row">
          <strong>{sheet.name}</strong>
          <KindChoice kind={sheet.kind} onDecide={onDecide} />
        </div>
        <div className="row small muted">
          {sheet.kind === 'other' || FORMS.has(sheet.kind) ? null : (
            <HeaderRows rows={sheet.headerRows} name={sheet.name} onDecide={onDecide} />
          )}
          <SheetFacts sheet={sheet} />
          {sheet.labels.length === 0 ? null : (
            <button type="button" className="button quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t.importLabels}
            </button>
          )}
          {sheet.columns.length === 0 ? null : (
            <button type="button" className="button quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t.importMapping}
              {doubtful > 0 ? ` · ${doubtful} < ${formatShare(SURE, language)}` : ''}
            </button>
          )}
        </div>
      </div>
      {sheet.heldBack === null ? null : (
        <p className="small">
          {t.importHiddenBackup}{' '}
          <button type="button" className="button quiet" onClick={() => onDecide({ include: true })}>
            {t.importIncludeHidden}
          </button>
        </p>
      )}
      {isOpen && sheet.labels.length > 0 ? <FormLabels labels={sheet.labels} /> : null}
      {isOpen && sheet.columns.length > 0 ? <ColumnTable sheet={sheet} onDecide={onDecide} /> : null}
    </div>
  )
}

interface KindProps extends Pick<Props, 'onDecide'> {
  readonly kind: SheetKind
}

function KindChoice({ kind: chosen, onDecide }: KindProps) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  return (
    <label className="row small">
      <span className="muted">{t.importKind}</span>
      <select
        className="input compact"
        value={chosen}
        onChange={(event) => onDecide({ kind: event.target.value as SheetKind })}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words.sheetKindName(kind)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What is to be known of a sheet before its columns are looked at. */
function SheetFacts({ sheet }: Pick<Props, 'sheet'>) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const skipped = Object.entries(sheet.skipped)
  const rowsSkipped = skipped.reduce((sum, [, count]) => sum + count, 0)
  return (
    <>
      {sheet.isTurned ? (
        <span className="chip" title={t.sheetTurnedWhy}>
          {t.sheetTurned}
        </span>
      ) : null}
      {sheet.isRemembered ? <span className="chip">{t.remembered}</span> : null}
      <span>{t.importRecords(formatCount(sheet.records, language))}</span>
      {rowsSkipped > 0 ? (
        <span title={skipped.map(([reason, count]) => `${words.skipReason(reason)} ${count}`).join(t.listComma)}>
          {t.importSkippedRows(formatCount(rowsSkipped, language))}
        </span>
      ) : null}
    </>
  )
}

/** Which column means what; the months of a mileage table are what they are. */
function ColumnTable({ sheet, onDecide }: Props) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const isMatrix = sheet.kind === 'mileage-matrix'
  return (
    <div className="scroll-x">
      <table className="table">
        <TableHead columns={['', t.importTheirs, t.importOurs, t.importConfidence, t.importSamples]} />
        <tbody>
          {sheet.columns.map((column) => (
            <tr key={column.column}>
              <td className="mono">{column.column}</td>
              <td>{column.header}</td>
              <td>
                {isMatrix ? (
                  column.field === null ? (
                    ''
                  ) : (
                    words.canonicalField(column.field)
                  )
                ) : (
                  <FieldChoice column={column} onDecide={onDecide} />
                )}
              </td>
              <td className={column.field !== null && column.confidence < SURE ? 'doubtful' : ''}>
                {column.field === null ? '' : formatShare(column.confidence, language)}{' '}
                <span className="muted small">{words.columnReason(column.reason)}</span>
              </td>
              <td className="muted small">{column.samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface FieldProps extends Pick<Props, 'onDecide'> {
  readonly column: SheetSummary['columns'][number]
}

function FieldChoice({ column, onDecide }: FieldProps) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const choose = (field: string): void =>
    onDecide({ columns: { [column.column]: field === '' ? null : (field as CanonicalField) } })
  return (
    <select
      className="input compact"
      aria-label={column.header}
      value={column.field ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t.importNotUsed}</option>
      {MAPPABLE_FIELDS.map((field) => (
        <option key={field} value={field}>
          {words.canonicalField(field)}
        </option>
      ))}
    </select>
  )
}

/** What stands on the form, label by label, and the field each value was read as. */
function FormLabels({ labels }: { readonly labels: SheetSummary['labels'] }) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  return (
    <div className="scroll-x">
      <table className="table">
        <TableHead columns={[t.importCell, t.importLabel, t.importWritten, t.importOurs]} />
        <tbody>
          {labels.map(({ cell, label, text, field }) => (
            <tr key={`${cell} ${label}`}>
              <td className="mono">{cell}</td>
              <td>{label}</td>
              <td className="muted small">{text}</td>
              <td>{field === null ? <span className="muted">{t.importNotUsed}</span> : words.canonicalField(field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `3` or `3-4`; anything else leaves the header as it was. */
function rowsFrom(typed: string): readonly number[] | null {
  const match = /^\s*(\d{1,5})\s*(?:[-–—~～]\s*(\d{1,5}))?\s*$/u.exec(typed)
  if (match === null) return null
  const first = Number(match[1])
  const last = Number(match[2] ?? match[1])
  return first >= 1 && last >= first && last - first < 3
    ? Array.from({ length: last - first + 1 }, (_, at) => first + at)
    : null
}

function HeaderRows({
  rows,
  name,
  onDecide,
}: {
  readonly rows: readonly number[]
  readonly name: string
  readonly onDecide: (decision: SheetOverride) => void
}) {
  const { t } = useText()
  const shown = rows.length > 1 ? `${rows[0]}-${rows.at(-1)}` : String(rows[0] ?? '')
  const [typed, setTyped] = useState(shown)
  const decide = (): void => {
    const wanted = rowsFrom(typed)
    if (wanted === null || typed === shown) setTyped(shown)
    else onDecide({ headerRows: wanted })
  }
  return (
    <label className="row">
      {t.importHeaderRows}
      <input
        className="input compact header-rows"
        aria-label={`${name} ${t.importHeaderRows}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={decide}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) decide()
        }}
      />
    </label>
  )
}
