/** Verifies the operation log: walks its chain with progress and says where it first breaks. */
import { whoChanged } from '../../panels/whoChanged'
import { useEffect, useRef, useState } from 'react'
import { formatCount, formatStamp } from '../../i18n/format'
import { verifyLog, type Verification } from '../../store/operationLog'
import { verifyRecords, type RecordsVerified } from '../../store/verifyRecords'
import { useText } from '../../ui/LanguageContext'

type State =
  | { readonly at: 'idle' | 'cancelled' }
  | { readonly at: 'walking' | 'comparing'; readonly done: number; readonly total: number }
  | {
      readonly at: 'done'
      readonly found: Verification
      readonly noted: string
      /** Null where the log itself is broken: there is nothing to hold the records against. */
      readonly records: RecordsVerified | null
    }

/** Walks the log when it is told to, until it is told to stop or the panel is left. */
function useVerification() {
  const [state, setState] = useState<State>({ at: 'idle' })
  const cancelled = useRef(false)
  const cancel = (): void => {
    cancelled.current = true
  }
  useEffect(() => cancel, [])
  const verify = async (noted: string): Promise<void> => {
    cancelled.current = false
    setState({ at: 'walking', done: 0, total: 0 })
    const found = await verifyLog(
      (done, total) => setState({ at: 'walking', done, total }),
      () => cancelled.current,
      noted,
    )
    if (found === null) return setState({ at: 'cancelled' })
    if (found.broken !== null || found.last === undefined) return setState({ at: 'done', found, noted, records: null })
    const records = await verifyRecords(
      (done, total) => setState({ at: 'comparing', done, total }),
      () => cancelled.current,
    )
    return setState(records === null ? { at: 'cancelled' } : { at: 'done', found, noted, records })
  }
  return { state, verify, cancel }
}

export function LogPanel() {
  const { t } = useText()
  const { state, verify, cancel } = useVerification()
  const [noted, setNoted] = useState('')
  return (
    <section className="card card-pad stack" aria-label={t.logTitle}>
      <h2>{t.logTitle}</h2>
      <p className="small muted">{t.logWhy}</p>
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={isBusy(state)}
          title={isBusy(state) ? t.loading : undefined}
          onClick={() => void verify(noted.trim().toLowerCase())}
        >
          {t.logVerify}
        </button>
        {isBusy(state) ? (
          <button type="button" className="button quiet" onClick={cancel}>
            {t.cancel}
          </button>
        ) : null}
        <label className="field grow">
          <span className="small muted">{t.logNoted}</span>
          <input
            className="input mono"
            spellCheck={false}
            value={noted}
            onChange={(event) => setNoted(event.target.value)}
          />
        </label>
      </div>
      <div role="status">
        {state.at === 'walking' || state.at === 'comparing' ? <Walking {...state} /> : null}
        {state.at === 'cancelled' ? <p>{t.logCancelled}</p> : null}
        {state.at === 'done' ? <Found {...state} /> : null}
      </div>
    </section>
  )
}

const isBusy = ({ at }: State): boolean => at === 'walking' || at === 'comparing'

function Walking({
  at,
  done,
  total,
}: {
  readonly at: 'walking' | 'comparing'
  readonly done: number
  readonly total: number
}) {
  const { t, language } = useText()
  return (
    <div className="stack">
      <span>
        {at === 'comparing' ? t.logComparing : t.logWalking(formatCount(done, language), formatCount(total, language))}
      </span>
      <div
        className="progress"
        role="progressbar"
        aria-label={t.logVerify}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={total}
      >
        <span style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
      </div>
    </div>
  )
}

function Found({
  found,
  noted,
  records,
}: {
  readonly found: Verification
  readonly noted: string
  readonly records: RecordsVerified | null
}) {
  const { t, language } = useText()
  const { walked, unchained, since, last, broken, notedAt } = found
  const count = (value: number): string => formatCount(value, language)
  if (last === undefined) return <p>{t.logEmpty}</p>
  if (broken !== null) {
    const { kind, entry } = broken
    const before = walked - unchained - (kind === 'end-missing' ? 0 : 1)
    return (
      <div className="note alarm stack" role="alert">
        <p>
          <strong>
            {t.logBroken(
              kind,
              String(entry.seq ?? ''),
              formatStamp(entry.at),
              whoChanged(entry, t),
              t.commandName(entry.command),
            )}
          </strong>
        </p>
        <p>{t.logBefore(count(before))}</p>
      </div>
    )
  }
  if (since === null) return <p className="note">{t.logNoChain(count(walked))}</p>
  return (
    <div className="stack">
      {records === null ? null : <Compared {...records} />}
      {records === null || records.thinned === 0 ? null : (
        <p className="note">{t.logThinned(count(records.thinned))}</p>
      )}
      <div className="note stack">
        <p>
          <strong>✓ {t.logIntact(count(walked - unchained), formatStamp(since))}</strong>
        </p>
        {unchained === 0 ? null : <p>{t.logUnchained(count(unchained))}</p>}
        {noted === '' ? null : (
          <p>{notedAt === null ? `✕ ${t.logNotedMissing}` : `✓ ${t.logNotedFound(formatStamp(notedAt))}`}</p>
        )}
        <p className="small">
          <span className="muted">{t.logHead}</span> <code style={{ overflowWrap: 'anywhere' }}>{last.hash}</code>
        </p>
        <p className="small muted">{t.logHeadWhy}</p>
      </div>
    </div>
  )
}

/** Whether records, files and source rows are what the log says. */
function Compared({ records, files, imports, differences, first }: RecordsVerified) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  if (differences === 0)
    return <p className="note">✓ {t.logRecordsSame(count(records), count(files), count(imports))}</p>
  return (
    <div className="note alarm stack" role="alert">
      <p>
        <strong>{t.logRecordsDiffer(count(differences))}</strong>
      </p>
      <ul>
        {first.map((one) => (
          <li key={`${one.kind} ${one.table} ${one.id}`}>
            {t.logDifference(one.kind, t.tableName(one.table))} <code>{one.id}</code>
          </li>
        ))}
      </ul>
      {differences > first.length ? <p>{t.logMoreDifferences(count(differences - first.length))}</p> : null}
      <p>{t.logDifferWhatNow}</p>
    </div>
  )
}
