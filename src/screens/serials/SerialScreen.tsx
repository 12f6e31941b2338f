/** The life of one serial number: where it was, how far it ran, why it came off, and where the records disagree. */
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { lifeLine, type LifeEvent, type LifeLine } from '../../domain/installations'
import { formatCount, formatMoment } from '../../i18n/format'
import { eventInWords, placeInWords } from '../../panels/lifeInWords'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { removalsOfSerial } from '../../store/replacements'
import { eventsOfSerial, unitsOfSerial } from '../../store/serialLives'
import { CustodyPanel } from './CustodyPanel'
import { ReturnDialog } from './ReturnDialog'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'

export function SerialScreen({ serial }: { readonly serial: string }) {
  const { t, language } = useText()
  const found = useLiveQuery(
    async () => ({
      line: lifeLine(await eventsOfSerial(serial)),
      units: await unitsOfSerial(serial),
      removals: await removalsOfSerial(serial),
    }),
    [serial],
  )
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const { answer: failures } = useEngine(`failures-of-serial|${serial}|${language}`, (engine) =>
    engine.page(
      {
        language,
        filters: [{ field: 'reportedSerial', op: 'is', values: [serial] }],
        search: '',
        sorting: { field: 'occurredAt', descending: true },
      },
      0,
      50,
      ['no', 'occurredAt', 'trainId', 'description'],
    ),
  )
  const [returning, setReturning] = useState(false)
  if (found === undefined || failures === null)
    return (
      <div className="page narrow" aria-busy="true">
        <div className="skeleton" style={{ height: 240 }} />
      </div>
    )
  const { line, units, removals } = found
  const parts = [
    ...new Set(units.filter(({ deleted }) => deleted !== true).flatMap(({ bomNodeId }) => bomNodeId ?? [])),
  ].map((id) => names?.[id] ?? id)
  return (
    <div className="page narrow">
      <header className="spread">
        <div>
          <h1>{t.serialTitle(serial)}</h1>
          {parts.length === 0 ? null : <p className="muted">{parts.join(t.listComma)}</p>}
        </div>
        <FindSerial />
      </header>
      {line.events.length === 0 ? (
        <Empty title={t.serialUnknown} why={t.serialUnknownWhy} />
      ) : (
        <>
          <section className={line.now.kind === 'away' ? 'note warn stack' : 'note stack'}>
            <p>
              <strong>
                {t.serialNow(
                  line.now.kind,
                  line.now.kind === 'unknown' ? '' : eventInWords(line.now.since, names ?? {}, t),
                )}
              </strong>
            </p>
            {line.now.kind === 'away' || line.now.kind === 'off' ? (
              <div className="row">
                <button type="button" className="button" onClick={() => setReturning(true)}>
                  {t.serialReturn}
                </button>
                {line.now.kind === 'away' ? <span className="small muted">{t.serialReturnWhy}</span> : null}
              </div>
            ) : null}
          </section>
          <Disagreements line={line} names={names ?? {}} />
          <CustodyPanel removals={removals} />
          <InstalledPeriods line={line} names={names ?? {}} />
          <Events line={line} names={names ?? {}} />
        </>
      )}
      <section className="card card-pad stack">
        <h2>{t.serialFailures(formatCount(failures.total, language))}</h2>
        <ul className="entry-list">
          {failures.rows.map(({ id, labels }) => (
            <li key={id} className="row">
              <Link className="mono" href={`/failures/${id}`}>
                {labels['no'] === '' ? t.noNumber : labels['no']}
              </Link>
              <span className="muted">
                {labels['occurredAt']} · {labels['trainId']}
              </span>
              <span>{labels['description']}</span>
            </li>
          ))}
        </ul>
      </section>
      {returning ? <ReturnDialog serial={serial} onClose={() => setReturning(false)} /> : null}
    </div>
  )
}

type Names = Readonly<Record<string, string>>

function Disagreements({ line, names }: { readonly line: LifeLine; readonly names: Names }) {
  const { t } = useText()
  if (line.disagreements.length === 0) return null
  return (
    <section className="note warn stack" role="note">
      <h2>{t.serialDisagreements}</h2>
      <ul>
        {line.disagreements.map(({ kind, event, against }) => (
          <li key={`${kind}-${event.id}`}>
            {t.serialDisagreement(kind, eventInWords(event, names, t), eventInWords(against, names, t))}{' '}
            <Source event={event} />
          </li>
        ))}
      </ul>
      <p className="small">{t.serialDisagreementsWhy}</p>
    </section>
  )
}

/** The failure whose replacement says so. */
function Source({ event }: { readonly event: LifeEvent }) {
  const { t } = useText()
  return event.failureId === '' ? null : (
    <Link className="small" href={`/failures/${event.failureId}?tab=tabHandling`}>
      {t.openPage}
    </Link>
  )
}

function InstalledPeriods({ line, names }: { readonly line: LifeLine; readonly names: Names }) {
  const { t, language } = useText()
  const { label } = useCodes()
  const known = line.installedPeriods.filter(({ km }) => km !== null)
  const total = known.reduce((sum, { km }) => sum + (km ?? 0), 0)
  const repaired = line.events.findLast(({ kind }) => kind === 'stockIn')
  const since =
    repaired === undefined
      ? null
      : known.filter(({ from }) => from !== null && from.at >= repaired.at).reduce((sum, { km }) => sum + (km ?? 0), 0)
  const when = (event: LifeEvent | null, none: string) =>
    event === null ? <span className="muted">{none}</span> : event.at === '' ? t.serialNoDay : formatMoment(event.at)
  return (
    <section className="card card-pad stack">
      <h2>{t.serialPeriods}</h2>
      <ScrollX label={t.serialPeriods}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.serialFrom}</th>
              <th scope="col">{t.serialTo}</th>
              <th scope="col">{t.serialPlace}</th>
              <th scope="col" className="number">
                {t.serialDays}
              </th>
              <th scope="col" className="number">
                {t.serialKm}
              </th>
              <th scope="col">{t.serialWhyOff}</th>
              <th scope="col">{t.serialWhereTo}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {line.installedPeriods.map(({ place, from, to, km, days }) => (
              <tr key={`${from?.id ?? ''}-${to?.id ?? ''}`}>
                <td>{when(from, t.serialBeforeRecords)}</td>
                <td>{when(to, t.serialStill)}</td>
                <td>{placeInWords(place, names)}</td>
                <td className="number">{days === null ? '—' : formatCount(days, language)}</td>
                <td className="number">{km === null ? '—' : formatCount(km, language)}</td>
                <td>{label('CL-REMOVE', to?.reason)}</td>
                <td>{label('CL-DISP', to?.disposition)}</td>
                <td>{to === null && from === null ? null : <Source event={to ?? (from as LifeEvent)} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <p className="small muted">
        {known.length === 0
          ? t.serialNoKm
          : t.serialTotal(formatCount(total, language), known.length, line.installedPeriods.length)}{' '}
        {since === null ? '' : t.serialSinceRepair(formatCount(since, language))}
      </p>
    </section>
  )
}

function Events({ line, names }: { readonly line: LifeLine; readonly names: Names }) {
  const { t, language } = useText()
  const { label } = useCodes()
  return (
    <section className="card card-pad stack">
      <h2>{t.serialEvents}</h2>
      <ol className="entry-list">
        {line.events.map((event) => (
          <li key={event.id} className="row">
            <strong>{t.serialEventKind(event.kind)}</strong>
            <span>{eventInWords(event, names, t)}</span>
            <span className="muted small">
              {[
                event.odometerKm === null ? '' : `${formatCount(event.odometerKm, language)} km`,
                label('CL-REMOVE', event.reason),
                label('CL-DISP', event.disposition),
                label('CL-BENCH', event.finding),
                event.note,
                event.operator,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <Source event={event} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function FindSerial() {
  const { t } = useText()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  return (
    <form
      className="row"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') navigate(`/serials/${encodeURIComponent(typed.trim())}`)
      }}
    >
      <label className="field">
        <span className="visually-hidden">{t.serialFind}</span>
        <input
          className="input mono"
          placeholder={t.serialFind}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button
        type="submit"
        className="button"
        disabled={typed.trim() === ''}
        title={typed.trim() === '' ? t.serialFind : undefined}
      >
        {t.serialOpen}
      </button>
    </form>
  )
}
