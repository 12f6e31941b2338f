/** The yearly report's look back: lasting actions with their effect, and the lessons that were published. */
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { YearWork } from '../../metrics/reports/yearWork'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'

interface Common {
  readonly t: ReportWords
  readonly language: Language
}

interface Props extends Common {
  readonly work: YearWork
}

export function YearWorkLines({ work, t, language }: Props) {
  const { improvements } = work
  return (
    <>
      <section className="card card-pad stack report-part" data-part="improvements">
        <h3>{t.reportSheet('improvements')}</h3>
        <p className="small muted">{t.workRule}</p>
        {improvements.length === 0 ? (
          <p className="muted">{t.workNone}</p>
        ) : (
          <ImprovementTable improvements={improvements} t={t} language={language} />
        )}
      </section>
      <Lessons work={work} t={t} language={language} />
    </>
  )
}

/** Actions that change something for good, with what came of them. */
function ImprovementTable({ improvements, t, language }: Common & Pick<YearWork, 'improvements'>) {
  const count = (value: number | null): string => (value === null ? '—' : formatCount(value, language))
  return (
    <ScrollX label={t.reportSheet('improvements')}>
      <table className="table improvement-lines">
        <TableHead
          columns={[t.workAction, t.workKind, t.workOf, t.workDay, numberColumn(t.workUnits), t.workVerdict]}
        />
        <tbody>
          {improvements.map((line) => (
            <tr key={line.actionId}>
              <th scope="row">
                {line.description}
                <br />
                <span className="small muted">{line.nodeLabel}</span>
              </th>
              <td>{line.kind}</td>
              <td>
                <Link
                  className="kpi-link"
                  href={line.problemId === '' ? `/failures/${line.failureId}` : `/problems/${line.problemId}`}
                >
                  {line.of}
                </Link>
              </td>
              <td className="nowrap">{line.day}</td>
              <td className="number">
                {line.doneUnits === null && line.scopeUnits === null
                  ? '—'
                  : `${count(line.doneUnits)} / ${count(line.scopeUnits)}`}
              </td>
              <td>{line.verdictLabel === '' ? t.workUnverified : line.verdictLabel}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

function Lessons({ work: { lessons, lessonsUndated }, t, language }: Props) {
  return (
    <section className="card card-pad stack report-part" data-part="lessons">
      <h3>{t.reportSheet('lessons')}</h3>
      {lessons.length === 0 ? (
        <p className="muted">{t.lessonsNone}</p>
      ) : (
        <dl className="report-lessons">
          {lessons.map(({ id, no, title, nodeLabel, recognise, publishedOn }) => (
            <div key={id}>
              <dt>
                <Link className="kpi-link" href={`/knowledge/${id}`}>
                  {no} {title}
                </Link>{' '}
                <span className="small muted">
                  {[nodeLabel, publishedOn].filter((part) => part !== '').join(' · ')}
                </span>
              </dt>
              <dd>{recognise}</dd>
            </div>
          ))}
        </dl>
      )}
      {lessonsUndated === 0 ? null : (
        <p className="small muted">{t.lessonsUndated(formatCount(lessonsUndated, language))}</p>
      )}
    </section>
  )
}
