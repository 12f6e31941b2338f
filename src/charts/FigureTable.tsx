/** Figures with their bounds, one a line: what belongs beside a drawing and into a report. */
import { useText } from '../ui/LanguageContext'
import { numberColumn, TableHead } from '../ui/TableHead'
import './charts.css'

export interface Figure {
  readonly key: string
  readonly name: string
  readonly value: string
  readonly lower?: string
  readonly upper?: string
  readonly remark?: string
}

export function FigureTable({ caption, figures }: { readonly caption: string; readonly figures: readonly Figure[] }) {
  const { t } = useText()
  return (
    // It scrolls sideways on a phone, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="figure-table" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <TableHead
          columns={[
            t.figureName,
            numberColumn(t.figureValue),
            numberColumn(t.figureLower),
            numberColumn(t.figureUpper),
            t.figureRemark,
          ]}
        />
        <tbody>
          {figures.map(({ key, name, value, lower = '—', upper = '—', remark = '' }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="number">{value}</td>
              <td className="number">{lower}</td>
              <td className="number">{upper}</td>
              <td className="small">{remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
