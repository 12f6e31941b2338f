/** Plans, one a line: what belongs beside a drawing that has no rows of this program behind it. */
import { numberColumn, TableHead } from '../ui/TableHead'
import './charts.css'

export interface PlanTableRow {
  readonly key: string
  readonly name: string
  /** One for each head after the first. */
  readonly cells: readonly string[]
}

interface Props {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly PlanTableRow[]
}

export function PlanTable({ caption, heads, rows }: Props) {
  const [first = '', ...others] = heads
  return (
    // It scrolls sideways on a phone, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="figure-table plan-table" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={[first, ...others.map(numberColumn)]} />
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {others.map((head, at) => (
                <td key={head} className="number">
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
