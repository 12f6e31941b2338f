/** Stock for a planned distance: what each part is likely to need, at the estimate and at the upper bound of its rate. */
import { perMillion } from '../../reliability/perMillion'
import type { OnOpen } from '../../charts/openedMark'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import { FILL, RATE_CONFIDENCE, type SpareStrategy } from '../../metrics/reports/spareLines'
import { ScrollX } from '../../ui/ScrollX'
import { RowsLink } from './RowsLink'

const LISTED = 20

interface Common {
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}

export function SpareLines({ spares, t, language, onOpen }: Common & { readonly spares: SpareStrategy }) {
  const { lines, plannedKm, isGiven, elsewhere } = spares
  const count = (value: number): string => formatCount(value, language)
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
            <Head t={t} language={language} />
            <tbody>
              {lines.slice(0, LISTED).map((line) => (
                <Line key={line.nodeId} line={line} language={language} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
      {lines.length > LISTED ? <p className="small muted">{t.partsShown(count(LISTED), count(lines.length))}</p> : null}
    </section>
  )
}

function Head({ t, language }: Omit<Common, 'onOpen'>) {
  const shares = FILL.map((fill) => formatShare(fill, language))
  return (
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
  )
}

interface LineProps extends Omit<Common, 't'> {
  readonly line: SpareStrategy['lines'][number]
}

function Line({ line: { label, partNo, rows, rate, demand }, language, onOpen }: LineProps) {
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number | undefined): string => (value === undefined ? '—' : formatFigure(value, language))
  return (
    <tr>
      <th scope="row">
        {label}
        <br />
        <span className="small muted mono">{partNo}</span>
      </th>
      <td className="number">
        <RowsLink label={label} rows={rows} language={language} onOpen={onOpen} />
      </td>
      <td className="number">
        {rate.status === 'estimated' ? figure(perMillion(rate.rate)) : '—'}
        <br />
        <span className="small muted">
          {rate.status === 'estimated' ? `≤ ${figure(perMillion(rate.rateUpper))}` : ''}
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
  )
}
