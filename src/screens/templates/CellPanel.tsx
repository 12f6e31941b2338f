/** The chosen cell: what it takes, whether its row repeats, and what else is bound. */
import { columnLetter } from '../../exchange/open/columnLetter'
import { linesAt, withLines, withoutLines } from '../../exchange/write/templates/editBinding'
import { placeOf } from '../../exchange/write/templates/sheetRows'
import type { BoundLines, TemplateBinding } from '../../exchange/write/templates/templateBinding'
import { fieldOf, KINDS_OF_TEMPLATE, type TemplateKind } from '../../exchange/write/templates/templateKinds'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import { FieldChooser } from './FieldChooser'

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

export function CellPanel({ binding, kind, chosen, text, field, onChange, onBind, onShow }: Props) {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  const row = chosen === null ? 0 : placeOf(chosen)[1]
  const lines = chosen === null ? undefined : linesAt(binding, row)
  const listOf = (list: string) => KINDS_OF_TEMPLATE[kind].lists.find((known) => known.list === list)
  const fields = lines === undefined ? KINDS_OF_TEMPLATE[kind].cells : (listOf(lines.list)?.fields ?? [])
  const used = new Set(
    lines === undefined ? binding.cells.map((bound) => bound.field) : lines.columns.map((bound) => bound.field),
  )
  const resize = (change: Partial<Pick<BoundLines, 'preparedRows' | 'rowsPerLine'>>): void => {
    if (lines === undefined) return
    const rowsPerLine = change.rowsPerLine ?? lines.rowsPerLine ?? 1
    const wanted = change.preparedRows ?? lines.preparedRows
    // Whole lines only.
    onChange(
      withLines(binding, {
        ...lines,
        rowsPerLine,
        preparedRows: Math.max(rowsPerLine, wanted - (wanted % rowsPerLine)),
      }),
    )
  }
  return (
    <>
      <section className="card card-pad stack" aria-label={chosen === null ? w.templateFields : w.templateCell(chosen)}>
        {chosen === null ? (
          <p className="small muted">{w.templateCellNone}</p>
        ) : (
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
              <div className="row">
                {KINDS_OF_TEMPLATE[kind].lists.map((list) => (
                  <button
                    key={list.list}
                    type="button"
                    className="button"
                    onClick={() =>
                      onChange(withLines(binding, { list: list.list, firstRow: row, preparedRows: 1, columns: [] }))
                    }
                  >
                    {w.templateMarkLine(row, list[language])}
                  </button>
                ))}
              </div>
            ) : (
              <div className="note stack">
                <p className="small">{w.templateInLine(listOf(lines.list)?.[language] ?? lines.list)}</p>
                <div className="row">
                  <label className="field">
                    <span className="field-label small">{w.templatePreparedRows}</span>
                    <input
                      className="input line-rows"
                      type="number"
                      min={1}
                      max={MOST_ROWS}
                      value={lines.preparedRows}
                      onChange={(event) =>
                        resize({
                          preparedRows: Math.min(MOST_ROWS, Math.max(1, Math.trunc(Number(event.target.value)) || 1)),
                        })
                      }
                    />
                  </label>
                  <label className="field">
                    <span className="field-label small">{w.templateRowsPerLine}</span>
                    <input
                      className="input line-rows"
                      type="number"
                      min={1}
                      max={20}
                      value={lines.rowsPerLine ?? 1}
                      onChange={(event) =>
                        resize({ rowsPerLine: Math.min(20, Math.max(1, Math.trunc(Number(event.target.value)) || 1)) })
                      }
                    />
                  </label>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() => onChange(withoutLines(binding, lines.list))}
                  >
                    {w.templateUnmarkLine}
                  </button>
                </div>
              </div>
            )}
            <FieldChooser
              key={`${chosen}|${lines?.list ?? ''}`}
              fields={fields}
              bound={field}
              used={used}
              onChoose={onBind}
            />
          </>
        )}
      </section>
      {binding.cells.length + binding.lines.length === 0 ? null : (
        <section className="card card-pad stack" aria-label={w.templateBoundList}>
          <h2>{w.templateBoundList}</h2>
          <ul className="bound-list">
            {binding.cells.map((bound) => (
              <li key={bound.cell}>
                <button type="button" className="cell-link mono" onClick={() => onShow(bound.cell)}>
                  {bound.cell}
                </button>{' '}
                {fieldOf(kind, bound.field)?.[language] ?? bound.field}
              </li>
            ))}
            {binding.lines.flatMap(({ list, firstRow, columns }) =>
              columns
                .toSorted((a, b) => placeOf(`${a.column}1`)[0] - placeOf(`${b.column}1`)[0])
                .map(({ column, field: of, down = 0 }) => (
                  <li key={`${list}|${column}|${down}`}>
                    <button
                      type="button"
                      className="cell-link mono"
                      onClick={() => onShow(`${column}${firstRow + down}`)}
                    >
                      {columnLetter(placeOf(`${column}1`)[0])}
                      {firstRow + down}
                    </button>{' '}
                    {listOf(list)?.[language]} · {fieldOf(kind, of, list)?.[language] ?? of}
                  </li>
                )),
            )}
          </ul>
        </section>
      )}
    </>
  )
}
