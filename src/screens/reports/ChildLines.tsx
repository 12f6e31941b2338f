/** The parts below the node, each with its failures and the distance between two of them. */
import { formatCount, formatFigure } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { Report } from '../../metrics/reports/report'
import { numberColumn, TableHead } from '../../ui/TableHead'

const CHILDREN = 15

interface Props {
  readonly report: Report
  readonly t: ReportWords
  readonly language: Language
}

export function ChildLines({ report, t, language }: Props) {
  const figure = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  return (
    <section className="card card-pad stack report-part">
      <h3>{t.reportChartMtbf}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone, so the keyboard must reach it */}
      <div className="scroll-x" role="region" aria-label={t.reportChartMtbf} tabIndex={0}>
        <table className="table">
          <TableHead
            columns={[
              t.reportPart,
              numberColumn(t.chartFailures),
              numberColumn(t.reportBefore),
              numberColumn(t.reportYearBefore),
              numberColumn(t.bookMdbfLower),
              numberColumn(t.bookMdbf),
              numberColumn(t.bookMdbfUpper),
            ]}
          />
          <tbody>
            {report.children.slice(0, CHILDREN).map(({ nodeId, label, rows, before, yearBefore, mtbf }) => (
              <tr key={nodeId}>
                <th scope="row">{label}</th>
                <td className="number">{formatCount(rows.length, language)}</td>
                <td className="number">{formatCount(before, language)}</td>
                <td className="number">{formatCount(yearBefore, language)}</td>
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
