/** One sheet of a file: what it was taken for, its header, and which column means what; all of it can be changed. */
import { useState } from 'react'
import type { DistanceDoubt, SheetKind, SheetOverride } from '../../exchange/tables/parsedSheet'
import { wordsOfImports } from '../../i18n/importWords'
import { formatCount, formatShare } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { TableHead } from '../../ui/TableHead'
import type { SheetSummary } from '../../workers/importAnswers'
import { asksForColumns, leadsToKind, SURE, SheetColumns } from './SheetColumns'
import { useFieldWord } from './useFieldWord'

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
/** Kinds a table may be given with one click; forms are told by their titles. */
const TABLES: readonly SheetKind[] = ['failure-ledger', 'part-replacement-journal', 'mileage-matrix', 'bom', 'fleet']

interface Props {
  readonly sheet: SheetSummary
  readonly onDecide: (decision: SheetOverride) => void
}

export function SheetCard({ sheet, onDecide }: Props) {
  const { t, language } = useText()
  // Without records the columns are what is missing.
  const [isOpen, setIsOpen] = useState(
    leadsToKind(sheet) || asksForColumns(sheet) || (sheet.kind !== 'other' && sheet.records === 0),
  )
  const isAsked = leadsToKind(sheet)
  const doubtful = sheet.columns.filter((column) => column.field !== null && column.confidence < SURE).length
  return (
    <div className={sheet.kind === 'other' && !isAsked ? 'card sheet-card is-quiet' : 'card sheet-card'}>
      <div className="spread">
        <div className="row">
          <strong>{sheet.name}</strong>
          <KindChoice kind={sheet.kind} onDecide={onDecide} />
        </div>
        <div className="row small muted">
          {(sheet.kind === 'other' && !isAsked) || FORMS.has(sheet.kind) ? null : (
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
      {isAsked ? <WhichKind sheet={sheet} onDecide={onDecide} /> : null}
      {sheet.distanceDoubt === null ? null : <WhichUnit doubt={sheet.distanceDoubt} onDecide={onDecide} />}
      {isOpen && sheet.labels.length > 0 ? <FormLabels labels={sheet.labels} /> : null}
      {isOpen && sheet.columns.length > 0 ? <SheetColumns sheet={sheet} onDecide={onDecide} /> : null}
    </div>
  )
}

/** A table whose columns are understood, but not what it is a table of: one click says it. */
function WhichKind({ sheet, onDecide }: Props) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const understood = sheet.columns.filter(({ field, guesses }) => field !== null || guesses !== undefined).length
  return (
    <div className="row small">
      <span>{t.importWhichKind(formatCount(understood, language))}</span>
      {TABLES.map((kind) => (
        <button key={kind} type="button" className="button quiet" onClick={() => onDecide({ kind })}>
          {words.sheetKindName(kind)}
        </button>
      ))}
    </div>
  )
}

interface UnitProps extends Pick<Props, 'onDecide'> {
  readonly doubt: DistanceDoubt
}

/** Distances of a size no train runs: one click says in what unit they are. */
function WhichUnit({ doubt, onDecide }: UnitProps) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  const known = doubt.knownKm === null ? null : count(doubt.knownKm)
  return (
    <div className="note warn stack" role="status">
      <span>{t.importWhichUnit(count(doubt.months), count(doubt.middleKm), known)}</span>
      <div className="row">
        {doubt.units.map(({ unitKm, middleKm }) => (
          <button key={unitKm} type="button" className="button" onClick={() => onDecide({ unitKm })}>
            {t.importUnitThen(unitKm, count(middleKm))}
          </button>
        ))}
        {doubt.isLarge ? (
          <button type="button" className="button" onClick={() => onDecide({ isOdometer: true })}>
            {t.importUnitOdometer}
          </button>
        ) : null}
      </div>
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

/** What stands on the form, label by label, and the field each value was read as. */
function FormLabels({ labels }: { readonly labels: SheetSummary['labels'] }) {
  const { t } = useText()
  const fieldWord = useFieldWord()
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
              <td>{field === null ? <span className="muted">{t.importNotUsed}</span> : fieldWord(field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `3` or `3-4`, `0` where no row names the columns; anything else leaves the header as it was. */
function rowsFrom(typed: string): readonly number[] | null {
  if (/^\s*0\s*$/u.test(typed)) return []
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
