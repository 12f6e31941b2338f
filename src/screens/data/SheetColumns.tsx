/** Which column of a sheet means what, with samples and the reasons; every meaning can be chosen otherwise. */
import { formCompanyFields } from '../../domain/companyFields'
import type { CanonicalField, FieldName } from '../../exchange/cells/importFields'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { formatCount, formatShare } from '../../i18n/format'
import { MAPPABLE_FIELDS, wordsOfImports } from '../../i18n/importWords'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { useText } from '../../ui/LanguageContext'
import { TableHead } from '../../ui/TableHead'
import type { SheetSummary } from '../../workers/importAnswers'
import { useFieldWord } from './useFieldWord'

type SheetColumn = SheetSummary['columns'][number]

/** Below this a person should look at the column. */
export const SURE = 0.8
/** A guess worth a click. */
const LIKELY = 0.25
const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 12

/** A list whose columns are mostly understood, though not what kind of list it is. */
export const leadsToKind = ({
  kind,
  heldBack,
  columns,
  rowCount,
}: Pick<SheetSummary, 'kind' | 'heldBack' | 'columns' | 'rowCount'>): boolean => {
  const understood = columns.filter(
    ({ field, reason, guesses }) => reason !== 'month' && (field !== null || guesses !== undefined),
  )
  return (
    kind === 'other' &&
    heldBack === null &&
    rowCount >= FEWEST_ROWS &&
    understood.length >= FEWEST_COLUMNS &&
    understood.length * 2 >= columns.length
  )
}

/** The best guess for every column without a meaning, no field twice and none that is taken. */
function openGuesses(columns: readonly SheetColumn[]): Readonly<Record<string, CanonicalField>> {
  const taken = new Set<string>(columns.flatMap(({ field }) => field ?? []))
  const likely = columns
    .filter(({ field, reason }) => field === null && reason !== 'chosen')
    .flatMap(({ column, guesses = [] }) => guesses.map((guess) => ({ column, ...guess })))
    .filter(({ share }) => share >= LIKELY)
    .sort((a, b) => b.share - a.share)
  const found: Record<string, CanonicalField> = {}
  for (const { column, field } of likely)
    if (found[column] === undefined && !taken.has(field)) {
      found[column] = field
      taken.add(field)
    }
  return found
}

/** Are columns waiting for a person: with a likely guess, or most of them without any meaning? */
export const asksForColumns = ({ kind, columns }: Pick<SheetSummary, 'kind' | 'columns'>): boolean =>
  kind !== 'other' &&
  kind !== 'mileage-matrix' &&
  columns.length > 0 &&
  (Object.keys(openGuesses(columns)).length > 0 ||
    columns.some(({ against }) => against !== undefined) ||
    columns.filter(({ field }) => field !== null).length * 2 < columns.length)

interface Props {
  readonly sheet: SheetSummary
  readonly onDecide: (decision: SheetOverride) => void
}

/** The months of a mileage table are what they are. */
export function SheetColumns({ sheet, onDecide }: Props) {
  const { t, language } = useText()
  const fieldWord = useFieldWord()
  const isMatrix = sheet.kind === 'mileage-matrix'
  const guesses = openGuesses(sheet.columns)
  const count = Object.keys(guesses).length
  return (
    <div className="stack">
      {count === 0 || sheet.kind === 'other' ? null : (
        <div className="row">
          <button type="button" className="button" onClick={() => onDecide({ columns: guesses })}>
            {t.importTakeGuesses(formatCount(count, language))}
          </button>
        </div>
      )}
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
                      fieldWord(column.field)
                    )
                  ) : (
                    <FieldChoice column={column} onDecide={onDecide} />
                  )}
                </td>
                <Confidence column={column} onDecide={onDecide} />
                <td className="muted small">{column.samples.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface ColumnProps extends Pick<Props, 'onDecide'> {
  readonly column: SheetColumn
}

/** How surely the column is taken for its field and why; where it is not taken, what it may be. */
function Confidence({ column, onDecide }: ColumnProps) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const fieldWord = useFieldWord()
  const { field, confidence, reason, guesses, against } = column
  const best = guesses?.[0]
  if (field === null && reason !== 'chosen' && best !== undefined && best.share >= LIKELY)
    return (
      <td className="doubtful">
        <button
          type="button"
          className="button quiet"
          title={best.reasons.map((trait) => words.columnWitness(trait)).join(t.listComma)}
          onClick={() => onDecide({ columns: { [column.column]: best.field } })}
        >
          {t.importGuess(fieldWord(best.field), formatShare(best.share, language))}
        </button>
      </td>
    )
  if (against !== undefined)
    return (
      <td className="doubtful small">
        {words.columnAgainst(
          against.field,
          formatCount(against.unread, language),
          formatCount(against.filled, language),
        )}
      </td>
    )
  const why = reason === 'content' ? (best?.reasons ?? []).map((trait) => words.columnWitness(trait)) : []
  return (
    <td className={field !== null && confidence < SURE ? 'doubtful' : ''}>
      {field === null ? '' : formatShare(confidence, language)}{' '}
      <span className="muted small">
        {words.columnReason(reason)}
        {why.length === 0 ? '' : `${t.colon}${why.join(t.listComma)}`}
      </span>
    </td>
  )
}

function FieldChoice({ column, onDecide }: ColumnProps) {
  const { t } = useText()
  const fieldWord = useFieldWord()
  const own = formCompanyFields(useCompanyFields(), 'failures')
  const choose = (field: string): void =>
    onDecide({ columns: { [column.column]: field === '' ? null : (field as FieldName) } })
  return (
    <select
      className="input compact"
      aria-label={column.header}
      value={column.field ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t.importNotUsed}</option>
      {[...MAPPABLE_FIELDS, ...own].map((field) => (
        <option key={field} value={field}>
          {fieldWord(field)}
        </option>
      ))}
    </select>
  )
}
