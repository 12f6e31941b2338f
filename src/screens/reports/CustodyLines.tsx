/** Parts that came off and are not back, how long repairs took, and how many parts had nothing wrong. */
import { Link } from 'wouter'
import { dateOfDay } from '../../domain/moment'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { Custody, NoFaultFound } from '../../metrics/reports/custodyLines'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'

const LISTED = 15

interface Common {
  readonly t: ReportWords
  readonly language: Language
}

interface Props extends Common {
  readonly custody: Custody
}

export function CustodyLines({ custody, t, language }: Props) {
  const { out, turnRound, day, removed, withoutStep } = custody
  const count = (value: number): string => formatCount(value, language)
  const isSilent = out.length === 0 && turnRound.finished === 0 && turnRound.open === 0 && turnRound.lost === 0
  return (
    <section className="card card-pad stack report-part" data-part="custody">
      <h3>{t.reportSheet('custody')}</h3>
      <p className="small muted">
        {t.custodyRule(dateOfDay(day))} {t.custodyRemoved(count(removed), count(withoutStep))}
      </p>
      {isSilent ? <p className="muted">{t.custodyNothing}</p> : null}
      {out.length === 0 ? (
        isSilent ? null : (
          <p className="muted">{t.custodyOutNone}</p>
        )
      ) : (
        <OutTable out={out} t={t} language={language} />
      )}
      {out.length > LISTED ? <p className="small muted">{t.partsShown(count(LISTED), count(out.length))}</p> : null}
      <h4>{t.turnTitle}</h4>
      <p className="small muted">{t.turnRule}</p>
      <TurnRound custody={custody} t={t} language={language} />
    </section>
  )
}

/** Parts that are out, those longest out first. */
function OutTable({ out, t, language }: Common & Pick<Custody, 'out'>) {
  const count = (value: number): string => formatCount(value, language)
  return (
    <ScrollX label={t.custodyOut}>
      <table className="table custody-lines">
        <caption className="visually-hidden">{t.custodyOut}</caption>
        <TableHead
          columns={[
            t.custodyPart,
            t.custodySerial,
            t.custodyLast,
            t.custodyPlace,
            t.custodyPaper,
            numberColumn(t.custodyAge),
            numberColumn(t.custodyHere),
            numberColumn(t.custodyOverdue),
          ]}
        />
        <tbody>
          {out
            .slice(0, LISTED)
            .map(({ replacementId, failureId, part, serial, kind, place, doc, ageDays, hereDays, overdueDays }) => (
              <tr key={replacementId}>
                <th scope="row">
                  <Link className="kpi-link" href={`/failures/${failureId}?tab=tabHandling`}>
                    {part || '—'}
                  </Link>
                </th>
                <td className="mono">{serial}</td>
                <td>{t.custodyKindName(kind)}</td>
                <td>{place}</td>
                <td className="mono">{doc}</td>
                <td className="number">{count(ageDays)}</td>
                <td className="number">{count(hereDays)}</td>
                <td className="number">{overdueDays === null ? '—' : count(overdueDays)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

function TurnRound({ custody: { turnRound, benchNff, fieldNff }, t, language }: Props) {
  const count = (value: number): string => formatCount(value, language)
  const days = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  const rate = ({ found, of }: NoFaultFound): string =>
    `${of === 0 ? '—' : formatShare(found / of, language)} (${t.nffOf(count(found), count(of))})`
  const figures: readonly (readonly [label: string, value: string, rule?: string])[] = [
    [t.turnFinished, count(turnRound.finished)],
    [t.turnMedian, days(turnRound.medianDays)],
    [t.turnNinetieth, days(turnRound.ninetiethDays)],
    [t.turnOpen, count(turnRound.open)],
    [t.turnOldest, days(turnRound.oldestOpenDays)],
    [t.turnLost, count(turnRound.lost)],
    [t.nffBench, rate(benchNff), t.nffBenchRule],
    [t.nffField, rate(fieldNff), t.nffFieldRule],
  ]
  return (
    <dl className="report-facts">
      {figures.map(([label, value, rule]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {rule === undefined ? null : (
              <>
                <br />
                <span className="small muted">{rule}</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
