/** The chosen cell: what it takes, whether its row repeats, and what else is bound. */
import { linesAt, withLines, withoutLines } from '../../exchange/write/templates/editBinding'
import { placeOf } from '../../exchange/write/templates/sheetRows'
import type { BoundLines, TemplateBinding } from '../../exchange/write/templates/templateBinding'
import { kindOfTemplate, KINDS_OF_TEMPLATE, type TemplateKind } from '../../exchange/write/templates/templateKinds'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import { BoundList } from './BoundList'
import { FieldChooser } from './FieldChooser'
import { companyFieldsOfTable } from '../../domain/companyFields'
import { useCompanyFields } from '../../panels/useCompanyFields'

const MOST_ROWS = 2000

interface Props {
  readonly binding: TemplateBinding
  readonly kind: TemplateKind
  readonly chosen: string | null
  /** What the chosen cell says. */
  readonly text: string
  readonly field: string | undefined
  readonly onChange: (binding: TemplateBinding) => void
  readonly onBind: (field: string | null) => void
  readonly onShow: (address: string) => void
}

export function CellPanel(props: Props) {
  const { binding, kind, chosen, onShow } = props
  const w = wordsOfTemplates(useText().language)
  return (
    <>
      <section className="card card-pad stack" aria-label={chosen === null ? w.templateFields : w.templateCell(chosen)}>
        {chosen === null ? (
          <p className="small muted">{w.templateCellNone}</p>
        ) : (
          <ChosenCell {...props} chosen={chosen} />
        )}
      </section>
      <BoundList binding={binding} kind={kind} onShow={onShow} />
    </>
  )
}

interface ChosenProps extends Omit<Props, 'onShow'> {
  readonly chosen: string
}

/** What the cell says, the list its row belongs to, and the fields it can take there. */
function ChosenCell({ binding, kind, chosen, text, field, onChange, onBind }: ChosenProps) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const w = wordsOfTemplates(language)
  const row = placeOf(chosen)[1]
  const lines = linesAt(binding, row)
  const { lists, cells } = kindOfTemplate(kind, company)
  const list = lists.find((known) => known.list === lines?.list)
  const used = new Set((lines === undefined ? binding.cells : lines.columns).map((bound) => bound.field))
  return (
    <>
      <div className="spread">
        <h2>{w.templateCell(chosen)}</h2>
        {field === undefined ? null : (
          <button type="button" className="button quiet" onClick={() => onBind(null)}>
            {w.templateUnbind}
          </button>
        )}
      </div>
      {text.trim() === '' ? null : <p className="small muted cell-says">{text}</p>}
      {lines === undefined ? (
        <LineStart row={row} binding={binding} kind={kind} onChange={onChange} />
      ) : (
        <LineSize binding={binding} lines={lines} name={list?.[language]} onChange={onChange} />
      )}
      <FieldChooser
        key={`${chosen}|${lines?.list ?? ''}`}
        fields={lines === undefined ? cells : (list?.fields ?? [])}
        bound={field}
        used={used}
        onChoose={onBind}
      />
    </>
  )
}

interface StartProps extends Pick<Props, 'binding' | 'kind' | 'onChange'> {
  readonly row: number
}

/** Says that a list of records begins in the row of the cell. */
function LineStart({ row, binding, kind, onChange }: StartProps) {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  return (
    <div className="row">
      {KINDS_OF_TEMPLATE[kind].lists.map(({ list, ...names }) => (
        <button
          key={list}
          type="button"
          className="button"
          onClick={() => onChange(withLines(binding, { list, firstRow: row, preparedRows: 1, columns: [] }))}
        >
          {w.templateMarkLine(row, names[language])}
        </button>
      ))}
    </div>
  )
}

interface LineProps extends Pick<Props, 'binding' | 'onChange'> {
  readonly lines: BoundLines
  readonly name: string | undefined
}

/** How many rows a list has on the form, and how many each of its lines takes. */
function LineSize({ binding, lines, name, onChange }: LineProps) {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  const resize = (change: Partial<Pick<BoundLines, 'preparedRows' | 'rowsPerLine'>>): void => {
    const rowsPerLine = change.rowsPerLine ?? lines.rowsPerLine ?? 1
    const wanted = change.preparedRows ?? lines.preparedRows
    // Whole lines only.
    const preparedRows = Math.max(rowsPerLine, wanted - (wanted % rowsPerLine))
    onChange(withLines(binding, { ...lines, rowsPerLine, preparedRows }))
  }
  return (
    <div className="note stack">
      <p className="small">{w.templateInLine(name ?? lines.list)}</p>
      <div className="row">
        <RowCount
          label={w.templatePreparedRows}
          value={lines.preparedRows}
          most={MOST_ROWS}
          onChange={(preparedRows) => resize({ preparedRows })}
        />
        <RowCount
          label={w.templateRowsPerLine}
          value={lines.rowsPerLine ?? 1}
          most={20}
          onChange={(rowsPerLine) => resize({ rowsPerLine })}
        />
        <button type="button" className="button quiet" onClick={() => onChange(withoutLines(binding, lines.list))}>
          {w.templateUnmarkLine}
        </button>
      </div>
    </div>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}

function RowCount({ label, value, most, onChange }: CountProps) {
  return (
    <label className="field">
      <span className="field-label small">{label}</span>
      <input
        className="input line-rows"
        type="number"
        min={1}
        max={most}
        value={value}
        onChange={(event) => onChange(Math.min(most, Math.max(1, Math.trunc(Number(event.target.value)) || 1)))}
      />
    </label>
  )
}
