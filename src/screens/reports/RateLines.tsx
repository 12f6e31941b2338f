/** Groups of failures with their distance, and the distance between two of them with its bounds; each count opens its rows. */
import { perMillion } from '../../reliability/perMillion'
import { formatCount, formatFigure } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import type { OnOpen } from '../../charts/openedMark'
import { numberColumn, TableHead } from '../../ui/TableHead'
import { RowsLink } from './RowsLink'

export interface RateLine {
  readonly label: string
  readonly rows: Uint32Array
  readonly km: number
  readonly mtbf: MtbfEstimate | NotEstimable<string>
}

interface Props {
  readonly title: string
  readonly rule: string
  /** What the groups are. */
  readonly group: string
  readonly kmName: string
  readonly lines: readonly RateLine[]
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}

export function RateLines({ title, rule, group, kmName, lines, t, language, onOpen }: Props) {
  const figure = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  return (
    <section className="card card-pad stack report-part">
      <h3>{title}</h3>
      <p className="small muted">{rule}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone, so the keyboard must reach it */}
      <div className="scroll-x" role="region" aria-label={title} tabIndex={0}>
        <table className="table">
          <TableHead
            columns={[
              group,
              numberColumn(t.chartFailures),
              numberColumn(kmName),
              numberColumn(t.bookFpmk),
              numberColumn(t.bookMdbfLower),
              numberColumn(t.bookMdbf),
              numberColumn(t.bookMdbfUpper),
            ]}
          />
          <tbody>
            {lines.map(({ label, rows, km, mtbf }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">
                  <RowsLink label={label} rows={rows} language={language} onOpen={onOpen} />
                </td>
                <td className="number">{formatCount(Math.round(km), language)}</td>
                <td className="number">{mtbf.status === 'estimated' ? figure(perMillion(mtbf.rate)) : '—'}</td>
                <td className="number">{mtbf.status === 'estimated' ? figure(mtbf.lower) : '—'}</td>
                <td className="number strong">{mtbf.status === 'estimated' ? figure(mtbf.mtbf) : '—'}</td>
                <td className="number">{mtbf.status === 'estimated' ? figure(mtbf.upper) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
