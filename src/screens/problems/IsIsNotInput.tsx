/** The is / is-not table as it is filled: a row for each question, more rows for what answers none of them. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { formIsIsNot, isIsNotRows, storedIsIsNot, type IsIsNotRow } from '../../domain/isIsNot'
import { useText } from '../../ui/LanguageContext'
import './isIsNot.css'

interface Props {
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

const COLUMNS = ['is', 'isNot', 'distinction'] as const
const EMPTY: IsIsNotRow = { about: null, is: '', isNot: '', distinction: '' }

export function IsIsNotInput({ label, value, onChange }: Props) {
  const { t } = useText()
  // Rows somebody added and has not filled yet; the form keeps only what is said.
  const [added, setAdded] = useState(0)
  const filled = formIsIsNot(isIsNotRows(value))
  const rows = [...filled, ...Array.from({ length: added }, () => EMPTY)]
  const change = (at: number, column: (typeof COLUMNS)[number], typed: string): void => {
    const next = rows.map((row, other) => (other === at ? { ...row, [column]: typed } : row))
    if (at >= filled.length && typed.trim() !== '') setAdded(Math.max(0, added - 1))
    onChange(storedIsIsNot(next))
  }
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="is-is-not">
        <span aria-hidden />
        {COLUMNS.map((column) => (
          <span key={column} className="small muted" aria-hidden>
            {t.isIsNotColumn(column)}
          </span>
        ))}
        {rows.map((row, at) => {
          const name = t.isIsNotAbout(row.about)
          return (
            // Rows have no name of their own: their place is who they are.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at} className="is-is-not-row">
              <span className="small">{name}</span>
              {COLUMNS.map((column) => (
                <Cell
                  key={column}
                  label={`${name} ${t.isIsNotColumn(column)}`}
                  hint={t.isIsNotColumn(column)}
                  shown={row[column]}
                  onTyped={(typed) => change(at, column, typed)}
                />
              ))}
            </div>
          )
        })}
      </div>
      <button type="button" className="button quiet" onClick={() => setAdded(added + 1)}>
        <Plus size={14} aria-hidden />
        {t.isIsNotAdd}
      </button>
    </div>
  )
}

interface CellProps {
  readonly label: string
  /** On a phone no heading stands above the cells. */
  readonly hint: string
  readonly shown: string
  readonly onTyped: (typed: string) => void
}

/** Blanks at the end stay while somebody types; what is kept has none. */
function Cell({ label, hint, shown, onTyped }: CellProps) {
  const [typed, setTyped] = useState(shown)
  return (
    <textarea
      className="input"
      rows={2}
      aria-label={label}
      placeholder={hint}
      value={typed.trim() === shown ? typed : shown}
      onChange={(event) => {
        setTyped(event.target.value)
        onTyped(event.target.value)
      }}
    />
  )
}
