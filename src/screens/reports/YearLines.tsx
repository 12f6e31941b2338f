/** The yearly report's look ahead and back: stock for a planned distance, lasting actions with their effect, lessons. */
import { Link } from 'wouter'
import type { OnOpen } from '../../charts/openedMark'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import { FILL, RATE_CONFIDENCE, type SpareStrategy } from '../../metrics/reports/spareLines'
import type { YearWork } from '../../metrics/reports/yearWork'
import { ScrollX } from '../../ui/ScrollX'

const LISTED = 20

interface Common {
  readonly t: ReportWords
  readonly language: Language
}

export function SpareLines({
  spares,
  t,
  language,
  onOpen,
}: Common & { readonly spares: SpareStrategy; readonly onOpen: OnOpen }) {
  const { lines, plannedKm, isGiven, elsewhere } = spares
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number | undefined): string => (value === undefined ? '—' : formatFigure(value, language))
  const shares = FILL.map((fill) => formatShare(fill, language))
  return (
    <section className="card card-pad stack report-part" data-part="spares">
      <h3>{t.reportSheet('spares')}</h3>
      <p className="small muted">
        {(isGiven ? t.sparesGiven : t.sparesLastYear)(count(Math.round(plannedKm)))}{' '}
        {t.sparesRule(formatShare(RATE_CONFIDENCE, language))}
        {elsewhere === 0 ? '' : ` ${t.sparesElsewhere(count(elsewhere))}`}
      </p>
      {lines.length === 0 ? (
        <p className="muted">{t.reportNone}</p>
      ) : (
        <ScrollX label={t.reportSheet('spares')}>
          <table className="table spare-lines">
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {t.reportPart}
                </th>
                <th scope="col" rowSpan={2} className="number">
                  {t.chartFailures}
                </th>
                <th scope="col" rowSpan={2} className="number">
                  {t.bookFpmk}
                </th>
                <th scope="colgroup" colSpan={1 + FILL.length} className="number">
                  {t.sparesAtEstimate}
                </th>
                <th scope="colgroup" colSpan={1 + FILL.length} className="number">
                  {t.sparesAtUpper}
                </th>
              </tr>
              <tr>
                {[0, 1].flatMap((group) => [
                  <th key={`d${group}`} scope="col" className="number">
                    {t.sparesDemand}
                  </th>,
                  ...shares.map((share) => (
                    <th key={`${group}${share}`} scope="col" className="number">
                      {share}
                    </th>
                  )),
                ])}
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, LISTED).map(({ nodeId, label, partNo, rows, rate, demand }) => (
                <tr key={nodeId}>
                  <th scope="row">
                    {label}
                    <br />
                    <span className="small muted mono">{partNo}</span>
                  </th>
                  <td className="number">
                    {rows.length === 0 ? (
                      0
                    ) : (
                      <button
                        type="button"
                        className="kpi-link"
                        aria-label={`${label}: ${count(rows.length)}`}
                        onClick={() => onOpen({ label, rows })}
                      >
                        {count(rows.length)}
                      </button>
                    )}
                  </td>
                  <td className="number">
                    {rate.status === 'estimated' ? figure(rate.rate * 1e6) : '—'}
                    <br />
                    <span className="small muted">
                      {rate.status === 'estimated' ? `≤ ${figure(rate.rateUpper * 1e6)}` : ''}
                    </span>
                  </td>
                  <td className="number">{figure(demand?.expected)}</td>
                  {FILL.map((fill, at) => (
                    <td key={fill} className="number strong">
                      {demand === null ? '—' : count(demand.stock[at] ?? 0)}
                    </td>
                  ))}
                  <td className="number">{figure(demand?.expectedUpper)}</td>
                  {FILL.map((fill, at) => (
                    <td key={fill} className="number strong">
                      {demand === null ? '—' : count(demand.stockUpper[at] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
      {lines.length > LISTED ? <p className="small muted">{t.partsShown(count(LISTED), count(lines.length))}</p> : null}
    </section>
  )
}

export function YearWorkLines({ work, t, language }: Common & { readonly work: YearWork }) {
  const { improvements, lessons, lessonsUndated } = work
  const count = (value: number): string => formatCount(value, language)
  return (
    <>
      <section className="card card-pad stack report-part" data-part="improvements">
        <h3>{t.reportSheet('improvements')}</h3>
        <p className="small muted">{t.workRule}</p>
        {improvements.length === 0 ? (
          <p className="muted">{t.workNone}</p>
        ) : (
          <ScrollX label={t.reportSheet('improvements')}>
            <table className="table improvement-lines">
              <thead>
                <tr>
                  <th scope="col">{t.workAction}</th>
                  <th scope="col">{t.workKind}</th>
                  <th scope="col">{t.workOf}</th>
                  <th scope="col">{t.workDay}</th>
                  <th scope="col" className="number">
                    {t.workUnits}
                  </th>
                  <th scope="col">{t.workVerdict}</th>
                </tr>
              </thead>
              <tbody>
                {improvements.map(
                  ({
                    actionId,
                    description,
                    kind,
                    of,
                    problemId,
                    failureId,
                    nodeLabel,
                    day,
                    doneUnits,
                    scopeUnits,
                    verdictLabel,
                  }) => (
                    <tr key={actionId}>
                      <th scope="row">
                        {description}
                        <br />
                        <span className="small muted">{nodeLabel}</span>
                      </th>
                      <td>{kind}</td>
                      <td>
                        <Link
                          className="kpi-link"
                          href={problemId === '' ? `/failures/${failureId}` : `/problems/${problemId}`}
                        >
                          {of}
                        </Link>
                      </td>
                      <td className="nowrap">{day}</td>
                      <td className="number">
                        {doneUnits === null && scopeUnits === null
                          ? '—'
                          : `${doneUnits === null ? '—' : count(doneUnits)} / ${scopeUnits === null ? '—' : count(scopeUnits)}`}
                      </td>
                      <td>{verdictLabel === '' ? t.workUnverified : verdictLabel}</td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </ScrollX>
        )}
      </section>
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
        {lessonsUndated === 0 ? null : <p className="small muted">{t.lessonsUndated(count(lessonsUndated))}</p>}
      </section>
    </>
  )
}
