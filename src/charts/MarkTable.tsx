/** The same figures as a drawing, as a table: each count is a button that opens its failures, and so is its row. */
import { useText } from '../ui/LanguageContext'
import { formatCount } from '../i18n/format'
import type { OnOpen } from './openedMark'
import './charts.css'

export interface MarkTableRow {
  readonly key: string
  readonly name: string
  readonly rows: Uint32Array
  /** How many, where no rows of this program stand behind them. */
  readonly count?: number
  /** Cells after the name and the count. */
  readonly cells: readonly string[]
}

interface Props {
  readonly caption: string
  readonly nameHead: string
  readonly countHead: string
  readonly heads: readonly string[]
  readonly rows: readonly MarkTableRow[]
  readonly onOpen: OnOpen
}

export function MarkTable({ caption, nameHead, countHead, heads, rows, onOpen }: Props) {
  const { language } = useText()
  return (
    <table className="table chart-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{nameHead}</th>
          <th scope="col" className="number">
            {countHead}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td className="number">
              {row.rows.length === 0 ? (
                formatCount(row.count ?? 0, language)
              ) : (
                <button
                  type="button"
                  className="chart-count"
                  aria-label={`${row.name}: ${formatCount(row.rows.length, language)}`}
                  onClick={() => onOpen({ label: row.name, rows: row.rows })}
                >
                  {formatCount(row.rows.length, language)}
                </button>
              )}
            </td>
            {heads.map((head, at) => (
              <td key={head} className="number">
                {row.cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
