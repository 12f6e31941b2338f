/** The life of one serial number: where it was, how far it ran, why it came off, and where the records disagree. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { Link, Redirect, useLocation, useSearchParams } from 'wouter'
import { lifeLine, type LifeLine } from '../../domain/installations'
import { formatCount } from '../../i18n/format'
import { masterHref } from '../../panels/masterWords'
import { CommandButton } from '../../panels/CommandButton'
import { eventInWords } from '../../panels/lifeInWords'
import { RespellDialog } from '../../panels/RespellDialog'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { removalsOfSerial } from '../../store/replacements'
import { eventsOfSerial, survivingSerial, unitsOfSerial } from '../../store/serialLives'
import { CustodyPanel } from './CustodyPanel'
import { EventSource } from './EventSource'
import { InstalledPeriods } from './InstalledPeriods'
import { ReturnDialog } from './ReturnDialog'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'

/** The failures at a part with this serial, the newest first; null until they are known. */
function useFailuresOf(serial: string) {
  const { language } = useText()
  return useEngine(`failures-of-serial|${serial}|${language}`, (engine) =>
    engine.page(
      {
        language,
        filters: [{ field: 'reportedSerial', op: 'is', values: [serial] }],
        search: '',
        sorting: [{ field: 'occurredAt', descending: true }],
      },
      0,
      50,
      ['no', 'occurredAt', 'trainId', 'description'],
    ),
  ).answer
}

const hrefOf = (serial: string): string => `/serials/${encodeURIComponent(serial)}`

export function SerialScreen({ serial }: { readonly serial: string }) {
  const { t } = useText()
  const found = useLiveQuery(
    async () => ({
      stays: await survivingSerial(serial),
      line: lifeLine(await eventsOfSerial(serial)),
      units: await unitsOfSerial(serial),
      removals: await removalsOfSerial(serial),
    }),
    [serial],
  )
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const failures = useFailuresOf(serial)
  const [address] = useSearchParams()
  const [returning, setReturning] = useState(false)
  if (found === undefined || failures === null)
    return (
      <div className="page narrow" aria-busy="true">
        <div className="skeleton" style={{ height: 240 }} />
      </div>
    )
  const { stays, line, units, removals } = found
  // An old spelling leads to the item it is one of.
  if (stays !== serial) return <Redirect to={`${hrefOf(stays)}?from=${encodeURIComponent(serial)}`} replace />
  const parts = [
    ...new Set(units.filter(({ deleted }) => deleted !== true).flatMap(({ bomNodeId }) => bomNodeId ?? [])),
  ].map((id) => names?.[id] ?? id)
  return (
    <div className="page narrow">
      <header className="spread">
        <div>
          <h1>{t.serialTitle(serial)}</h1>
          {parts.length === 0 ? null : <p className="muted">{parts.join(t.listComma)}</p>}
          <UnitLinks units={units} serial={serial} />
        </div>
        <FindSerial />
      </header>
      {address.get('from') === null ? null : (
        <p className="note" role="status">
          {t.respellFound(address.get('from') ?? '')}
        </p>
      )}
      {line.events.length === 0 ? (
        <Empty title={t.serialUnknown} why={t.serialUnknownWhy} />
      ) : (
        <>
          <WhereNow line={line} names={names ?? {}} onReturn={() => setReturning(true)} />
          <Disagreements line={line} names={names ?? {}} />
          <CustodyPanel removals={removals} />
          <InstalledPeriods line={line} names={names ?? {}} />
          <Events line={line} names={names ?? {}} />
        </>
      )}
      <Failures failures={failures} />
      {returning ? <ReturnDialog serial={serial} onClose={() => setReturning(false)} /> : null}
    </div>
  )
}

/** The way to what is on record of the item itself; where nothing is, the way to add it. */
function UnitLinks({
  units,
  serial,
}: {
  readonly units: Awaited<ReturnType<typeof unitsOfSerial>>
  readonly serial: string
}) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const [merging, setMerging] = useState(false)
  const live = units.filter(({ deleted }) => deleted !== true)
  return (
    <div className="row small">
      {live.map(({ id }) => (
        <Link key={id} href={masterHref('units', id)}>
          {t.masterRecordOf('units')}
        </Link>
      ))}
      {live.length > 0 ? null : (
        <Link href={`/master/units?new=1&serial=${encodeURIComponent(serial)}`}>{t.masterAdd('units')}</Link>
      )}
      <CommandButton command="merge-serials" isQuiet onPress={() => setMerging(true)}>
        {t.masterMerge}
      </CommandButton>
      {merging ? (
        <RespellDialog
          respelled={{ kind: 'serial', double: serial, stays: '' }}
          onDone={(stays) => navigate(hrefOf(stays))}
          onClose={() => setMerging(false)}
        />
      ) : null}
    </div>
  )
}

type Names = Readonly<Record<string, string>>

interface NowProps {
  readonly line: LifeLine
  readonly names: Names
  readonly onReturn: () => void
}

/** Where it is, and the way to say that it came back. */
function WhereNow({ line: { now }, names, onReturn }: NowProps) {
  const { t } = useText()
  return (
    <section className={now.kind === 'away' ? 'note warn stack' : 'note stack'}>
      <p>
        <strong>{t.serialNow(now.kind, now.kind === 'unknown' ? '' : eventInWords(now.since, names, t))}</strong>
      </p>
      {now.kind === 'away' || now.kind === 'off' ? (
        <div className="row">
          <button type="button" className="button" onClick={onReturn}>
            {t.serialReturn}
          </button>
          {now.kind === 'away' ? <span className="small muted">{t.serialReturnWhy}</span> : null}
        </div>
      ) : null}
    </section>
  )
}

function Failures({ failures }: { readonly failures: NonNullable<ReturnType<typeof useFailuresOf>> }) {
  const { t, language } = useText()
  return (
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
  )
}

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
            <EventSource event={event} />
          </li>
        ))}
      </ul>
      <p className="small">{t.serialDisagreementsWhy}</p>
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
            <EventSource event={event} />
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
