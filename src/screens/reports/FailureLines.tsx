/** A few failures of a report in their own words, for the screen and for paper. */
import type { OnOpen } from '../../charts/openedMark'
import { formatCount } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { TextField } from '../../metrics/columnDescriptions'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { TableHead } from '../../ui/TableHead'
import type { TableRow } from '../../workers/engineAnswers'

interface Props {
  readonly title: string
  readonly rows: Uint32Array
  readonly most: number
  /** The column of the part they count at. */
  readonly part: TextField
  readonly remark?: string
  readonly t: ReportWords
  readonly onOpen: OnOpen
}

export function FailureLines({ title, rows, most, part, remark, t, onOpen }: Props) {
  const { language } = useText()
  const shown = rows.slice(0, most)
  const { answer } = useEngine(`failure-lines|${part}|${shown.join(',')}|${language}`, (engine) =>
    engine.describeRows(
      shown,
      ['no', 'occurredAt', 'trainId', part, 'nodeText', 'description', 'serviceImpact', 'severity', 'state'],
      language,
    ),
  )
  return (
    <section className="card card-pad stack report-part">
      <div className="spread">
        <h3>{title}</h3>
        {rows.length > shown.length ? (
          <button type="button" className="kpi-link no-print" onClick={() => onOpen({ label: title, rows })}>
            {formatCount(rows.length, language)}
          </button>
        ) : null}
      </div>
      {remark === undefined ? null : <p className="small muted">{remark}</p>}
      {rows.length === 0 ? (
        <p className="muted">{t.reportNone}</p>
      ) : answer === null ? (
        <div className="skeleton" style={{ height: 80 }} />
      ) : (
        <LinesTable title={title} lines={answer} part={part} t={t} />
      )}
    </section>
  )
}

interface TableProps extends Pick<Props, 'title' | 'part' | 't'> {
  readonly lines: readonly TableRow[]
}

function LinesTable({ title, lines, part, t }: TableProps) {
  return (
    <ScrollX label={title}>
      <table className="table failure-lines">
        <TableHead
          columns={[
            t.bookFailureNo,
            t.bookDate,
            t.bookTrain,
            t.bookNode,
            t.bookDescription,
            t.reportImpact,
            t.reportSeverity,
            t.reportState,
          ]}
        />
        <tbody>
          {lines.map(({ id, labels }) => (
            <tr key={id}>
              <th scope="row">{labels['no']}</th>
              <td className="nowrap">{labels['occurredAt']}</td>
              <td>{labels['trainId']}</td>
              <td>{labels[part] || labels['nodeText']}</td>
              <td>{labels['description']}</td>
              <td>{labels['serviceImpact']}</td>
              <td>{labels['severity']}</td>
              <td>{labels['state']}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
